-- Who did what, when, to what. Names of people stand in person only, so that somebody who is removed lives on here as a pseudonym.
create table activity_log (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  person_id   uuid references person, -- none: the service itself
  action      text not null check (length(action) between 1 and 60),
  subject_id  uuid, -- what it was done to
  detail      text not null default '' check (length(detail) <= 2000)
);
-- It is read from the newest on, page by page.
create index activity_log_order on activity_log (at desc, id desc);
create index activity_log_action on activity_log (action, at desc, id desc);
create index activity_log_subject on activity_log (subject_id);

alter table activity_log enable row level security;

grant select, insert on activity_log to ${application_role};
