-- The second wall: whatever the service asks, a transaction reads and writes only what is of the person whom it works for. That person stands in the
-- setting app.person, made at the beginning of each transaction: the id of a person, 'service' for the service itself, anything else for nobody.

create function app_is_service() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('app.person', true) = 'service', false)
$$;

create function app_person() returns uuid language sql stable parallel safe as $$
  select case when current_setting('app.person', true) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then current_setting('app.person', true)::uuid end
$$;

-- The mailbox is open to whoever reaches a service without a mail server; the scheduler's table and the questionnaires are nobody's.

-- These run as the owner of the tables, so that they read what the policies below would hide.
create function app_sees_net() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select app_is_service() or exists (select from support_member where person_id = app_person())
$$;

create function app_own_centres() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct centre_id), '{}') from membership where person_id = app_person()
$$;

create function app_centres() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select app_own_centres() || array(select c.centre_id from centre_school_group c join school_group_leader l using (school_group_id)
    where l.person_id = app_person())
$$;

create function app_school_groups() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select array(select school_group_id from school_group_leader where person_id = app_person())
    || array(select school_group_id from centre_school_group where centre_id = any (app_own_centres()))
$$;

-- What a person is for a centre.
create function roles_in_centre(person uuid, centre uuid) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select array(select m.role from membership m where m.centre_id = centre and m.person_id = person)
    || array(select distinct 'leader' from centre_school_group c join school_group_leader l using (school_group_id)
             where c.centre_id = centre and l.person_id = person)
    || array(select 'support' from support_member s where s.person_id = person)
$$;

