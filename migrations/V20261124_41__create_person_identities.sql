-- By what somebody is known to a service that signs people in: at Entra ID a tenant and an object in it, elsewhere an issuer and a subject. An address is
-- used once, to find the person; from then on this is.
create table person_identity (
  id          uuid primary key,
  person_id   uuid not null references person,
  authority   text not null check (length(authority) between 1 and 500),
  subject     text not null check (length(subject) between 1 and 500),
  created_at  timestamptz not null,
  constraint person_identity_unique unique (authority, subject)
);
create index person_identity_person on person_identity (person_id);

grant select, insert on person_identity to ${application_role};

alter table person_identity enable row level security;
create policy service on person_identity using ((select app_is_service()));

-- Somebody who is removed is no longer known by anything; and another address is another proof of who it is.
create function forget_identities() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from person_identity where person_id = new.id;
  return null;
end $$;
create trigger person_identity_forgotten after update of email, removed_at on person for each row
when (new.removed_at is not null or new.email is distinct from old.email) execute function forget_identities();
