-- What one round is compared by is asked for on every page of comparing. The views answer it for all rounds; for a frozen one they also went through the
-- whole of what would count if it were open, only to drop it. These functions look there for a round that is not frozen alone. They are written in SQL and
-- run for whoever calls them, so that they are planned as a part of the query around them and show what its person sees. They count on it that whoever
-- sees a centre or a member of a comparison sees the comparison itself: a rule that hid it would make the frozen rows come twice.

create function compared_centres(of_round uuid) returns table (round_id uuid, centre_id uuid, name text, sent_scan_id uuid)
language sql stable as $$
  select f.round_id, f.centre_id, f.name, f.sent_scan_id from comparison_centre f where f.round_id = of_round
  union all
  select n.round_id, n.centre_id, n.name, n.sent_scan_id from compared_centre n
  where n.round_id = of_round and not exists (select from comparison k where k.round_id = of_round)
$$;

create function compared_members(of_round uuid) returns table (round_id uuid, school_group_id uuid, name text, centre_id uuid)
language sql stable as $$
  select m.round_id, m.school_group_id, g.name, m.centre_id
  from comparison_member m join comparison_group g using (round_id, school_group_id) where m.round_id = of_round
  union all
  select n.round_id, n.school_group_id, n.name, n.centre_id from compared_member n
  where n.round_id = of_round and not exists (select from comparison k where k.round_id = of_round)
$$;
