-- What a closed round is compared by, made once when it closes and never changed: which centres took part, what they were called,
-- for whom they worked, and which snapshot of each counts. Whatever becomes of a centre or a school group later, the figures of the
-- round stay as its reports gave them.

create table comparison (
  round_id            uuid primary key references round,
  method              integer not null check (method > 0), -- the version of the way of counting
  questionnaire_id    text not null,
  version             text not null,
  minimum_group_size  integer not null check (minimum_group_size >= 3),
  frozen_at           timestamptz not null,
  foreign key (questionnaire_id, version) references questionnaire_version
);

-- A centre of the round; without a sent scan it counts nowhere.
create table comparison_centre (
  round_id      uuid not null references comparison,
  centre_id     uuid not null references centre,
  name          text not null,
  sent_scan_id  uuid unique references sent_scan,
  primary key (round_id, centre_id)
);
create index comparison_centre_centre on comparison_centre (centre_id, round_id);

-- A school group for which centres of the round worked.
create table comparison_group (
  round_id         uuid not null references comparison,
  school_group_id  uuid not null references school_group,
  name             text not null,
  centres          integer not null, -- that took part
  sent             integer not null check (sent between 0 and centres),
  primary key (round_id, school_group_id)
);

create table comparison_member (
  round_id         uuid not null,
  school_group_id  uuid not null,
  centre_id        uuid not null,
  primary key (round_id, school_group_id, centre_id),
  foreign key (round_id, school_group_id) references comparison_group,
  foreign key (round_id, centre_id) references comparison_centre
);
create index comparison_member_centre on comparison_member (round_id, centre_id);
create index comparison_member_group on comparison_member (school_group_id, round_id);
create index comparison_member_of_centre on comparison_member (centre_id) include (round_id, school_group_id);

-- The figures of a group; those without a school group are the net's.
create table comparison_figures (
  round_id         uuid not null references comparison,
  school_group_id  uuid,
  centres          integer not null check (centres >= 0), -- that sent
  figures          jsonb not null,
  unique nulls not distinct (round_id, school_group_id),
  foreign key (round_id, school_group_id) references comparison_group
);

-- How the centres that sent a scan in this round and in the newest comparable one before moved; those without a school group are the net's.
create table comparison_movement (
  round_id          uuid not null references comparison,
  school_group_id   uuid,
  earlier_round_id  uuid not null references round,
  movements         jsonb not null,
  unique nulls not distinct (round_id, school_group_id),
  foreign key (round_id, school_group_id) references comparison_group
);

alter table comparison enable row level security;
alter table comparison_centre enable row level security;
alter table comparison_group enable row level security;
alter table comparison_member enable row level security;
alter table comparison_figures enable row level security;
alter table comparison_movement enable row level security;

grant select, insert on comparison, comparison_centre, comparison_group, comparison_member, comparison_figures, comparison_movement
  to ${application_role};
