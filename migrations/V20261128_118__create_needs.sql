-- What a centre needs for what it agreed, or for what hinders it: of a school group, of the support team, or of the net as a whole. It is
-- the centre's own until it passes it on. Without 'what' it was erased with the notes of its round.
create table need (
  id               uuid primary key,
  centre_id        uuid not null references centre,
  scan_id          uuid not null references scan, -- the one that it came from
  section          text not null check (length(section) <= 60),
  agreement_id     uuid references agreement, -- for which it is needed; none: for the section, or for what hinders it
  bottleneck       text not null default '' check (length(bottleneck) <= 60), -- the option by which it was said that this hinders
  asked_of         text not null check (asked_of in ('school_group', 'support', 'net')),
  school_group_id  uuid references school_group,
  what             text not null check (length(what) <= 500),
  passed_on        boolean not null,
  state            text not null default 'open' check (state in ('open', 'answered')),
  asked_by         uuid not null references person,
  asked_at         timestamptz not null,
  answer           text not null default '' check (length(answer) <= 2000),
  answered_by      uuid references person,
  answered_at      timestamptz,
  check ((asked_of = 'school_group') = (school_group_id is not null)),
  check ((state = 'answered') = (answered_at is not null) and (answered_at is null) = (answered_by is null))
);
create index need_centre on need (centre_id, asked_at);
create index need_scan on need (scan_id, section);
create index need_school_group on need (school_group_id) where passed_on;
create index need_asked_of on need (asked_of) where passed_on;

alter table need enable row level security;

grant select, insert, update, delete on need to ${application_role};