-- The name of who did something to what one sees, also when that person has left since.
create function person_name(person uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select name from person p where p.id = person
$$;

-- Who gets a mail of this kind for a centre in a round; the one thing of the leaders of its school groups that the sending by a centre has to know.
create function round_recipients(round uuid, centre uuid, mail_kind text) returns table (person_id uuid, name text, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, p.name, p.email from person p
  where p.ended_on is null and p.removed_at is null and exists (
    select from round_recipient r where r.round_id = round and r.kind = mail_kind and (
      exists (select from membership m where m.person_id = p.id and m.centre_id = centre and m.role = r.role)
      or r.role = 'leader' and exists (select from school_group_leader l join centre_school_group c using (school_group_id)
                                       where l.person_id = p.id and c.centre_id = centre)))
  order by p.name, p.id
$$;

-- The session behind a request: who it is, if it may still be used. That it is used keeps it alive, noted at most once a minute.
create function use_session(hash bytea, now timestamptz, idle interval)
returns table (session_id uuid, person_id uuid, name text, support boolean, leader boolean)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update session s set seen_at = now
  where s.secret_hash = hash and s.revoked_at is null and s.ends_at > now and s.seen_at > now - idle and s.seen_at < now - interval '1 minute';
  return query
    select s.id, p.id, p.name, exists (select from support_member m where m.person_id = p.id),
           exists (select from school_group_leader l where l.person_id = p.id)
    from session s join person p on p.id = s.person_id
    where s.secret_hash = hash and s.revoked_at is null and s.ends_at > now and s.seen_at > now - idle
      and p.ended_on is null and p.removed_at is null;
end $$;

alter table school_group enable row level security;
alter table centre enable row level security;
alter table centre_school_group enable row level security;
alter table site enable row level security;
alter table person enable row level security;
alter table membership enable row level security;
alter table school_group_leader enable row level security;
alter table support_member enable row level security;
alter table sign_in_link enable row level security;
alter table session enable row level security;
alter table round enable row level security;
alter table round_centre enable row level security;
alter table round_recipient enable row level security;
alter table scan enable row level security;
alter table scan_reopening enable row level security;
alter table answer enable row level security;
alter table answer_history enable row level security;
alter table sent_scan enable row level security;
alter table fact_placement enable row level security;
alter table fact_choice enable row level security;
alter table message enable row level security;
alter table activity_log enable row level security;

-- The net: read and changed by the support team and the service.
create policy net on school_group using ((select app_sees_net()));
create policy net on centre using ((select app_sees_net()));
create policy net on centre_school_group using ((select app_sees_net()));
create policy net on site using ((select app_sees_net()));
create policy net on person using ((select app_sees_net()));
create policy net on membership using ((select app_sees_net()));
create policy net on school_group_leader using ((select app_sees_net()));
create policy net on support_member using ((select app_sees_net()));
create policy net on round using ((select app_sees_net()));
create policy net on round_centre using ((select app_sees_net()));
create policy net on round_recipient using ((select app_sees_net()));
create policy net on scan using ((select app_sees_net()));
create policy net on scan_reopening using ((select app_sees_net()));
create policy net on sent_scan for select using ((select app_sees_net()));
create policy net on fact_placement for select using ((select app_sees_net()));
create policy net on fact_choice for select using ((select app_sees_net()));
create policy net on message using ((select app_sees_net()));
create policy net on activity_log for select using ((select app_sees_net()));

-- The service alone. The answers of a scan that is not sent are not for the support team either.
create policy service on answer using ((select app_is_service()));
create policy service on answer_history using ((select app_is_service()));
create policy service on sent_scan for insert with check ((select app_is_service()));
create policy service on fact_placement for insert with check ((select app_is_service()));
create policy service on fact_choice for insert with check ((select app_is_service()));
create policy service on sign_in_link using ((select app_is_service()));
create policy service on session using ((select app_is_service()));

-- What is of one's centres, and of the centres of the school groups that one leads.
create policy seen on school_group for select using (id = any ((select app_school_groups())::uuid[]));
create policy seen on centre for select using (id = any ((select app_centres())::uuid[]));
create policy seen on centre_school_group for select using (centre_id = any ((select app_centres())::uuid[]));
create policy seen on site for select using (centre_id = any ((select app_centres())::uuid[]));
create policy seen on membership for select using (person_id = (select app_person()) or centre_id = any ((select app_centres())::uuid[]));
create policy seen on person for select using (id = (select app_person()) or exists (select from membership m where m.person_id = person.id));
create policy seen on school_group_leader for select using (person_id = (select app_person()));
create policy seen on support_member for select using (person_id = (select app_person()));
create policy seen on round_centre for select using (centre_id = any ((select app_centres())::uuid[]));
create policy seen on round for select using (exists (select from round_centre c where c.round_id = round.id));
create policy seen on scan for select using (centre_id = any ((select app_centres())::uuid[]));
create policy seen on scan_reopening for select using (exists (select from scan s where s.id = scan_id));
create policy seen on sent_scan for select using (exists (select from scan s where s.id = scan_id));
create policy seen on fact_placement for select using (exists (select from sent_scan x where x.id = sent_scan_id));
create policy seen on fact_choice for select using (exists (select from sent_scan x where x.id = sent_scan_id));
create policy seen on message for select using (exists (select from sent_scan x where x.id = subject_id));

-- What one does in one's own centres.
create policy own on scan using (centre_id = any ((select app_own_centres())::uuid[]));
create policy own on answer using (exists (select from scan s where s.id = scan_id and s.centre_id = any ((select app_own_centres())::uuid[])));
create policy own on answer_history using (exists (select from scan s where s.id = scan_id and s.centre_id = any ((select app_own_centres())::uuid[])));
create policy own on sent_scan for insert with check (exists (select from scan s where s.id = scan_id and s.centre_id = any ((select app_own_centres())::uuid[])));
create policy own on fact_placement for insert with check (exists (select from sent_scan x join scan s on s.id = x.scan_id
  where x.id = sent_scan_id and s.centre_id = any ((select app_own_centres())::uuid[])));
create policy own on fact_choice for insert with check (exists (select from sent_scan x join scan s on s.id = x.scan_id
  where x.id = sent_scan_id and s.centre_id = any ((select app_own_centres())::uuid[])));
create policy own on message for insert with check ((select app_person()) is not null);
create policy own on activity_log for insert with check (person_id is not distinct from (select app_person()));
create policy service on activity_log for insert with check ((select app_is_service()));
