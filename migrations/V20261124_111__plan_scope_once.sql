-- Every statement asks these functions several times for whom it works. Written in SQL they were planned anew at each call, which took most of the time
-- of every request; in PL/pgSQL a connection plans each of them once. They answer what they answered.

create or replace function app_sees_net() returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return app_is_service() or exists (select from support_member where person_id = app_person());
end $$;

create or replace function app_own_centres() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(select distinct centre_id from membership where person_id = app_person());
end $$;

create or replace function app_centres() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(select distinct centre_id from membership where person_id = app_person())
    || array(select c.centre_id from centre_school_group c join school_group_leader l using (school_group_id) where l.person_id = app_person());
end $$;

create or replace function app_school_groups() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(select school_group_id from school_group_leader where person_id = app_person())
    || array(select school_group_id from centre_school_group where centre_id = any (app_own_centres()));
end $$;

create or replace function roles_in_centre(person uuid, centre uuid) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(select m.role from membership m where m.centre_id = centre and m.person_id = person)
    || array(select distinct 'leader' from centre_school_group c join school_group_leader l using (school_group_id)
             where c.centre_id = centre and l.person_id = person)
    || array(select 'support' from support_member s where s.person_id = person);
end $$;

create or replace function person_name(person uuid) returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select p.name from person p where p.id = person);
end $$;
