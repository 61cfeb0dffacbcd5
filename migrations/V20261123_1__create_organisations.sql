-- Who is assessed, and who answers.

create table school_group (
  id    uuid primary key,
  name  text not null unique check (length(name) between 1 and 200)
);

create table centre (
  id    uuid primary key,
  name  text not null unique check (length(name) between 1 and 200)
);

-- A centre works for one or more school groups.
create table centre_school_group (
  centre_id        uuid not null references centre,
  school_group_id  uuid not null references school_group,
  primary key (centre_id, school_group_id)
);

create table person (
  id     uuid primary key,
  name   text not null check (length(name) between 1 and 200),
  email  text not null check (email = lower(email) and email like '%_@_%' and length(email) <= 254),
  constraint person_email_unique unique (email)
);

create table membership (
  person_id  uuid not null references person,
  centre_id  uuid not null references centre,
  role       text not null check (role in ('member', 'coordinator', 'director')),
  primary key (person_id, centre_id, role)
);
create index membership_centre on membership (centre_id);

grant select, insert, update on school_group, centre, person to ${application_role};
grant select, insert, delete on centre_school_group, membership to ${application_role};
