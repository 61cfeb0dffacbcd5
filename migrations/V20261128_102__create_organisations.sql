-- Who is assessed, for whom, and who answers. What has an end is kept and no longer used.

create table school_group (
  id        uuid primary key,
  name      text not null unique check (length(name) between 1 and 200),
  ended_on  date
);
create unique index school_group_looks_the_same on school_group (name_key(name));

create table centre (
  id        uuid primary key,
  name      text not null unique check (length(name) between 1 and 200),
  ended_on  date
);
create unique index centre_looks_the_same on centre (name_key(name));

-- A centre works for one or more school groups.
create table centre_school_group (
  centre_id        uuid not null references centre,
  school_group_id  uuid not null references school_group,
  primary key (centre_id, school_group_id)
);
create index centre_school_group_group on centre_school_group (school_group_id);

create table site (
  id         uuid primary key,
  centre_id  uuid not null references centre,
  name       text not null check (length(name) between 1 and 200),
  ended_on   date,
  constraint site_name_unique unique (centre_id, name)
);
create unique index site_looks_the_same on site (centre_id, name_key(name));

-- Somebody who left no longer signs in. Of somebody who was removed only the row is kept, as a pseudonym for the answers and the log
-- that refer to it.
create table person (
  id          uuid primary key,
  name        text not null check (length(name) between 1 and 200),
  email       text not null check (email = lower(email) and email like '%_@_%' and length(email) <= 254),
  ended_on    date,
  removed_at  timestamptz,
  constraint person_email_unique unique (email)
);

create table membership (
  person_id  uuid not null references person,
  centre_id  uuid not null references centre,
  role       text not null check (role in ('member', 'coordinator', 'director')),
  primary key (person_id, centre_id, role)
);
create index membership_centre on membership (centre_id);

create table school_group_leader (
  school_group_id  uuid not null references school_group,
  person_id        uuid not null references person,
  primary key (person_id, school_group_id)
);
create index school_group_leader_group on school_group_leader (school_group_id);

-- The support team of the whole net, POC+.
create table support_member (
  person_id  uuid primary key references person
);

-- What somebody uploaded and has not confirmed yet: the rows as they were read. They hold names and addresses, so they go when they
-- are confirmed or old.
create table import_draft (
  id          uuid primary key,
  person_id   uuid not null references person,
  file_name   text not null check (length(file_name) <= 200),
  rows        jsonb not null,
  created_at  timestamptz not null
);
create index import_draft_created on import_draft (created_at);

alter table school_group enable row level security;
alter table centre enable row level security;
alter table centre_school_group enable row level security;
alter table site enable row level security;
alter table person enable row level security;
alter table membership enable row level security;
alter table school_group_leader enable row level security;
alter table support_member enable row level security;
alter table import_draft enable row level security;

grant select, insert, update on school_group, centre, site, person to ${application_role};
grant select, insert, delete on centre_school_group, membership, school_group_leader, support_member, import_draft to ${application_role};
