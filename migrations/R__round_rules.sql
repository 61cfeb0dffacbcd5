-- Who answers, begins or sends in a round does so before it closes or after it closed, never while it closes.
--
-- One order for everybody: first the turn of the round, then its scan, then the row of the round. The turn is a lock that has a
-- queue: whoever comes after a closing that waits, waits behind it, where a stream of share locks on the row would pass it for ever.
-- The row is held as well, and read only after that, so that somebody who closes a round by hand is waited for too. What a person
-- may see is not asked here: holding tells nothing.

create or replace function round_turn(held uuid) returns bigint language sql immutable parallel safe as $$
  select hashtextextended('round ' || held::text, 0)
$$;

-- Returns whether there is such a round. Others may do the same meanwhile; nobody closes the round or changes its centres.
create or replace function hold_round(held uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(round_turn(held));
  perform from round where id = held for share;
  return found;
end $$;

-- Nobody else has to do with the round meanwhile. Whatever was under way in it has ended.
create or replace function hold_round_alone(held uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(round_turn(held));
  perform from round where id = held for no key update;
  return found;
end $$;

-- The scan and its round: against sending, so that others may answer too, or against everybody.
create or replace function hold_scan(held uuid, alone boolean) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  of_round uuid := (select round_id from scan where id = held);
begin
  if of_round is null then
    return;
  end if;
  perform pg_advisory_xact_lock_shared(round_turn(of_round));
  if alone then
    perform from scan where id = held for update;
  else
    perform from scan where id = held for share;
  end if;
  perform from round where id = of_round for share;
end $$;

-- A scan as a person meets it, with its answers in force without who gave them, one array a column (null where nothing is answered);
-- held as hold_scan says, or not at all (null). It is read after that: only a statement that begins then sees what others did until then.
create or replace function scan_with_answers(asked uuid, person uuid, alone boolean)
returns table (id uuid, round_id uuid, centre_id uuid, centre_name text, title text, closes_on date, round_state text, closed_at timestamptz,
  questionnaire_id text, version text, state text, roles text[],
  sections text[], questions text[], revisions integer[], "values" text[], notes text[], asides text[], micros bigint[])
language plpgsql volatile as $$
begin
  if alone is not null then
    perform hold_scan(asked, alone);
  end if;
  return query
    select s.id, s.round_id, s.centre_id, c.name, r.title, r.closes_on, r.state, r.closed_at, s.questionnaire_id, s.version, s.state,
      roles_in_centre(person, s.centre_id), given.*
    from scan s join centre c on c.id = s.centre_id join round r on r.id = s.round_id
      cross join lateral (
        select array_agg(a.section), array_agg(a.question), array_agg(a.revision), array_agg(a.value::text), array_agg(a.note),
          array_agg(a.aside::text), array_agg((extract(epoch from a.answered_at) * 1000000)::bigint)
        from answer a where a.scan_id = s.id) given
    where s.id = asked;
end $$;

-- The content of a version that a scan pins is what its answers mean, so it never changes.
create or replace function refuse_change_of_pinned_version() returns trigger language plpgsql as $$
begin
  if exists (select from scan where questionnaire_id = old.questionnaire_id and version = old.version) then
    raise exception 'questionnaire version % % has answers and never changes', old.questionnaire_id, old.version
      using errcode = 'integrity_constraint_violation', constraint = 'questionnaire_version_pinned';
  end if;
  return new;
end $$;
create or replace trigger questionnaire_version_pinned before update of content on questionnaire_version
  for each row when (old.content is distinct from new.content) execute function refuse_change_of_pinned_version();
