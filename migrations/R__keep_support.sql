-- A net that had people of POC+ is never left without one who can sign in. Asked at the end of the transaction, one transaction at a
-- time: the lock is that of every change of the net.
create or replace function keep_support() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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

drop trigger if exists support_remains on support_member;
create constraint trigger support_remains after delete on support_member deferrable initially deferred
for each row execute function keep_support();

drop trigger if exists support_can_sign_in on person;
create constraint trigger support_can_sign_in after update of ended_on, removed_at on person deferrable initially deferred
for each row when (new.ended_on is not null or new.removed_at is not null) execute function keep_support();
