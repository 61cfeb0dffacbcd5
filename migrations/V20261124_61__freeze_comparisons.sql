-- What a closed round is compared by, made once when it closes and never changed: which centres took part, what they were called, for whom they worked,
-- and which snapshot of each counts. Whatever becomes of a centre or a school group later, the figures of the round stay as its reports gave them.

create table comparison (
  round_id            uuid primary key references round,
  method              integer not null check (method > 0), -- the version of the way of counting
  questionnaire_id    text not null,
  version             text not null,
  minimum_group_size  integer not null check (minimum_group_size >= 3),
  frozen_at           timestamptz not null,
  foreign key (questionnaire_id, version) references questionnaire_version
);

-- A centre of the round; without a sent scan it counts nowhere.
create table comparison_centre (
  round_id      uuid not null references comparison,
  centre_id     uuid not null references centre,
  name          text not null,
  sent_scan_id  uuid unique references sent_scan,
  primary key (round_id, centre_id)
);
create index comparison_centre_centre on comparison_centre (centre_id, round_id);

-- A school group for which centres of the round worked.
create table comparison_group (
  round_id         uuid not null references comparison,
  school_group_id  uuid not null references school_group,
  name             text not null,
  centres          integer not null, -- that took part
  sent             integer not null check (sent between 0 and centres),
  primary key (round_id, school_group_id)
);

create table comparison_member (
  round_id         uuid not null,
  school_group_id  uuid not null,
  centre_id        uuid not null,
  primary key (round_id, school_group_id, centre_id),
  foreign key (round_id, school_group_id) references comparison_group,
  foreign key (round_id, centre_id) references comparison_centre
);
create index comparison_member_centre on comparison_member (round_id, centre_id);
create index comparison_member_group on comparison_member (school_group_id, round_id);

-- The figures of a group; those without a school group are the net's.
create table comparison_figures (
  round_id         uuid not null references comparison,
  school_group_id  uuid,
  centres          integer not null check (centres >= 0), -- that sent
  figures          jsonb not null,
  unique nulls not distinct (round_id, school_group_id),
  foreign key (round_id, school_group_id) references comparison_group
);

-- How the centres that sent a scan in this round and in the newest comparable one before moved; those without a school group are the net's.
create table comparison_movement (
  round_id          uuid not null references comparison,
  school_group_id   uuid,
  earlier_round_id  uuid not null references round,
  movements         jsonb not null,
  unique nulls not distinct (round_id, school_group_id),
  foreign key (round_id, school_group_id) references comparison_group
);

create trigger comparison_immutable before update or delete or truncate on comparison for each statement execute function refuse_change();
create trigger comparison_centre_immutable before update or delete or truncate on comparison_centre for each statement execute function refuse_change();
create trigger comparison_group_immutable before update or delete or truncate on comparison_group for each statement execute function refuse_change();
create trigger comparison_member_immutable before update or delete or truncate on comparison_member for each statement execute function refuse_change();
create trigger comparison_movement_immutable before update or delete or truncate on comparison_movement for each statement execute function refuse_change();
create trigger comparison_figures_immutable before update or delete or truncate on comparison_figures for each statement execute function refuse_change();

grant select, insert on comparison, comparison_centre, comparison_group, comparison_member, comparison_figures, comparison_movement to ${application_role};

create index sent_scan_scan_newest on sent_scan (scan_id, number desc) include (id);

-- The school groups that a person leads.
create function app_led_groups() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(school_group_id), '{}') from school_group_leader where person_id = app_person()
$$;

-- Whether a person's own centre took part, so that the figures of the whole are of interest.
create function app_compared_rounds() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct c.round_id), '{}') from comparison_centre c
  where c.centre_id = any (app_centres())
     or exists (select from comparison_member m where m.round_id = c.round_id and m.centre_id = c.centre_id and m.school_group_id = any (app_led_groups()))
$$;

-- The school groups, as they were in a round, of a person's own centres.
create function app_compared_groups(round uuid) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct m.school_group_id), '{}') from comparison_member m
  where m.round_id = round and m.centre_id = any (app_own_centres())
$$;

alter table comparison enable row level security;
alter table comparison_centre enable row level security;
alter table comparison_group enable row level security;
alter table comparison_member enable row level security;
alter table comparison_figures enable row level security;
alter table comparison_movement enable row level security;

create policy net on comparison using ((select app_sees_net()));
create policy net on comparison_centre using ((select app_sees_net()));
create policy net on comparison_group using ((select app_sees_net()));
create policy net on comparison_member using ((select app_sees_net()));
create policy net on comparison_figures using ((select app_sees_net()));
create policy net on comparison_movement using ((select app_sees_net()));

