-- What the centres answered in a frozen round that somebody ever saw by name, in numbers of centres: of the net (a set of zeroes) and of each school group of
-- theirs. Subtracted from published figures it leaves what these tell of the others. A centre whose result was opened stays known when the opening has ended.

create function named_scans(compared uuid) returns table (of_set uuid, scan uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
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

create function named_placements(compared uuid) returns table (of_set uuid, block text, stage text, ambition text, centres integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select n.of_set, f.block, f.stage, f.ambition_stage, count(*)::integer
  from named_scans(compared) n join fact_placement f on f.sent_scan_id = n.scan group by n.of_set, f.block, f.stage, f.ambition_stage;
end $$;

create function named_choices(compared uuid) returns table (of_set uuid, section text, question text, option text, centres integer, positions integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select n.of_set, f.section, f.question, f.option, count(*)::integer, sum(f.position)::integer
  from named_scans(compared) n join fact_choice f on f.sent_scan_id = n.scan group by n.of_set, f.section, f.question, f.option;
end $$;
