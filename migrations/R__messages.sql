-- For whom a mail is.

-- Who gets a mail of this kind for a centre in a round. Somebody of a centre may ask it: it is the one thing of the leaders of its
-- school groups that the sending by a centre has to know.
create or replace function round_recipients(round uuid, centre uuid, mail_kind text) returns table (person_id uuid, name text, email text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select p.id, p.name, p.email from person p
  where p.ended_on is null and p.removed_at is null and p.id in (
    select m.person_id from round_recipient r join membership m on m.role = r.role
    where r.round_id = round and r.kind = mail_kind and m.centre_id = centre
    union all
    select l.person_id from round_recipient r cross join centre_school_group c join school_group_leader l using (school_group_id)
    where r.round_id = round and r.kind = mail_kind and r.role = 'leader' and c.centre_id = centre)
  order by p.name, p.id;
end $$;

-- Whose a message is, so that it can follow that person to another address, and no address stays in it of somebody who is removed.
create or replace function know_recipient() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.person_id := (select id from person where email = lower(new.recipient));
  return new;
end $$;
create or replace trigger message_recipient before insert on message for each row execute function know_recipient();
