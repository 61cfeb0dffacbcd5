-- The team prepares: each member places the centre alone, before the team talks. Opened once for a scan, closed once, for good.
create table preparation (
  scan_id    uuid primary key references scan,
  opened_by  uuid not null references person,
  opened_at  timestamptz not null,
  closed_at  timestamptz
);

-- What one member thinks of one block, for that member's eyes only. It goes when the round closes, and when the member leaves.
create table own_placement (
  scan_id    uuid not null references preparation,
  person_id  uuid not null references person,
  section    text not null check (length(section) <= 40),
  view       text not null check (view in ('stage', 'unsure', 'unseen')), -- a stage, "I do not know", "I have no sight of it"
  stage      text check (length(stage) <= 40),
  ambition   text check (length(ambition) <= 40),
  why        text not null check (length(why) <= 300),
  placed_at  timestamptz not null,
  primary key (scan_id, person_id, section),
  check ((view = 'stage') = (stage is not null)),
  check (ambition is null or stage is not null)
);

-- Who said to be ready, or to take no part this time.
create table ready_member (
  scan_id    uuid not null references preparation,
  person_id  uuid not null references person,
  ready_at   timestamptz not null,
  primary key (scan_id, person_id)
);

-- How the team is spread over what can be thought of a block: numbers of members, written once, when the preparation closes, and only
-- where at least three of them gave an answer.
create table team_spread (
  scan_id  uuid not null references preparation,
  section  text not null check (length(section) <= 40),
  kind     text not null check (kind in ('placement', 'ambition')),
  code     text not null check (length(code) <= 40), -- a stage, 'unsure', 'unseen'; of an ambition a stage, or to stay
  members  integer not null check (members > 0),
  primary key (scan_id, section, kind, code)
);

alter table preparation enable row level security;
alter table own_placement enable row level security;
alter table ready_member enable row level security;
alter table team_spread enable row level security;

grant select, insert on preparation to ${application_role};
grant select, insert, update on own_placement to ${application_role};
grant select, insert, delete on ready_member to ${application_role};
grant select on team_spread to ${application_role};
