-- What one centre sees of another that opened its result to it, and what it needs to know to offer, accept and end that. These
-- functions run as the owner of the tables, since the people of a centre see nothing else of the other one; each asks for itself
-- whose centre it is.

-- They call functions of R__scope, which runs after this one the first time.
set local check_function_bodies = off;

-- An opening is offered, accepted once, ended once; each by a director of the centre whose it is to do.
create or replace function keep_opening() returns trigger language plpgsql as $$
declare
  accepted boolean := old.accepted_at is null and new.accepted_at is not null;
  ended boolean := old.ended_at is null and new.ended_at is not null;
begin
  if old.ended_at is not null
     or (old.id, old.round_id, old.offering_id, old.offered_by, old.offered_at, old.offered_notes, old.accepting_id)
        is distinct from (new.id, new.round_id, new.offering_id, new.offered_by, new.offered_at, new.offered_notes, new.accepting_id)
     or not accepted and (old.accepted_by, old.accepted_at, old.accepted_notes)
        is distinct from (new.accepted_by, new.accepted_at, new.accepted_notes)
     or accepted and not (new.accepted_by = app_person() and new.accepting_id = any (app_directed_centres()))
     or ended and not (new.ended_by = app_person() and new.ended_of = any (app_directed_centres()))
  then
    raise exception 'an opening is accepted once and ended once, by whose it is' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create or replace trigger opening_keeps before update on opening for each row execute function keep_opening();

-- What one centre sent, for the people of another that it is open to: the way to its content, since the row of sent_scan itself has
-- the notes in it. The notes come along only where the centre opened them too.
create or replace function opened_result(compared uuid, own uuid, other uuid)
returns table (id uuid, scan_id uuid, centre_id uuid, centre_name text, title text, number integer, sent_at timestamptz,
  questionnaire_id text, version text, content jsonb, erased_after integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select x.id, x.scan_id, c.centre_id, c.name, r.title, x.number, x.sent_at, x.questionnaire_id, x.version,
    case when case other when o.offering_id then o.offered_notes else o.accepted_notes end then x.content
      else without_free_text(x.content) end,
    case when r.notes_erased_at is not null then r.note_retention_years end
  from opening o join comparison_centre c on c.round_id = o.round_id and c.centre_id = other join sent_scan x on x.id = c.sent_scan_id
    join round r on r.id = o.round_id
  where o.round_id = compared and o.accepted_at is not null and o.ended_at is null and own = any (app_own_centres())
    and (o.offering_id, o.accepting_id) in ((own, other), (other, own))
$$;

-- The centres to which a centre can open its result: those that sent something in a closed round in which it sent something. Their
-- names are no secret.
create or replace function opening_choices(own uuid) returns table (round_id uuid, title text, opens_on date, centre_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.title, r.opens_on, c.centre_id, c.name
  from comparison_centre mine join comparison_centre c using (round_id) join round r on r.id = mine.round_id
  where own = any (app_own_centres()) and mine.centre_id = own and c.centre_id <> own
    and mine.sent_scan_id is not null and c.sent_scan_id is not null
$$;

-- The openings of a centre with the names that belong to them, also before it sees anything else of the other centre.
create or replace function openings_of(own uuid)
returns table (id uuid, round_id uuid, title text, opens_on date, other_id uuid, other_name text, by_own boolean,
  own_notes boolean, other_notes boolean, offered_at timestamptz, accepted_at timestamptz, ended_by_own boolean, ended_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, r.id, r.title, r.opens_on, c.centre_id, c.name, o.offering_id = own,
    case own when o.offering_id then o.offered_notes else o.accepted_notes end,
    case own when o.offering_id then o.accepted_notes else o.offered_notes end,
    o.offered_at, o.accepted_at, o.ended_of = own, o.ended_at
  from opening o join round r on r.id = o.round_id
    join comparison_centre c on c.round_id = o.round_id
      and c.centre_id = case own when o.offering_id then o.accepting_id else o.offering_id end
  where own = any (app_own_centres()) and own in (o.offering_id, o.accepting_id)
$$;

-- To whom an offer is told: the directors of the other centre. Asked by people of the offering one.
create or replace function opening_recipients(offered uuid) returns table (person_id uuid, name text, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, p.email
  from opening o join membership m on m.centre_id = o.accepting_id and m.role = 'director' join person p on p.id = m.person_id
  where o.id = offered and o.offering_id = any (app_own_centres()) and p.ended_on is null and p.removed_at is null order by p.name, p.id
$$;
