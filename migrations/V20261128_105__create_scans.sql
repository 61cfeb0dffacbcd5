-- One centre's answers in one round. It pins the version of the questionnaire that it answers.
create table scan (
  id                uuid primary key,
  round_id          uuid not null references round,
  centre_id         uuid not null references centre,
  questionnaire_id  text not null,
  version           text not null,
  state             text not null default 'open' check (state in ('open', 'sent')),
  started_at        timestamptz not null,
  unique (round_id, centre_id),
  foreign key (questionnaire_id, version) references questionnaire_version,
  constraint scan_of_centre_in_round foreign key (round_id, centre_id) references round_centre (round_id, centre_id)
);
create index scan_centre on scan (centre_id);

-- Why a sent scan was opened again. What was sent before stays.
create table scan_reopening (
  id           uuid primary key,
  scan_id      uuid not null references scan,
  reason       text not null check (length(reason) between 1 and 2000),
  reopened_by  uuid not null references person,
  reopened_at  timestamptz not null
);
create index scan_reopening_scan on scan_reopening (scan_id);

-- The answer in force to one question of one section (a building block, or the closing questions). Aside is what the question holds
-- that is not part of its answer now, such as the text of an option that is not chosen any more: it is kept until the scan is sent,
-- and never sent.
create table answer (
  scan_id      uuid not null references scan,
  section      text not null check (length(section) <= 40),
  question     text not null check (length(question) <= 40),
  revision     integer not null check (revision > 0),
  value        jsonb,
  note         text not null check (length(note) <= 10000),
  aside        jsonb not null default '{}' check (length(aside::text) <= 100000),
  answered_by  uuid not null references person,
  answered_at  timestamptz not null,
  primary key (scan_id, section, question)
) with (fillfactor = 70);

-- Every revision that ever was in force; a write is known by its key, and counts once.
create table answer_history (
  scan_id      uuid not null,
  section      text not null,
  question     text not null,
  revision     integer not null,
  value        jsonb,
  note         text not null,
  aside        jsonb not null default '{}',
  answered_by  uuid not null,
  answered_at  timestamptz not null,
  write_key    uuid not null,
  primary key (scan_id, section, question, revision),
  constraint answer_history_write_once unique (scan_id, write_key, section, question)
);

alter table scan enable row level security;
alter table scan_reopening enable row level security;
alter table answer enable row level security;
alter table answer_history enable row level security;

grant select, insert, update on scan, answer to ${application_role};
grant select, insert on scan_reopening, answer_history to ${application_role};
