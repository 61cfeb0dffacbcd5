-- Who sees and changes what: all policies of row-level security. Without one that lets it through, a row does not exist for whoever
-- asks. This file is the whole of them, since what stood before goes first; all of it in one transaction. Who asks is told by
-- R__scope.
do $$
declare
  former record;
begin
  for former in select policyname, tablename from pg_policies where schemaname = current_schema() loop
    execute format('drop policy %I on %I', former.policyname, former.tablename);
  end loop;
end $$;

-- A function of R__scope in (select …) is called once a statement and not once a row. Where a policy asks another table, whoever
-- sees the net is let off first: PostgreSQL tries the policies of a table in an order of its own, and those are the dear ones.

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
create policy net on reminder_request using ((select app_sees_net()));
create policy net on scan using ((select app_sees_net()));
create policy net on scan_reopening using ((select app_sees_net()));
create policy net on message using ((select app_sees_net()));
create policy net on comparison using ((select app_sees_net()));
create policy net on comparison_centre using ((select app_sees_net()));
create policy net on comparison_group using ((select app_sees_net()));
create policy net on comparison_member using ((select app_sees_net()));
create policy net on comparison_figures using ((select app_sees_net()));
create policy net on comparison_movement using ((select app_sees_net()));
create policy net on note_label using ((select app_sees_net()));
create policy net on labelled_note using ((select app_sees_net()));
create policy net on introduction using ((select app_sees_net()));
create policy net on introduced_person using ((select app_sees_net()));
create policy net on round_report_order using ((select app_sees_net()));
create policy net on round_report using ((select app_sees_net()));
create policy net on help using ((select app_sees_net()));

-- What they only read.
create policy net on round_reminder for select using ((select app_sees_net()));
create policy net on sent_scan for select using ((select app_sees_net()));
create policy net on fact for select using ((select app_sees_net()));
create policy net on sent_note for select using ((select app_sees_net()));
create policy net on opening for select using ((select app_sees_net()));
create policy net on activity_log for select using ((select app_sees_net()));

-- Of the support team everybody has sheets and tokens of their own; old sheets are anybody's to take away.
create policy own on import_draft using ((select app_sees_net()) and person_id = (select app_person()));
create policy old on import_draft using ((select app_sees_net()) and created_at < now() - interval '1 day');
create policy own on api_token using (person_id = (select app_person()) and (select app_sees_net()));

-- The service alone. The answers of a scan that is not sent are not for the support team either.
create policy service on answer using ((select app_is_service()));
create policy service on answer_history using ((select app_is_service()));
create policy service on sent_scan for insert with check ((select app_is_service()));
create policy service on fact for insert with check ((select app_is_service()));
create policy service on round_reminder for insert with check ((select app_is_service()));
create policy service on activity_log for insert with check ((select app_is_service()));
create policy service on sign_in_link using ((select app_is_service()));
create policy service on sign_in_count using ((select app_is_service()));
create policy service on session using ((select app_is_service()));
create policy service on person_identity using ((select app_is_service()));
create policy service on agreement using ((select app_is_service()));
create policy service on interpretation using ((select app_is_service()));
create policy service on what_became using ((select app_is_service()));

-- What one sees of one's centres, and of the centres of the school groups that one leads.
create policy seen on school_group for select using (id = any ((select app_school_groups())::uuid[]));
create policy seen on centre for select using (id = any ((select app_centres())::uuid[]));
create policy seen on centre_school_group for select using (centre_id = any ((select app_centres())::uuid[]));
create policy seen on site for select using (centre_id = any ((select app_centres())::uuid[]));
create policy seen on membership for select using (person_id = (select app_person()) or centre_id = any ((select app_centres())::uuid[]));
create policy seen on person for select using (id = (select app_person())
  or not (select app_sees_net()) and exists (select from membership m where m.person_id = person.id));
create policy seen on school_group_leader for select using (person_id = (select app_person()));
create policy seen on support_member for select using (person_id = (select app_person()));
create policy seen on round_centre for select using (centre_id = any ((select app_centres())::uuid[]));
-- A round that is being made is seen by who makes it only.
create policy seen on round for select using (not (select app_sees_net()) and state <> 'draft' and id = any ((select app_rounds())::uuid[]));
create policy seen on scan for select using (centre_id = any ((select app_centres())::uuid[]));
create policy seen on scan_reopening for select using (exists (select from scan s where s.id = scan_id));
create policy seen on sent_scan for select using (not (select app_sees_net()) and exists (select from scan s where s.id = scan_id));
create policy seen on fact for select using (not (select app_sees_net())
  and exists (select from sent_scan x where x.id = sent_scan_id));
