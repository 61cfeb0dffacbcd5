-- Another address is another proof of who it is; who ended or was removed comes in no more. In both cases sessions and links of before end at once, and with
-- another address or a removal also what other services know somebody by. Who signs in locks the person first, so that it comes before this or not at all.
drop trigger person_identity_forgotten on person;
drop function forget_identities();

create function end_ways_in() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from session where person_id = new.id;
  delete from sign_in_link where person_id = new.id;
  if new.removed_at is not null or new.email is distinct from old.email then
    delete from person_identity where person_id = new.id;
  end if;
  return null;
end $$;
create trigger person_ways_in_ended after update of email, ended_on, removed_at on person for each row
when (new.removed_at is not null or new.ended_on is not null or new.email is distinct from old.email) execute function end_ways_in();

-- Somebody who was removed stays a pseudonym without roles, whoever still holds the name of before.
create function keep_pseudonym() returns trigger language plpgsql as $$
begin
  raise exception 'person % was removed and stays a pseudonym', old.id using errcode = 'check_violation';
end $$;
create trigger person_pseudonym_kept before update on person for each row
when (old.removed_at is not null and new is distinct from old) execute function keep_pseudonym();

create function refuse_role_of_removed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from person where id = new.person_id and removed_at is null for key share;
  if not found then
    raise exception 'person % was removed and has no role', new.person_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger membership_of_removed before insert or update on membership for each row execute function refuse_role_of_removed();
create trigger leader_of_removed before insert or update on school_group_leader for each row execute function refuse_role_of_removed();
create trigger support_of_removed before insert or update on support_member for each row execute function refuse_role_of_removed();

-- A net that had people of POC+ is never left without one who can sign in. Asked at the end of the transaction, one transaction at a time: the lock is that of
-- every change of the net.
create function keep_support() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'person' then
    if not exists (select from support_member where person_id = new.id) then
      return null;
    end if;
  end if;
  perform pg_advisory_xact_lock(hashtext('organisation'));
  if not exists (select from support_member s join person p on p.id = s.person_id where p.ended_on is null and p.removed_at is null) then
    raise exception 'somebody of the support team has to remain' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger support_remains after delete on support_member deferrable initially deferred
for each row execute function keep_support();
create constraint trigger support_can_sign_in after update of ended_on, removed_at on person deferrable initially deferred
for each row when (new.ended_on is not null or new.removed_at is not null) execute function keep_support();
