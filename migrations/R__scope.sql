-- For whom the database works, and what that person has to do with. Whatever the service asks, a transaction reads and writes only
-- what is of the person whom it works for (R__visibility). That person stands in the setting app.person, made at the beginning of
-- each transaction: the id of a person, 'service' for the service itself, 'nobody' or nothing for nobody.
--
-- Policies ask these functions in every statement, often several times. They are in PL/pgSQL, of which a connection plans each
-- statement once, and read the setting once a call. What reads tables runs as their owner, so that it finds what the policies hide.

create or replace function app_is_service() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('app.person', true) = 'service', false)
$$;

-- The person; none for the service and for nobody. Of 36 characters only a UUID can be cast, and anything else that long is an error.
create or replace function app_person() returns uuid language sql stable parallel safe as $$
  select case when length(current_setting('app.person', true)) = 36 then current_setting('app.person', true)::uuid end
$$;

-- Whether it is the support team or the service itself, which see the whole net.
create or replace function app_sees_net() returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_person();
begin
  return me is null and app_is_service() or exists (select from support_member where person_id = me);
end $$;

-- The centres of which the person is a member, whatever the role.
create or replace function app_own_centres() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_person();
begin
  return array(select distinct centre_id from membership where person_id = me);
end $$;

create or replace function app_directed_centres() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_person();
begin
  return array(select distinct centre_id from membership where person_id = me and role = 'director');
end $$;

-- The school groups that the person leads.
create or replace function app_led_groups() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_person();
begin
  return array(select school_group_id from school_group_leader where person_id = me);
end $$;

-- The person's own centres, and those of the school groups that the person leads.
create or replace function app_centres() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_person();
  led uuid[] := array(select school_group_id from school_group_leader where person_id = me);
begin
  return array(select distinct centre_id from membership where person_id = me)
    || array(select centre_id from centre_school_group where school_group_id = any (led));
end $$;

-- The school groups that the person leads, and those for which the person's own centres work.
create or replace function app_school_groups() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_person();
  own uuid[] := array(select distinct centre_id from membership where person_id = me);
begin
  return array(select school_group_id from school_group_leader where person_id = me)
    || array(select school_group_id from centre_school_group where centre_id = any (own));
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
