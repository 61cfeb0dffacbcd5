-- Two centres that show each other what they sent in a closed round. One offers, the other accepts: from then on both see, until either ends it. Who
-- ended it, declined it when it was not accepted.

create table opening (
  id              uuid primary key,
  round_id        uuid not null,
  offering_id     uuid not null, -- the centre that offers
  offered_by      uuid not null references person,
  offered_at      timestamptz not null,
  offered_notes   boolean not null, -- whether its notes are open too
  accepting_id    uuid not null, -- the centre to which it is offered
  accepted_by     uuid references person,
  accepted_at     timestamptz,
  accepted_notes  boolean,
  ended_of        uuid references centre, -- the centre that ended it
  ended_by        uuid references person,
  ended_at        timestamptz,
  check (offering_id <> accepting_id),
  check (num_nulls(accepted_by, accepted_at, accepted_notes) in (0, 3)),
  check (num_nulls(ended_of, ended_by, ended_at) in (0, 3)),
  check (ended_of in (offering_id, accepting_id)),
  foreign key (round_id, offering_id) references comparison_centre,
  foreign key (round_id, accepting_id) references comparison_centre
);
-- At most one at a time between two centres in a round, whoever offered it.
create unique index opening_in_force on opening (round_id, least(offering_id, accepting_id), greatest(offering_id, accepting_id)) where ended_at is null;
create index opening_offering on opening (offering_id, round_id);
create index opening_accepting on opening (accepting_id, round_id);

create function app_directed_centres() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct centre_id), '{}') from membership where person_id = app_person() and role = 'director'
$$;

-- It is offered, accepted once, ended once; each by a director of the centre whose it is to do.
create function keep_opening() returns trigger language plpgsql as $$
declare
  accepted boolean := old.accepted_at is null and new.accepted_at is not null;
  ended boolean := old.ended_at is null and new.ended_at is not null;
begin
  if old.ended_at is not null
     or (old.id, old.round_id, old.offering_id, old.offered_by, old.offered_at, old.offered_notes, old.accepting_id)
        is distinct from (new.id, new.round_id, new.offering_id, new.offered_by, new.offered_at, new.offered_notes, new.accepting_id)
     or not accepted and (old.accepted_by, old.accepted_at, old.accepted_notes) is distinct from (new.accepted_by, new.accepted_at, new.accepted_notes)
     or accepted and not (new.accepted_by = app_person() and new.accepting_id = any (app_directed_centres()))
     or ended and not (new.ended_by = app_person() and new.ended_of = any (app_directed_centres()))
  then
    raise exception 'an opening is accepted once and ended once, by whose it is' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger opening_keeps before update on opening for each row execute function keep_opening();
create trigger opening_stays before delete or truncate on opening for each statement execute function refuse_change();

alter table opening enable row level security;
create policy net on opening for select using ((select app_sees_net()));
create policy seen on opening for select using (offering_id = any ((select app_own_centres())::uuid[]) or accepting_id = any ((select app_own_centres())::uuid[]));
create policy own on opening for insert with check (offering_id = any ((select app_directed_centres())::uuid[]) and offered_by = (select app_person())
  and accepted_at is null and ended_at is null);
create policy changed on opening for update using (offering_id = any ((select app_directed_centres())::uuid[])
  or accepting_id = any ((select app_directed_centres())::uuid[]));
grant select, insert, update on opening to ${application_role};

-- What the other centres sent that are open to a person's own.
create function app_opened_scans() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(c.sent_scan_id), '{}') from opening o join comparison_centre c on c.round_id = o.round_id
    and c.centre_id in (o.offering_id, o.accepting_id)
  where o.accepted_at is not null and o.ended_at is null
    and (o.offering_id = any (app_own_centres()) or o.accepting_id = any (app_own_centres()))
$$;

create policy opened on comparison_centre for select using (sent_scan_id = any ((select app_opened_scans())::uuid[]));
create policy opened on fact_placement for select using (sent_scan_id = any ((select app_opened_scans())::uuid[]));
create policy opened on fact_choice for select using (sent_scan_id = any ((select app_opened_scans())::uuid[]));

