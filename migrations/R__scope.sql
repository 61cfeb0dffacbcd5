-- For whom the database works, and what that person has to do with. Whatever the service asks, a transaction reads and writes only
-- what is of the person whom it works for (R__visibility). Its first statement says who that is: act_for, or enter (R__ways_in) for
-- somebody who is signed in. What the person has to do with is found then, once, and stands in settings until the transaction ends;
-- the functions after it only read these, so that no policy asks a table for it again.

-- Begins the work of a transaction: for the person with this id, for the 'service' itself, or for 'nobody'. Nothing is left of whom it
-- worked for before. Of 36 characters only a UUID can be cast, and anything else that long is an error.
create or replace function act_for(who text) returns void language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := case when length(who) = 36 then who::uuid end;
  own uuid[];
  directed uuid[];
  led uuid[];
begin
  perform set_config('app.person', who, true);
  select coalesce(array_agg(distinct centre_id), '{}'), coalesce(array_agg(distinct centre_id) filter (where role = 'director'), '{}')
    into own, directed from membership where person_id = me;
  led := array(select school_group_id from school_group_leader where person_id = me);
  perform set_config('app.sees_net', (exists (select from support_member where person_id = me))::text, true),
    set_config('app.own_centres', own::text, true),
    set_config('app.directed_centres', directed::text, true),
    set_config('app.led_groups', led::text, true),
    set_config('app.centres',
      (own || array(select centre_id from centre_school_group where school_group_id = any (led)))::text, true),
    set_config('app.school_groups',
      (led || array(select school_group_id from centre_school_group where centre_id = any (own)))::text, true);
end $$;

create or replace function app_is_service() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('app.person', true) = 'service', false)
$$;

-- The person; none for the service and for nobody.
create or replace function app_person() returns uuid language sql stable parallel safe as $$
  select case when length(current_setting('app.person', true)) = 36 then current_setting('app.person', true)::uuid end
$$;

-- Whether it is the support team or the service itself, which see the whole net.
create or replace function app_sees_net() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('app.person', true) = 'service' or current_setting('app.sees_net', true) = 'true', false)
$$;

-- What act_for found. A setting that was never made, or went with its transaction, is of nobody.
create or replace function app_ids(setting text) returns uuid[] language sql stable parallel safe as $$
  select coalesce(nullif(current_setting(setting, true), ''), '{}')::uuid[]
$$;

-- The centres of which the person is a member, whatever the role.
create or replace function app_own_centres() returns uuid[] language sql stable parallel safe as $$ select app_ids('app.own_centres') $$;

create or replace function app_directed_centres() returns uuid[] language sql stable parallel safe as $$
  select app_ids('app.directed_centres')
$$;

-- The school groups that the person leads.
create or replace function app_led_groups() returns uuid[] language sql stable parallel safe as $$ select app_ids('app.led_groups') $$;

-- The person's own centres, and those of the school groups that the person leads.
create or replace function app_centres() returns uuid[] language sql stable parallel safe as $$ select app_ids('app.centres') $$;

-- The school groups that the person leads, and those for which the person's own centres work.
create or replace function app_school_groups() returns uuid[] language sql stable parallel safe as $$ select app_ids('app.school_groups') $$;

-- The rounds in which one of these centres takes part. By the index also while the planner, which expects ten centres, finds the table
-- small enough to read it all.
create or replace function app_rounds() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  centres uuid[] := app_centres();
begin
  return array(select distinct round_id from round_centre where centre_id = any (centres));
end $$;

-- The frozen rounds in which a centre took part that is or was one of these, so that the figures of the whole are of interest.
create or replace function app_compared_rounds() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  centres uuid[] := app_centres();
  led uuid[] := app_led_groups();
begin
  return array(select k.round_id from comparison k
    where exists (select from comparison_centre c where c.round_id = k.round_id and c.centre_id = any (centres))
      or exists (select from comparison_member m where m.round_id = k.round_id and m.school_group_id = any (led)));
end $$;

-- The school groups, as they were in a round, of the person's own centres.
create or replace function app_compared_groups(round uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  own uuid[] := app_own_centres();
begin
  return array(select distinct m.school_group_id from comparison_member m where m.round_id = round and m.centre_id = any (own));
end $$;

-- What was sent, in frozen rounds, by the centres of the school groups that the person leads, as these were then.
create or replace function app_compared_scans() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  led uuid[] := app_led_groups();
begin
  return array(select c.sent_scan_id from comparison_member m join comparison_centre c using (round_id, centre_id)
    where m.school_group_id = any (led) and c.sent_scan_id is not null);
end $$;

-- What was sent by the centres that opened their result of a round to one of the person's own, and by the person's own in those rounds.
create or replace function app_opened_scans() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  own uuid[] := app_own_centres();
begin
  return array(select c.sent_scan_id from opening o join comparison_centre c on c.round_id = o.round_id
      and c.centre_id in (o.offering_id, o.accepting_id)
    where o.accepted_at is not null and o.ended_at is null and (o.offering_id = any (own) or o.accepting_id = any (own)));
end $$;

-- The centres of a round that the person sees by name. One that opened its result counts as such when figures are guarded; also
-- afterwards, since what was read stays known.
create or replace function app_named_centres(round uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  own uuid[] := app_own_centres();
  led uuid[] := app_led_groups();
begin
  return app_centres() || array(select m.centre_id from comparison_member m where m.round_id = round and m.school_group_id = any (led))
    || array(select case when o.offering_id = any (own) then o.accepting_id else o.offering_id end from opening o
             where o.round_id = round and o.accepted_at is not null and (o.offering_id = any (own) or o.accepting_id = any (own)));
end $$;
