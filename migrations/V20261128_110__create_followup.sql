-- What the support team does with a round that was compared.

-- Its own labels, and on which notes they hang, so that what returns can be counted.
create table note_label (
  id        uuid primary key,
  name      text not null check (length(name) between 1 and 60),
  made_at   timestamptz not null,
  ended_at  timestamptz -- it hangs where it hung, and on nothing more
);
create unique index note_label_looks_the_same on note_label (name_key(name));

create table labelled_note (
  sent_scan_id  uuid not null,
  section       text not null,
  question      text not null,
  part          text not null,
  label_id      uuid not null references note_label,
  labelled_by   uuid not null references person,
  labelled_at   timestamptz not null,
  primary key (sent_scan_id, section, question, part, label_id),
  foreign key (sent_scan_id, section, question, part) references sent_note on delete cascade -- notes that are erased
);
create index labelled_note_label on labelled_note (label_id);

-- A centre that offers an inspiring practice was introduced to one that made the same block a priority: once for two centres,
-- whoever asked for whom.
create table introduction (
  id             uuid primary key,
  round_id       uuid not null references round,
  block          text not null check (length(block) <= 40),
  inspiring      uuid not null references centre,
  seeking        uuid not null references centre,
  message        text not null check (length(message) <= 2000),
  introduced_by  uuid not null references person,
  introduced_at  timestamptz not null,
  check (inspiring <> seeking)
);
create unique index introduction_once on introduction (round_id, block, least(inspiring, seeking), greatest(inspiring, seeking));

-- Whom it introduced: the directors of both centres at that time, who read each other's name and address.
create table introduced_person (
  introduction_id  uuid not null references introduction,
  person_id        uuid not null references person,
  centre_id        uuid not null references centre,
  primary key (introduction_id, person_id, centre_id)
);
create index introduced_person_person on introduced_person (person_id);

alter table note_label enable row level security;
alter table labelled_note enable row level security;
alter table introduction enable row level security;
alter table introduced_person enable row level security;

grant select, insert, update on note_label to ${application_role};
grant select, insert, delete on labelled_note to ${application_role};
grant select, insert on introduction, introduced_person to ${application_role};
