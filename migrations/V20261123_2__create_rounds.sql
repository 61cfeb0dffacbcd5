-- A version of an instrument, as it is pinned by what refers to it. Its content never changes once a scan pins it.
create table questionnaire_version (
  questionnaire_id  text not null,
  version           text not null,
  content           text not null,
  registered_at     timestamptz not null,
  primary key (questionnaire_id, version)
);

-- One period in which centres take one questionnaire.
create table round (
  id                uuid primary key,
  title             text not null check (length(title) between 1 and 200),
  questionnaire_id  text not null,
  version           text not null,
  opens_on          date not null,
  closes_on         date not null,
  foreign key (questionnaire_id, version) references questionnaire_version,
  check (opens_on <= closes_on)
);

create table round_centre (
  round_id   uuid not null references round,
  centre_id  uuid not null references centre,
  primary key (round_id, centre_id)
);
create index round_centre_centre on round_centre (centre_id);

grant select, insert, update on questionnaire_version, round to ${application_role};
grant select, insert, delete on round_centre to ${application_role};
