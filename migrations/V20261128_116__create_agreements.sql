-- What a centre's team makes of its own result: a few texts, agreements, and in the next round what became of these. It is the team's
-- own: neither a school group nor the support team reads it, and it is no part of what was sent.

-- What the team says of its result, one text a screen.
create table interpretation (
  scan_id     uuid not null references scan,
  screen      text not null check (length(screen) between 1 and 40),
  content     text not null check (length(content) <= 10000),
  revision    integer not null check (revision > 0),
  changed_by  uuid not null references person,
  changed_at  timestamptz not null,
  primary key (scan_id, screen)
);

-- What the team agreed to do. Without 'what' it was erased with the notes of its round.
create table agreement (
  id          uuid primary key,
  centre_id   uuid not null references centre,
  scan_id     uuid not null references scan, -- the one that it came from
  section     text not null default '' check (length(section) <= 40), -- what it is about; empty when it is about all
  what        text not null check (length(what) <= 500),
  who         text not null default '' check (length(who) <= 200),
  by_when     date,
  dated_on    date not null, -- since when that day, or none, is the day: a reminder that was due before is not sent
  state       text not null default 'open' check (state in ('open', 'busy', 'done', 'dropped')),
  remind      boolean not null default true,
  revision    integer not null default 1 check (revision > 0),
  created_by  uuid not null references person,
  created_at  timestamptz not null,
  changed_by  uuid not null references person,
  changed_at  timestamptz not null
);
create index agreement_centre on agreement (centre_id, by_when, created_at);
create index agreement_scan on agreement (scan_id);
create index agreement_due on agreement (by_when) where remind and state in ('open', 'busy');

-- What became of an agreement, or of a priority, of the round before, as it is said in the next scan. What it was about is kept as it
-- read then, so that a report says the same next year.
create table what_became (
  scan_id       uuid not null references scan, -- the one that is answered now
  subject       text not null check (length(subject) between 1 and 40), -- the agreement, or the section that was a priority
  agreement_id  uuid references agreement, -- none: a priority
  about         text not null check (length(about) <= 500),
  became        text not null check (became in ('done', 'going_on', 'dropped', 'changed_mind')),
  line          text not null default '' check (length(line) <= 500),
  revision      integer not null check (revision > 0),
  changed_by    uuid not null references person,
  changed_at    timestamptz not null,
  primary key (scan_id, subject)
);
create index what_became_agreement on what_became (agreement_id);

alter table interpretation enable row level security;
alter table agreement enable row level security;
alter table what_became enable row level security;

grant select, insert, update on interpretation, agreement, what_became to ${application_role};