create policy seen on sent_note for select using (not (select app_sees_net())
  and exists (select from sent_scan x where x.id = sent_scan_id));
create policy seen on message for select using (not (select app_sees_net()) and exists (select from sent_scan x join scan s on s.id = x.scan_id
  where x.id = subject_id and s.centre_id = any ((select app_own_centres())::uuid[])));

-- What one does in one's own centres. Of answers there are many: their scans are looked up once a statement.
create policy own on scan using (centre_id = any ((select app_own_centres())::uuid[]));
create policy own on answer using (scan_id in (select s.id from scan s where s.centre_id = any ((select app_own_centres())::uuid[])));
create policy own on answer_history using (scan_id in (select s.id from scan s where s.centre_id = any ((select app_own_centres())::uuid[])));
create policy own on sent_scan for insert with check (exists (select from scan s where s.id = scan_id
  and s.centre_id = any ((select app_own_centres())::uuid[])));
-- Asked once for all facts of a scan, where exists would ask it for each.
create policy own on fact for insert with check (sent_scan_id in (select x.id from sent_scan x join scan s on s.id = x.scan_id
  where s.centre_id = any ((select app_own_centres())::uuid[])));
-- What a team makes of its own result is for nobody else, the support team included.
create policy own on agreement using (centre_id = any ((select app_own_centres())::uuid[]));
create policy own on interpretation using (exists (select from scan s where s.id = scan_id
  and s.centre_id = any ((select app_own_centres())::uuid[])));
create policy own on what_became using (exists (select from scan s where s.id = scan_id
  and s.centre_id = any ((select app_own_centres())::uuid[])));
create policy own on message for insert with check ((select app_person()) is not null);
create policy own on activity_log for insert with check (person_id is not distinct from (select app_person()));

-- A frozen round, and what was sent in it, is of whoever it compares, wherever the centres went since: of a school group as it was then.
create policy compared on round for select using (id = any ((select app_compared_rounds())::uuid[]));
create policy compared on sent_scan for select using (id = any ((select app_compared_scans())::uuid[]));
create policy seen on comparison for select using (round_id = any ((select app_compared_rounds())::uuid[]));
-- By name one sees one's own centres, and those that worked for a school group that one leads, then or now.
create policy seen on comparison_centre for select using (centre_id = any ((select app_centres())::uuid[])
  or not (select app_sees_net())
     and exists (select from comparison_member m where m.round_id = comparison_centre.round_id and m.centre_id = comparison_centre.centre_id
                 and m.school_group_id = any ((select app_led_groups())::uuid[])));
-- Of all groups of a round at once: looked up for each, it takes longer than all the rest.
create policy seen on comparison_group for select using (school_group_id = any ((select app_led_groups())::uuid[])
  or not (select app_sees_net())
     and (round_id, school_group_id) in (select m.round_id, m.school_group_id from comparison_member m
                                         where m.centre_id = any ((select app_own_centres())::uuid[])));
create policy seen on comparison_member for select using (school_group_id = any ((select app_led_groups())::uuid[])
  or centre_id = any ((select app_own_centres())::uuid[]));
-- Who sees the centres of a group by name sees its figures; anybody else only figures of enough centres. Whether they tell too much
-- together with others is judged by the service.
create policy seen on comparison_figures for select using (not (select app_sees_net())
  and round_id = any ((select app_compared_rounds())::uuid[]) and (
  school_group_id = any ((select app_led_groups())::uuid[])
  or (school_group_id is null
      or exists (select from comparison_member m where m.round_id = comparison_figures.round_id
                 and m.school_group_id = comparison_figures.school_group_id and m.centre_id = any ((select app_own_centres())::uuid[])))
     and centres >= (select c.minimum_group_size from comparison c where c.round_id = comparison_figures.round_id)));

-- Openings: seen by the people of both centres, offered, accepted and ended by directors (R__openings says by which). Meanwhile each
-- reads the facts of the other, but no row of sent_scan itself: its content has the notes in it.
create policy seen on opening for select using (offering_id = any ((select app_own_centres())::uuid[])
  or accepting_id = any ((select app_own_centres())::uuid[]));
