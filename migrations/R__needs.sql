-- What a centre needs: who changes what of it, and who is told that it was answered.

-- They call functions of R__scope, which runs after this one the first time.
set local check_function_bodies = off;

-- The people of the centre pass it on, or not any more, until it is answered; whoever it was passed on to answers. Nobody changes what
-- was asked; only the service erases it.
create or replace function keep_need() returns trigger language plpgsql as $$
begin
  if app_is_service() then
    return new;
  end if;
  if (old.id, old.centre_id, old.scan_id, old.section, old.agreement_id, old.bottleneck, old.asked_of, old.school_group_id, old.what,
      old.asked_by, old.asked_at)
     is distinct from (new.id, new.centre_id, new.scan_id, new.section, new.agreement_id, new.bottleneck, new.asked_of,
      new.school_group_id, new.what, new.asked_by, new.asked_at)
     or old.passed_on is distinct from new.passed_on and not (old.state = 'open' and old.centre_id = any (app_own_centres()))
     or (old.state, old.answer, old.answered_by, old.answered_at) is distinct from (new.state, new.answer, new.answered_by, new.answered_at)
        and not (new.state = 'answered' and new.answer <> '' and new.answered_by = app_person() and old.passed_on and new.passed_on
          and (old.asked_of = 'school_group' and old.school_group_id = any (app_led_groups())
               or old.asked_of <> 'school_group' and app_sees_net()))
  then
    raise exception 'a need is passed on by its centre, and answered by whom it was passed on to' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create or replace trigger need_keeps before update on need for each row execute function keep_need();

-- Who is told that it was answered: who asked, and the directors of the centre. Asked by who answered.
create or replace function need_recipients(answered uuid) returns table (round_id uuid, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct s.round_id, p.email
  from need n join scan s on s.id = n.scan_id
    join person p on p.id = n.asked_by and exists (select from membership m where m.centre_id = n.centre_id and m.person_id = p.id)
      or p.id in (select m.person_id from membership m where m.centre_id = n.centre_id and m.role = 'director')
  where n.id = answered and n.answered_by = app_person() and p.ended_on is null and p.removed_at is null
$$;
