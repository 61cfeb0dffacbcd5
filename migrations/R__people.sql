-- What everybody may know of people, whomever they see otherwise.

-- What a person is for a centre. The service asks it to decide what somebody may do.
create or replace function roles_in_centre(person uuid, centre uuid) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(select m.role from membership m where m.centre_id = centre and m.person_id = person
    union all select 'leader' where exists (select from centre_school_group c join school_group_leader l using (school_group_id)
      where c.centre_id = centre and l.person_id = person)
    union all select 'support' from support_member s where s.person_id = person);
end $$;

-- The name of who did something to what one sees, also when that person has left since.
create or replace function person_name(person uuid) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select p.name from person p where p.id = person);
end $$;