create policy own on opening for insert with check (offering_id = any ((select app_directed_centres())::uuid[])
  and offered_by = (select app_person()) and accepted_at is null and ended_at is null);
create policy changed on opening for update using (offering_id = any ((select app_directed_centres())::uuid[])
  or accepting_id = any ((select app_directed_centres())::uuid[]));
create policy opened on comparison_centre for select using (sent_scan_id = any ((select app_opened_scans())::uuid[]));
create policy opened on fact for select using (sent_scan_id = any ((select app_opened_scans())::uuid[]));

-- What a member of a team thinks alone is of that member: nobody else reads it, the support team and the service included. Who leads the
-- team opens its preparation; R__preparation counts and closes it. How the team is spread is read by its centre, and by the service,
-- which puts it in the centre's own report.
create policy seen on preparation for select using (exists (select from scan s where s.id = scan_id
  and s.centre_id = any ((select app_own_centres())::uuid[])));
create policy own on preparation for insert with check (opened_by = (select app_person()) and closed_at is null
  and exists (select from scan s join membership m on m.centre_id = s.centre_id where s.id = scan_id
    and m.person_id = (select app_person()) and m.role in ('coordinator', 'director')));
create policy own on own_placement using (person_id = (select app_person())
  and exists (select from scan s where s.id = scan_id and s.centre_id = any ((select app_own_centres())::uuid[])));
create policy own on ready_member using (person_id = (select app_person())
  and exists (select from scan s where s.id = scan_id and s.centre_id = any ((select app_own_centres())::uuid[])));
create policy seen on team_spread for select using (exists (select from scan s where s.id = scan_id
  and s.centre_id = any ((select app_own_centres())::uuid[])));
create policy service on team_spread for select using ((select app_is_service()));

-- Help on the way: what is shown is there for whoever signed in; what was proposed is of the centre that did, which can take it back
-- until the support team decided.
create policy seen on help for select using (state = 'shown' and (select app_person()) is not null
  or centre_id = any ((select app_own_centres())::uuid[]));
create policy own on help for insert with check (centre_id = any ((select app_own_centres())::uuid[]) and state = 'proposed'
  and reply = '' and added_by = (select app_person()) and changed_by is null);
create policy own_proposal on help for delete using (centre_id = any ((select app_own_centres())::uuid[]) and state = 'proposed');

-- Dissenting views are of the centre, while it answers and in its own report, which the service makes.
create policy seen on dissenting_view for select using (exists (select from scan s where s.id = scan_id
  and s.centre_id = any ((select app_own_centres())::uuid[])));
create policy service on dissenting_view for select using ((select app_is_service()));
create policy own on dissenting_view for insert with check (entered_by = (select app_person())
  and exists (select from scan s where s.id = scan_id and s.centre_id = any ((select app_own_centres())::uuid[])));
create policy taken_away on dissenting_view for delete using (exists (select from scan s where s.id = scan_id
  and s.centre_id = any ((select app_own_centres())::uuid[])));

-- What a centre needs is its own; what it passed on is read and answered by whom it asks: who leads that school group, as long as the
-- centre works for it, or the support team (R__needs says who changes what). All else is for nobody.
create policy service on need using ((select app_is_service()));
create policy own on need for select using (centre_id = any ((select app_own_centres())::uuid[]));
create policy own_asked on need for insert with check (centre_id = any ((select app_own_centres())::uuid[]) and state = 'open'
  and asked_by = (select app_person()) and exists (select from scan s where s.id = scan_id and s.centre_id = need.centre_id)
  and (school_group_id is null or school_group_id = any ((select app_school_groups())::uuid[])));
create policy own_changed on need for update using (centre_id = any ((select app_own_centres())::uuid[]));
create policy own_taken_back on need for delete using (centre_id = any ((select app_own_centres())::uuid[]) and state = 'open');
create policy asked_of_group on need for select using (passed_on and school_group_id = any ((select app_led_groups())::uuid[])
  and centre_id = any ((select app_centres())::uuid[]));
create policy answered_by_group on need for update using (passed_on and school_group_id = any ((select app_led_groups())::uuid[])
  and centre_id = any ((select app_centres())::uuid[]));
create policy asked_of_net on need for select using (passed_on and school_group_id is null and (select app_sees_net()));
create policy answered_by_net on need for update using (passed_on and school_group_id is null and (select app_sees_net()));
