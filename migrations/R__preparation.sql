-- The team prepares alone (team/). What a member thinks is read by that member and nobody else (R__visibility); the functions of this
-- file count it, once, and erase it.

-- They call functions of R__scope, which runs after this one the first time.
set local check_function_bodies = off;

-- Whoever writes waits for who closes, and comes before that or not at all. Who says to be ready may close it next, so takes the whole lock
-- at once: two who held half of it each would wait for each other.
create or replace function refuse_after_preparation() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'ready_member' then
    perform from preparation p where p.scan_id = new.scan_id and p.closed_at is null for no key update;
  else
    perform from preparation p where p.scan_id = new.scan_id and p.closed_at is null for share;
  end if;
  if not found then
    raise exception 'the preparation of scan % is not open', new.scan_id using errcode = 'integrity_constraint_violation',
      constraint = 'preparation_is_open';
  end if;
  return new;
end $$;
create or replace trigger own_placement_before_closing before insert or update on own_placement
  for each row execute function refuse_after_preparation();
create or replace trigger ready_member_before_closing before insert on ready_member
  for each row execute function refuse_after_preparation();

-- How many of the team of a centre there are, and how many of these said to be ready; for who is of it.
create or replace function ready_members(asked uuid) returns table (ready integer, team integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct r.person_id)::integer, count(distinct m.person_id)::integer
  from scan s join membership m on m.centre_id = s.centre_id left join ready_member r on r.scan_id = s.id and r.person_id = m.person_id
  where s.id = asked and s.centre_id = any (app_own_centres())
$$;

-- Closes the preparation of a scan when the whole team is ready, or when who leads it says so; returns whether that closed it. Counts at
-- that moment, and never again: per block the answers of at least three members, and their ambitions where three have one.
create or replace function close_preparation(closed uuid, told boolean, now timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  of_centre uuid := (select centre_id from scan where id = closed);
begin
  if not exists (select from membership m where m.person_id = app_person() and m.centre_id = of_centre
                 and (not told or m.role in ('coordinator', 'director'))) then
    raise exception 'only the team closes its preparation, and before all are ready only who leads it'
      using errcode = 'insufficient_privilege';
  end if;
  perform from preparation p where p.scan_id = closed and p.closed_at is null for no key update;
  if not found or not told and exists (
      select from membership m where m.centre_id = of_centre
      and not exists (select from ready_member r where r.scan_id = closed and r.person_id = m.person_id)) then
    return false;
  end if;
  insert into team_spread (scan_id, section, kind, code, members)
  select closed, o.section, 'placement', coalesce(o.stage, o.view), count(*) from own_placement o
  where o.scan_id = closed
    and (select count(*) from own_placement x where x.scan_id = closed and x.section = o.section) >= 3
  group by o.section, coalesce(o.stage, o.view)
  union all
  select closed, o.section, 'ambition', o.ambition, count(*) from own_placement o
  where o.scan_id = closed and o.ambition is not null
    and (select count(*) from own_placement x where x.scan_id = closed and x.section = o.section and x.ambition is not null) >= 3
  group by o.section, o.ambition;
  update preparation set closed_at = now where scan_id = closed;
  return true;
end $$;

-- When a round closes, what members thought alone goes. A preparation that nobody closed ends without being counted.
create or replace function forget_own_placements_of_round() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from own_placement o using scan s where s.id = o.scan_id and s.round_id = new.id;
  delete from ready_member r using scan s where s.id = r.scan_id and s.round_id = new.id;
  update preparation p set closed_at = new.closed_at from scan s where s.id = p.scan_id and s.round_id = new.id and p.closed_at is null;
  return null;
end $$;
create or replace trigger round_own_placements_forgotten after update of state on round for each row
  when (old.state <> 'closed' and new.state = 'closed') execute function forget_own_placements_of_round();

-- Who leaves a centre takes along what they thought. Asked at the end of the transaction, since another role comes and goes in two steps.
create or replace function forget_own_placements_of_leaver() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from membership m where m.person_id = old.person_id and m.centre_id = old.centre_id) then
    delete from own_placement o using scan s where s.id = o.scan_id and s.centre_id = old.centre_id and o.person_id = old.person_id;
    delete from ready_member r using scan s where s.id = r.scan_id and s.centre_id = old.centre_id and r.person_id = old.person_id;
  end if;
  return null;
end $$;
drop trigger if exists membership_own_placements_forgotten on membership;
create constraint trigger membership_own_placements_forgotten after delete on membership deferrable initially deferred
  for each row execute function forget_own_placements_of_leaver();
