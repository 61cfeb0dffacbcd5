-- The days on which the unfinished centres of a round were reminded by schedule: each day once, whatever stops, restarts or runs beside it.
create table round_reminder (
  round_id  uuid not null references round,
  due_on    date not null,
  made_on   date not null, -- in Belgium; later than due_on when the service was down on that day
  primary key (round_id, due_on),
  check (made_on >= due_on)
);

grant select, insert on round_reminder to ${application_role};

alter table round_reminder enable row level security;
create policy net on round_reminder for select using ((select app_sees_net()));
create policy service on round_reminder for insert with check ((select app_is_service()));
