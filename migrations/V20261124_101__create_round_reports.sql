-- All reports of a closed round, as somebody asked for them: an order, and a row for each report, made one by one in the background. Progress is what
-- is there of them; a restart goes on with what is not.
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
  subject_id  uuid,                                 -- the school group or the centre
  file_name   text not null,
  tries       integer not null default 0 check (tries >= 0),
  failure     text not null default '',             -- why it was given up; empty while it was not
  made_at     timestamptz,
  pdf         bytea,
  primary key (order_id, position),
  unique (order_id, file_name),
  check ((pdf is null) = (made_at is null)),
  check ((subject_id is null) = (kind = 'net'))
);
-- A document is compressed already.
alter table round_report alter column pdf set storage external;
create index round_report_to_make on round_report (order_id, position) where pdf is null;

alter table round_report_order enable row level security;
alter table round_report enable row level security;
create policy net on round_report_order using ((select app_sees_net()));
create policy net on round_report using ((select app_sees_net()));
grant select, insert, update, delete on round_report_order, round_report to ${application_role};

-- The reports hold notes, and who sent a scan: they go when the notes of their round are erased, or that person is removed. They can be asked again.
create function forget_reports_with_notes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from round_report_order where round_id = new.id;
  return null;
end $$;
create trigger round_notes_erased after update of notes_erased_at on round for each row
  when (old.notes_erased_at is null and new.notes_erased_at is not null) execute function forget_reports_with_notes();

create function forget_reports_with_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from round_report_order where round_id in (select s.round_id from scan s join sent_scan x on x.scan_id = s.id where x.sent_by = new.id);
  return null;
end $$;
create trigger person_removed after update of removed_at on person for each row
  when (old.removed_at is null and new.removed_at is not null) execute function forget_reports_with_person();

-- A closed round is of whoever it compares, wherever the centres went since.
create policy compared on round for select using (id = any ((select app_compared_rounds())::uuid[]));
