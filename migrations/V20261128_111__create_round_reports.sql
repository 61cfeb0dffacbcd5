-- All reports of a closed round, as somebody asked for them: an order, and a row for each report, made one by one in the background.
-- Progress is what is there of them; a restart goes on with what is not.
create table round_report_order (
  id            uuid primary key,
  round_id      uuid not null unique references comparison,
  requested_by  uuid not null references person,
  requested_at  timestamptz not null
);

create table round_report (
  order_id    uuid not null references round_report_order on delete cascade,
  position    integer not null check (position > 0),
  kind        text not null check (kind in ('net', 'school_group', 'centre')),
  subject_id  uuid, -- the school group or the centre
  file_name   text not null,
  tries       integer not null default 0 check (tries >= 0),
  failure     text not null default '', -- why it was given up; empty while it was not
  made_at     timestamptz,
  pdf         bytea storage external, -- a document is compressed already
  primary key (order_id, position),
  unique (order_id, file_name),
  check ((pdf is null) = (made_at is null)),
  check ((subject_id is null) = (kind = 'net'))
);
create index round_report_to_make on round_report (order_id, position) where pdf is null;

alter table round_report_order enable row level security;
alter table round_report enable row level security;

grant select, insert, update, delete on round_report_order, round_report to ${application_role};