-- No row of sent_scan itself: its content has the notes in it. Answers keep what was chosen; what was typed with them goes as the notes do.
create function without_free_text(content jsonb) returns jsonb language sql immutable as $$
  select jsonb_set(content, '{answers}', coalesce((select jsonb_agg(
      case when item #> '{answer,text}' is null then item else jsonb_set(item, '{answer,text}', '""') end || '{"note": ""}' order by place)
    from jsonb_array_elements(content -> 'answers') with ordinality as a (item, place)), '[]'))
$$;

-- What one centre sent, for the people of another that it is open to.
create function opened_result(compared uuid, own uuid, other uuid)
returns table (id uuid, scan_id uuid, centre_id uuid, centre_name text, title text, number integer, sent_at timestamptz, questionnaire_id text, version text,
  content jsonb, erased_after integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select x.id, x.scan_id, c.centre_id, c.name, r.title, x.number, x.sent_at, x.questionnaire_id, x.version,
    case when case other when o.offering_id then o.offered_notes else o.accepted_notes end then x.content else without_free_text(x.content) end,
    case when r.notes_erased_at is not null then r.note_retention_years end
  from opening o join comparison_centre c on c.round_id = o.round_id and c.centre_id = other join sent_scan x on x.id = c.sent_scan_id
    join round r on r.id = o.round_id
  where o.round_id = compared and o.accepted_at is not null and o.ended_at is null and own = any (app_own_centres())
    and (o.offering_id, o.accepting_id) in ((own, other), (other, own))
$$;

-- The centres that a centre can open its result to: those that sent something in a closed round in which it sent something. Their names are no secret.
create function opening_choices(own uuid) returns table (round_id uuid, title text, opens_on date, centre_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.title, r.opens_on, c.centre_id, c.name
  from comparison_centre mine join comparison_centre c using (round_id) join round r on r.id = mine.round_id
  where own = any (app_own_centres()) and mine.centre_id = own and c.centre_id <> own and mine.sent_scan_id is not null and c.sent_scan_id is not null
$$;

-- The openings of a centre with the names that belong to them, also before it sees anything else of the other centre.
create function openings_of(own uuid)
returns table (id uuid, round_id uuid, title text, opens_on date, other_id uuid, other_name text, by_own boolean, own_notes boolean, other_notes boolean,
  offered_at timestamptz, accepted_at timestamptz, ended_by_own boolean, ended_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, r.id, r.title, r.opens_on, c.centre_id, c.name, o.offering_id = own,
    case own when o.offering_id then o.offered_notes else o.accepted_notes end, case own when o.offering_id then o.accepted_notes else o.offered_notes end,
    o.offered_at, o.accepted_at, o.ended_of = own, o.ended_at
  from opening o join round r on r.id = o.round_id
    join comparison_centre c on c.round_id = o.round_id and c.centre_id = case own when o.offering_id then o.accepting_id else o.offering_id end
  where own = any (app_own_centres()) and own in (o.offering_id, o.accepting_id)
$$;

-- To whom an offer is told: the directors of the other centre, of whom its people see nothing else.
create function opening_recipients(offered uuid) returns table (person_id uuid, name text, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, p.email from opening o join membership m on m.centre_id = o.accepting_id and m.role = 'director' join person p on p.id = m.person_id
  where o.id = offered and o.offering_id = any (app_own_centres()) and p.ended_on is null and p.removed_at is null order by p.name, p.id
$$;

-- A centre that opened its result counts as one that is seen by name when figures are guarded; also afterwards, since what was read stays known.
create or replace function app_named_centres(round uuid) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select app_centres() || array(select m.centre_id from comparison_member m where m.round_id = round and m.school_group_id = any (app_led_groups()))
    || array(select case when o.offering_id = any (app_own_centres()) then o.accepting_id else o.offering_id end from opening o
             where o.round_id = round and o.accepted_at is not null
               and (o.offering_id = any (app_own_centres()) or o.accepting_id = any (app_own_centres())))
$$;
