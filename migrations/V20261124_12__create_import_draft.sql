-- What somebody uploaded and has not confirmed yet: the rows as they were read. It holds names and addresses, so that it goes when it is confirmed or old.
create table import_draft (
  id          uuid primary key,
  person_id   uuid not null references person,
  file_name   text not null check (length(file_name) <= 200),
  rows        jsonb not null,
  created_at  timestamptz not null
);
create index import_draft_created on import_draft (created_at);

alter table import_draft enable row level security;
create policy own on import_draft using ((select app_sees_net()) and person_id = (select app_person()));
create policy old on import_draft using ((select app_sees_net()) and created_at < now() - interval '1 day');

grant select, insert, delete on import_draft to ${application_role};
