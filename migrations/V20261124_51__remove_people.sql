-- Removing somebody: what is left is a pseudonym, for the answers and the log that refer to it.

-- Whose a message is, so that no address of somebody who is removed is left in it, not even one of before.
alter table message add column person_id uuid references person;
update message m set person_id = p.id from person p where p.email = m.recipient;
create index message_person on message (person_id);

create function know_recipient() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.person_id := (select id from person where email = lower(new.recipient));
  return new;
end $$;
create trigger message_recipient before insert on message for each row execute function know_recipient();

-- Runs as the owner of the tables, since nobody else may erase sessions, links and mails. The local mailbox loses the mails to the person, and those
-- that say the name: of what the person sent or opened again. Sheets of an import that was not confirmed yet go when they name the person.
create function remove_person(removed uuid, now timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  address text := 'verwijderd-' || removed || '@removed.invalid';
  old person;
begin
  if not app_sees_net() then
    raise exception 'only the support team removes people' using errcode = 'insufficient_privilege';
  end if;
  select * into old from person where id = removed for update;
  update person set name = 'Verwijderd persoon ' || right(removed::text, 4), email = address, removed_at = now where id = removed and removed_at is null;
  if not found then
    raise exception 'person % is not there, or not any more', removed using errcode = 'no_data_found';
  end if;
  delete from membership where person_id = removed;
  delete from school_group_leader where person_id = removed;
  delete from support_member where person_id = removed;
  delete from session where person_id = removed;
  delete from sign_in_link where person_id = removed;
  delete from import_draft where person_id = removed or position(lower(old.email) in lower(rows::text)) > 0 or position(lower(old.name) in lower(rows::text)) > 0;
  delete from mailbox_mail x using message m where m.id = x.message_id and (m.person_id = removed
    or m.subject_id in (select id from sent_scan where sent_by = removed)
    or m.subject_id in (select unnest(array[r.id, r.scan_id]) from scan_reopening r where r.reopened_by = removed));
  -- What a mail server answered can name the address.
  update message set recipient = address,
    last_answer = case when state in ('waiting', 'sending') then 'Niet verstuurd: deze persoon is verwijderd.' else '' end,
    state = case when state in ('waiting', 'sending') then 'withdrawn' else state end
  where person_id = removed;
end $$;
