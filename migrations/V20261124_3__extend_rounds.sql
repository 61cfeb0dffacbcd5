-- A round is made, opened and closed; until it is opened nobody of its centres sees it.
alter table round
  add column state text not null default 'open' check (state in ('draft', 'open', 'closed')),
  add column minimum_group_size integer not null default 5 check (minimum_group_size >= 3),
  add column reminder_days integer[] not null default '{14,3}', -- before the last day
  add column note_retention_years integer not null default 6 check (note_retention_years between 1 and 50),
  add column opened_at timestamptz,
  add column closed_at timestamptz,
  add column notes_erased_at timestamptz,
  add constraint round_closed check ((state = 'closed') = (closed_at is not null));

-- The part of a centre in a round is what its mails are about.
alter table round_centre add column id uuid not null default gen_random_uuid() constraint round_centre_id_unique unique;

-- Who gets which mail of a round.
create table round_recipient (
  round_id  uuid not null references round,
  kind      text not null check (kind in ('invitation', 'reminder', 'scan-sent', 'round-closed')),
  role      text not null check (role in ('member', 'coordinator', 'director', 'leader')),
  primary key (round_id, kind, role)
);

-- Why a sent scan was opened again. What was sent before stays.
create table scan_reopening (
  id           uuid primary key,
  scan_id      uuid not null references scan,
  reason       text not null check (length(reason) between 1 and 2000),
  reopened_by  uuid not null references person,
  reopened_at  timestamptz not null
);
create index scan_reopening_scan on scan_reopening (scan_id);
create trigger scan_reopening_append_only before update or delete or truncate on scan_reopening for each statement execute function refuse_change();

-- The round of a message, when it has one: the ledger of a round reads it.
alter table message add column round_id uuid references round;
create index message_round on message (round_id, created_at);

grant select, insert, delete on round_recipient to ${application_role};
grant select, insert on scan_reopening to ${application_role};
