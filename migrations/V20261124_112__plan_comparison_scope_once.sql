-- As V20261124_111 for what comparing asks of every statement: planned once per connection, and answered by way of an index.

create or replace function app_led_groups() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(select school_group_id from school_group_leader where person_id = app_person());
end $$;

create or replace function app_compared_rounds() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  centres uuid[] := app_centres();
  led uuid[] := app_led_groups();
begin
  return array(select c.round_id from comparison_centre c where c.centre_id = any (centres)
    union select m.round_id from comparison_member m where m.school_group_id = any (led));
end $$;

create or replace function app_compared_groups(round uuid) returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  own uuid[] := app_own_centres();
begin
  return array(select distinct m.school_group_id from comparison_member m where m.round_id = round and m.centre_id = any (own));
end $$;

create or replace function app_named_centres(round uuid) returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  own uuid[] := app_own_centres();
  led uuid[] := app_led_groups();
begin
  return app_centres() || array(select m.centre_id from comparison_member m where m.round_id = round and m.school_group_id = any (led))
    || array(select case when o.offering_id = any (own) then o.accepting_id else o.offering_id end from opening o
             where o.round_id = round and o.accepted_at is not null and (o.offering_id = any (own) or o.accepting_id = any (own)));
end $$;

-- Whom somebody sees by name is asked once, not once for each centre of the round.
create or replace function comparison_cells(compared uuid) returns table (school_groups uuid[], centres integer, hidden integer, own integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  named uuid[] := app_named_centres(compared);
  mine uuid[] := app_own_centres();
  candidates uuid[] := app_compared_groups(compared) || app_led_groups();
begin
  return query
  with sent as (
    select m.centre_id, array_agg(m.school_group_id order by m.school_group_id) as in_groups
    from comparison_member m join comparison_centre c using (round_id, centre_id)
    where m.round_id = compared and c.sent_scan_id is not null and m.school_group_id = any (candidates)
    group by m.centre_id
  ), apart as (
    select c.centre_id from comparison_centre c
    where c.round_id = compared and c.sent_scan_id is not null and c.centre_id = any (named)
      and not exists (select from sent s where s.centre_id = c.centre_id)
  ), rest as (
    select f.centres - (select count(*) from sent) as n from comparison_figures f where f.round_id = compared and f.school_group_id is null
  )
  select s.in_groups, count(*)::integer, count(*) filter (where s.centre_id <> all (named))::integer,
    count(*) filter (where s.centre_id = any (mine))::integer
  from sent s group by s.in_groups
  union all
  select '{}', r.n::integer, (r.n - (select count(*) from apart))::integer,
    (select count(*) from apart a where a.centre_id = any (mine))::integer
  from rest r where r.n > 0;
end $$;
