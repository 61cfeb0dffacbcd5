-- Which centres and school groups a round compares, with what counts of each: of a frozen round as it was when it closed, of another
-- one as it is now. They run for whoever asks, and show what that person may see.

drop view if exists compared_centre;
create view compared_centre with (security_invoker = true) as
  select round_id, centre_id, name, sent_scan_id from comparison_centre
  union all
  select p.round_id, c.id, c.name, x.id
  from round_centre p join round r on r.id = p.round_id and r.state <> 'draft' join centre c on c.id = p.centre_id
    left join scan s on s.round_id = p.round_id and s.centre_id = p.centre_id
    left join lateral (select n.id from sent_scan n where n.scan_id = s.id order by n.number desc limit 1) x on true
  where not exists (select from comparison k where k.round_id = p.round_id);

drop view if exists compared_member;
create view compared_member with (security_invoker = true) as
  select m.round_id, m.school_group_id, g.name, m.centre_id
  from comparison_member m join comparison_group g using (round_id, school_group_id)
  union all
  select p.round_id, g.id, g.name, p.centre_id
  from round_centre p join round r on r.id = p.round_id and r.state <> 'draft'
    join centre_school_group w on w.centre_id = p.centre_id join school_group g on g.id = w.school_group_id
  where not exists (select from comparison k where k.round_id = p.round_id);

grant select on compared_centre, compared_member to ${application_role};

-- The same of one round, as every page of comparing asks it. For a frozen round the views also go through the whole of what would
-- count if it were open, only to drop it; these look there for a round that is not frozen alone. They are in SQL so that they are
-- planned as a part of the query around them. They count on it that whoever sees a centre or a member of a comparison sees the
-- comparison itself: a policy that hid it would make the frozen rows come twice.

create or replace function compared_centres(of_round uuid) returns table (round_id uuid, centre_id uuid, name text, sent_scan_id uuid)
language sql stable as $$
  select f.round_id, f.centre_id, f.name, f.sent_scan_id from comparison_centre f where f.round_id = of_round
  union all
  select n.round_id, n.centre_id, n.name, n.sent_scan_id from compared_centre n
  where n.round_id = of_round and not exists (select from comparison k where k.round_id = of_round)
$$;

create or replace function compared_members(of_round uuid) returns table (round_id uuid, school_group_id uuid, name text, centre_id uuid)
language sql stable as $$
  select m.round_id, m.school_group_id, g.name, m.centre_id
  from comparison_member m join comparison_group g using (round_id, school_group_id) where m.round_id = of_round
  union all
  select n.round_id, n.school_group_id, n.name, n.centre_id from compared_member n
  where n.round_id = of_round and not exists (select from comparison k where k.round_id = of_round)
$$;

-- The school groups of one round, with how many centres worked for each and how many of these sent a scan.
create or replace function compared_groups(of_round uuid)
returns table (round_id uuid, school_group_id uuid, name text, centres integer, sent integer) language sql stable as $$
  select g.round_id, g.school_group_id, g.name, g.centres, g.sent from comparison_group g where g.round_id = of_round
  union all
  select m.round_id, m.school_group_id, m.name, count(*)::integer, count(c.sent_scan_id)::integer
  from compared_member m join compared_centre c using (round_id, centre_id)
  where m.round_id = of_round and not exists (select from comparison k where k.round_id = of_round)
  group by m.round_id, m.school_group_id, m.name
$$;

-- Counts for the planner what freezing just wrote: figures are made from it in the same transaction, and pages read it from then on. The
-- server itself would only do so within a minute, and until then a large round would be read as if it were empty.
create or replace function analyze_frozen() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze (skip_locked) comparison, comparison_centre, comparison_group, comparison_member;
end $$;
