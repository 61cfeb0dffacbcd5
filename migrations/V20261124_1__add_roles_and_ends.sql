-- Who leads a school group, who is in the net-wide support team (POC+), where a centre has sites, and what has ended.
alter table school_group add column ended_on date;
alter table centre add column ended_on date;

create table site (
  id         uuid primary key,
  centre_id  uuid not null references centre,
  name       text not null check (length(name) between 1 and 200),
  ended_on   date,
  constraint site_name_unique unique (centre_id, name)
);

-- Somebody who left signs in no more. Of somebody who was removed nothing is kept but the row, for the answers and the log that refer to it.
alter table person add column ended_on date, add column removed_at timestamptz;

create table school_group_leader (
  school_group_id  uuid not null references school_group,
  person_id        uuid not null references person,
  primary key (person_id, school_group_id)
);
create index school_group_leader_group on school_group_leader (school_group_id);

create table support_member (
  person_id  uuid primary key references person
);

create index centre_school_group_group on centre_school_group (school_group_id);

grant select, insert, update on site to ${application_role};
grant select, insert, delete on school_group_leader, support_member to ${application_role};
