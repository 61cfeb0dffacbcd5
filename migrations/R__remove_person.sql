-- Removing somebody: what is left is a pseudonym, for the answers and the log that refer to it. A table that comes to hold a name or
-- an address belongs in remove_person, or in a trigger on what it changes, as below. How a person loses every way in is in
-- R__ways_in.

-- These words as a pattern that finds each of them whole.
create or replace function whole_words(variadic words text[]) returns text language sql immutable as $$
  select '(?<![[:alnum:]])(' || string_agg(regexp_replace(word, '([^[:alnum:]])', '\\\1', 'g'), '|') || ')(?![[:alnum:]])'
  from unnest(words) word
$$;

-- Called for the support team. It runs as the owner of the tables, since nobody else may erase sessions, links and mails. The local
-- mailbox loses the mails to the person, and those that say the name: of what the person sent or opened again. Sheets of an import
-- that was not confirmed yet go when they name the person.
create or replace function remove_person(removed uuid, now timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  address text := 'verwijderd-' || removed || '@removed.invalid';
  old person;
begin
  if not app_sees_net() then
    raise exception 'only the support team removes people' using errcode = 'insufficient_privilege';
  end if;
  select * into old from person where id = removed for update;
  update person set name = 'Verwijderd persoon ' || right(removed::text, 4), email = address, removed_at = now
  where id = removed and removed_at is null;
  if not found then
    raise exception 'person % is not there, or not any more', removed using errcode = 'no_data_found';
  end if;
  delete from membership where person_id = removed;
  delete from school_group_leader where person_id = removed;
  delete from support_member where person_id = removed;
  delete from session where person_id = removed;
  delete from sign_in_link where person_id = removed;
  delete from import_draft
  where person_id = removed or position(lower(old.email) in lower(rows::text)) > 0 or position(lower(old.name) in lower(rows::text)) > 0;
  delete from mailbox_mail x using message m where m.id = x.message_id and (m.person_id = removed
    or m.subject_id in (select id from sent_scan where sent_by = removed)
    or m.subject_id in (select unnest(array[r.id, r.scan_id]) from scan_reopening r where r.reopened_by = removed));
  -- What a mail server answered can name the address.
  update message set recipient = address,
    last_answer = case when state in ('waiting', 'sending') then 'Niet verstuurd: deze persoon is verwijderd.' else '' end,
    state = case when state in ('waiting', 'sending') then 'withdrawn' else state end
  where person_id = removed;
end $$;

-- The ledger keeps the address for which a message was put, but of nobody who was removed.
create or replace function forget_first_recipient() returns trigger language plpgsql as $$
begin
  new.first_recipient := null;
  return new;
end $$;
create or replace trigger message_forgets_address before update of recipient on message for each row
  when (new.recipient like 'verwijderd-%@removed.invalid') execute function forget_first_recipient();

-- The mails of introductions that name the person, also those to the others.
create or replace function forget_introductions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from mailbox_mail x using message m where m.id = x.message_id
    and m.subject_id in (select introduction_id from introduced_person where person_id = new.id);
  return null;
end $$;
create or replace trigger person_removed_from_introductions after update of removed_at on person
  for each row when (old.removed_at is null and new.removed_at is not null) execute function forget_introductions();

-- Agreements that say who does it: the name there becomes the pseudonym, whatever the case, also in a centre that the person left; not
-- where somebody else of the centre has that name, nor a name of one word, which may be of anybody. The mails that remind of them say it too.
create or replace function forget_name_in_agreements() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  named text := whole_words(old.name, old.email);
  naming uuid[] := array(select a.id from agreement a where a.who ~* named and (
    a.centre_id in (select centre_id from membership where person_id = new.id)
    or a.who ~* whole_words(old.email)
    or old.name like '% %' and not exists (select from membership m join person p on p.id = m.person_id
      where m.centre_id = a.centre_id and p.id <> new.id and lower(p.name) = lower(old.name))));
begin
  delete from mailbox_mail x using message m, agreement a where m.id = x.message_id and a.id = m.subject_id
    and (a.created_by = new.id or a.id = any (naming));
  update agreement set who = left(regexp_replace(who, named, new.name, 'gi'), 200) where id = any (naming);
  return null;
end $$;
create or replace trigger person_removed_from_agreements after update of removed_at on person
  for each row when (old.removed_at is null and new.removed_at is not null) execute function forget_name_in_agreements();

-- Reports say who sent a scan: those that were made, which can be asked again, and those of the mails of a closing.
create or replace function forget_reports_with_person() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  rounds uuid[] := array(select distinct s.round_id from scan s join sent_scan x on x.scan_id = s.id where x.sent_by = new.id);
begin
  delete from round_report_order where round_id = any (rounds);
  delete from mailbox_mail x using message m where m.id = x.message_id and m.kind = 'round-closed' and m.subject_id = any (rounds);
  return null;
end $$;
create or replace trigger person_removed after update of removed_at on person for each row
  when (old.removed_at is null and new.removed_at is not null) execute function forget_reports_with_person();

-- Somebody can be named in help on the way, as whom to ask: as a whole word, whatever the case. Reports that were made show it: those go.
create or replace function forget_in_help() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  named text := whole_words(old.name, old.email);
begin
  with changed as (
    update help set title = left(regexp_replace(title, named, new.name, 'gi'), 120),
      text = left(regexp_replace(text, named, new.name, 'gi'), 500), reply = left(regexp_replace(reply, named, new.name, 'gi'), 500),
      link = case when link ~* named then '' else link end
    where title || ' ' || text || ' ' || reply || ' ' || link ~* named
    returning questionnaire_id)
  delete from round_report_order
  where round_id in (select r.id from round r join changed on changed.questionnaire_id = r.questionnaire_id);
  return null;
end $$;
create or replace trigger person_removed_from_help after update of removed_at on person
  for each row when (old.removed_at is null and new.removed_at is not null) execute function forget_in_help();

-- Somebody who was removed stays a pseudonym, whoever still holds the name of before,
create or replace function keep_pseudonym() returns trigger language plpgsql as $$
begin
  raise exception 'person % was removed and stays a pseudonym', old.id using errcode = 'check_violation';
end $$;
create or replace trigger person_pseudonym_kept before update on person for each row
when (old.removed_at is not null and new is distinct from old) execute function keep_pseudonym();

-- and without roles. The person is held, so that a removal waits for whoever gives a role, or comes first.
create or replace function refuse_role_of_removed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from person where id = new.person_id and removed_at is null for key share;
  if not found then
    raise exception 'person % was removed and has no role', new.person_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create or replace trigger membership_of_removed before insert or update on membership
  for each row execute function refuse_role_of_removed();
create or replace trigger leader_of_removed before insert or update on school_group_leader
  for each row execute function refuse_role_of_removed();
create or replace trigger support_of_removed before insert or update on support_member
  for each row execute function refuse_role_of_removed();
