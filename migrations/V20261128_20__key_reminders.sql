-- A reminder that somebody asked for, by the key of the form: the same form posted twice mails once.
create table reminder_request (
  key       uuid primary key,
  round_id  uuid not null references round,
  asked_at  timestamptz not null,
  mails     integer not null default 0 check (mails >= 0)
);
create index reminder_request_round on reminder_request (round_id);

grant select, insert on reminder_request to ${application_role};
grant update (mails) on reminder_request to ${application_role};

alter table reminder_request enable row level security;
create policy net on reminder_request using ((select app_sees_net()));
