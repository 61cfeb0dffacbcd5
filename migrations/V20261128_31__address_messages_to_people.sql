-- A message is for a person, and goes to the address that the person has when it leaves. The ledger keeps the one for which it was put beside it.
alter table message add column first_recipient text check (length(first_recipient) <= 254);

-- So it exists once for a person, whatever the address; once for an address that is nobody's.
alter table message drop constraint message_once;
create unique index message_once on message (kind, coalesce(person_id::text, recipient), subject_id, number);

-- Whoever is removed takes every address along.
create function forget_first_recipient() returns trigger language plpgsql as $$
begin
  new.first_recipient := null;
  return new;
end $$;
create trigger message_forgets_address before update of recipient on message for each row
  when (new.recipient like 'verwijderd-%@removed.invalid') execute function forget_first_recipient();
