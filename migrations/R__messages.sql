-- For whom a mail is.

-- Who gets a mail of this kind for a centre in a round. Somebody of a centre may ask it: it is the one thing of the leaders of its
-- school groups that the sending by a centre has to know.
create or replace function round_recipients(round uuid, centre uuid, mail_kind text) returns table (person_id uuid, name text, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, p.name, p.email from person p
  where p.ended_on is null and p.removed_at is null and exists (
    select from round_recipient r where r.round_id = round and r.kind = mail_kind and (
      exists (select from membership m where m.person_id = p.id and m.centre_id = centre and m.role = r.role)
      or r.role = 'leader' and exists (select from school_group_leader l join centre_school_group c using (school_group_id)
                                       where l.person_id = p.id and c.centre_id = centre)))
  order by p.name, p.id
$$;

-- Whose a message is, so that it can follow that person to another address, and no address stays in it of somebody who is removed.
create or replace function know_recipient() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.person_id := (select id from person where email = lower(new.recipient));
  return new;
end $$;
create or replace trigger message_recipient before insert on message for each row execute function know_recipient();
