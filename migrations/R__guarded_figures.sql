-- By what the service judges whether figures tell too much of a centre: how the sent scans of a frozen round lie in the groups of
-- which a person could see figures, and what that person knows already. They read more than the person may see, and return numbers
-- only.

-- A row for each combination of these school groups, the empty one for the rest of the net: how many sent scans there are, how many
-- of them the person does not see by name, and how many are the person's own. Whom somebody sees by name is asked once, not once for
-- each centre of the round.
create or replace function comparison_cells(compared uuid)
returns table (school_groups uuid[], centres integer, hidden integer, own integer)
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

-- What the centres answered that the person ever saw by name, in numbers of centres: of the net (a set of zeroes) and of each school
-- group of theirs. Subtracted from published figures it leaves what these tell of the others. A centre whose result was opened stays
-- known when the opening ended.

-- The number of rows is what the planner goes by: it would count on a thousand, and then read the facts of the whole net for a few scans.
create or replace function named_scans(compared uuid) returns table (of_set uuid, scan uuid)
language plpgsql stable security definer rows 5 set search_path = public, pg_temp as $$
declare
  named uuid[] := app_named_centres(compared);
  groups uuid[] := app_compared_groups(compared) || app_led_groups();
begin
  return query
  select '00000000-0000-0000-0000-000000000000'::uuid, c.sent_scan_id from comparison_centre c
  where c.round_id = compared and c.sent_scan_id is not null and c.centre_id = any (named)
  union all
  select m.school_group_id, c.sent_scan_id from comparison_centre c join comparison_member m using (round_id, centre_id)
  where c.round_id = compared and c.sent_scan_id is not null and c.centre_id = any (named) and m.school_group_id = any (groups);
end $$;

create or replace function named_placements(compared uuid)
returns table (of_set uuid, block text, stage text, ambition text, centres integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select n.of_set, p.block, p.stage, p.ambition, count(*)::integer
  from named_scans(compared) n join placed_block p on p.sent_scan_id = n.scan group by n.of_set, p.block, p.stage, p.ambition;
end $$;

create or replace function named_choices(compared uuid)
returns table (of_set uuid, section text, question text, option text, centres integer, positions integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select n.of_set, o.section, o.question, o.option, count(*)::integer, sum(o.position)::integer
  from named_scans(compared) n join chosen_option o on o.sent_scan_id = n.scan group by n.of_set, o.section, o.question, o.option;
end $$;