create policy seen on comparison for select using (round_id = any ((select app_compared_rounds())::uuid[]));
-- By name one sees one's own centres, and those that worked for a school group that one leads, then or now.
create policy seen on comparison_centre for select using (centre_id = any ((select app_centres())::uuid[])
  or exists (select from comparison_member m where m.round_id = comparison_centre.round_id and m.centre_id = comparison_centre.centre_id
             and m.school_group_id = any ((select app_led_groups())::uuid[])));
create policy seen on comparison_group for select using (school_group_id = any ((select app_led_groups())::uuid[])
  or school_group_id = any (app_compared_groups(round_id)));
create policy seen on comparison_member for select using (school_group_id = any ((select app_led_groups())::uuid[])
  or centre_id = any ((select app_own_centres())::uuid[]));
-- Who sees the centres of a group by name sees its figures; anybody else only figures of enough centres. Whether they tell too much together with
-- others is judged by the service.
create policy seen on comparison_figures for select using (round_id = any ((select app_compared_rounds())::uuid[]) and (
  school_group_id = any ((select app_led_groups())::uuid[])
  or (school_group_id is null or school_group_id = any (app_compared_groups(round_id)))
     and centres >= (select c.minimum_group_size from comparison c where c.round_id = comparison_figures.round_id)));

-- What a centre sent in a round is of its school groups as they were then, wherever the centre went since.
create policy compared on sent_scan for select using (exists (select from comparison_centre c join comparison_member m using (round_id, centre_id)
  where c.sent_scan_id = sent_scan.id and m.school_group_id = any ((select app_led_groups())::uuid[])));

-- The centres of every round that was opened, with what counts of each: of a frozen round as it was then, of another as it is now.
create view compared_centre with (security_invoker = true) as
  select round_id, centre_id, name, sent_scan_id from comparison_centre
  union all
  select p.round_id, c.id, c.name, x.id
  from round_centre p join round r on r.id = p.round_id and r.state <> 'draft' join centre c on c.id = p.centre_id
    left join scan s on s.round_id = p.round_id and s.centre_id = p.centre_id
    left join lateral (select n.id from sent_scan n where n.scan_id = s.id order by n.number desc limit 1) x on true
  where not exists (select from comparison k where k.round_id = p.round_id);

-- Likewise the school groups of these centres.
create view compared_member with (security_invoker = true) as
  select m.round_id, m.school_group_id, g.name, m.centre_id
  from comparison_member m join comparison_group g using (round_id, school_group_id)
  union all
  select p.round_id, g.id, g.name, p.centre_id
  from round_centre p join round r on r.id = p.round_id and r.state <> 'draft'
    join centre_school_group w on w.centre_id = p.centre_id join school_group g on g.id = w.school_group_id
  where not exists (select from comparison k where k.round_id = p.round_id);

grant select on compared_centre, compared_member to ${application_role};

-- Which centres of a round a person sees by name.
create function app_named_centres(round uuid) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select app_centres() || array(select m.centre_id from comparison_member m where m.round_id = round and m.school_group_id = any (app_led_groups()))
$$;

-- How the sent scans of a frozen round lie in the school groups of which a person could see figures: a row for each combination of these groups, the
-- empty one for the rest of the net. It says how many there are, how many of them the person does not see by name, and how many are the person's own.
create function comparison_cells(compared uuid) returns table (school_groups uuid[], centres integer, hidden integer, own integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with sent as (
    select m.centre_id, array_agg(m.school_group_id order by m.school_group_id) as school_groups
    from comparison_member m join comparison_centre c using (round_id, centre_id)
    where m.round_id = compared and c.sent_scan_id is not null
      and m.school_group_id = any (app_compared_groups(compared) || app_led_groups())
    group by m.centre_id
  ), apart as (
    select c.centre_id from comparison_centre c
    where c.round_id = compared and c.sent_scan_id is not null and c.centre_id = any (app_named_centres(compared))
      and not exists (select from sent s where s.centre_id = c.centre_id)
  ), rest as (
    select f.centres - (select count(*) from sent) as centres from comparison_figures f where f.round_id = compared and f.school_group_id is null
  )
  select s.school_groups, count(*)::integer, count(*) filter (where s.centre_id <> all (app_named_centres(compared)))::integer,
    count(*) filter (where s.centre_id = any (app_own_centres()))::integer
  from sent s group by s.school_groups
  union all
  select '{}', r.centres::integer, (r.centres - (select count(*) from apart))::integer,
    (select count(*) from apart a where a.centre_id = any (app_own_centres()))::integer
  from rest r where r.centres > 0
$$;
