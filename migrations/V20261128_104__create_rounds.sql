-- A version of an instrument, as it is pinned by what refers to it. Its content never changes once a scan pins it.
create table questionnaire_version (
  questionnaire_id  text not null,
  version           text not null,
  content           text not null,
  registered_at     timestamptz not null,
  primary key (questionnaire_id, version)
);

-- One period in which centres take one questionnaire. A round is made as a draft that its centres do not see, opened, and closed for good.
create table round (
  id                    uuid primary key,
  title                 text not null check (length(title) between 1 and 200),
  questionnaire_id      text not null,
  version               text not null,
  opens_on              date not null,
  closes_on             date not null,
  state                 text not null default 'open' check (state in ('draft', 'open', 'closed')),
  minimum_group_size    integer not null default 5 check (minimum_group_size >= 3),
  reminder_days         integer[] not null default '{14,3}', -- before the last day
  note_retention_years  integer not null default 6 check (note_retention_years between 1 and 50),
  opened_at             timestamptz,
  closed_at             timestamptz,
  closing_unfinished    boolean not null default false, -- what it is compared by or its mails are not made yet
  notes_erased_at       timestamptz,
  foreign key (questionnaire_id, version) references questionnaire_version,
  check (opens_on <= closes_on),
  constraint round_closed check ((state = 'closed') = (closed_at is not null)),
  constraint round_closing_unfinished check (state = 'closed' or not closing_unfinished)
);
create unique index round_looks_the_same on round (name_key(title));
create index round_closing_unfinished on round (closed_at) where closing_unfinished;

-- A centre takes part in a round; this is what its mails are about.
create table round_centre (
  id         uuid not null default gen_random_uuid() constraint round_centre_id_unique unique,
  round_id   uuid not null references round,
  centre_id  uuid not null references centre,
  primary key (round_id, centre_id)
);
create index round_centre_centre on round_centre (centre_id);

-- Who gets which mail of a round.
create table round_recipient (
  round_id  uuid not null references round,
  kind      text not null check (kind in ('invitation', 'reminder', 'scan-sent', 'round-closed')),
  role      text not null check (role in ('member', 'coordinator', 'director', 'leader')),
  primary key (round_id, kind, role)
);

-- The days on which the unfinished centres of a round were reminded by schedule: each day once, whatever stops, restarts or runs beside it.
create table round_reminder (
  round_id  uuid not null references round,
  due_on    date not null,
  made_on   date not null, -- in Belgium; later than due_on when the service was down on that day
  primary key (round_id, due_on),
  check (made_on >= due_on)
);

-- A reminder that somebody asked for, by the key of the form: the same form posted twice mails once.
create table reminder_request (
  key       uuid primary key,
  round_id  uuid not null references round,
  asked_at  timestamptz not null,
  mails     integer not null default 0 check (mails >= 0)
);
create index reminder_request_round on reminder_request (round_id);

-- A version of an instrument is public; the rest is not.
alter table round enable row level security;
alter table round_centre enable row level security;
alter table round_recipient enable row level security;
alter table round_reminder enable row level security;
alter table reminder_request enable row level security;

grant select, insert, update on questionnaire_version, round to ${application_role};
grant select, insert, delete on round_centre, round_recipient to ${application_role};
grant select, insert on round_reminder, reminder_request to ${application_role};
grant update (mails) on reminder_request to ${application_role};
