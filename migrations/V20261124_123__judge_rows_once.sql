-- Rules of row-level security that looked something up for each row, although the answer is the same for a whole statement. Nobody sees other rows than before.

-- Whoever sees the net needs no other reason: PostgreSQL tries the rules of a table in an order of its own, and these are the dear ones.
alter policy seen on fact_placement using (not (select app_sees_net()) and exists (select from sent_scan x where x.id = sent_scan_id));
alter policy seen on fact_choice using (not (select app_sees_net()) and exists (select from sent_scan x where x.id = sent_scan_id));
alter policy seen on sent_note using (not (select app_sees_net()) and exists (select from sent_scan x where x.id = sent_scan_id));
alter policy seen on sent_scan using (not (select app_sees_net()) and exists (select from scan s where s.id = scan_id));
alter policy compared on sent_scan using (not (select app_sees_net())
  and exists (select from comparison_centre c join comparison_member m using (round_id, centre_id)
              where c.sent_scan_id = sent_scan.id and m.school_group_id = any ((select app_led_groups())::uuid[])));
alter policy seen on message using (not (select app_sees_net()) and exists (select from sent_scan x where x.id = subject_id));
alter policy seen on person using (id = (select app_person())
  or not (select app_sees_net()) and exists (select from membership m where m.person_id = person.id));
alter policy seen on round using (not (select app_sees_net()) and state <> 'draft' and exists (select from round_centre c where c.round_id = round.id));
alter policy seen on comparison_centre using (centre_id = any ((select app_centres())::uuid[])
  or not (select app_sees_net())
     and exists (select from comparison_member m where m.round_id = comparison_centre.round_id and m.centre_id = comparison_centre.centre_id
                 and m.school_group_id = any ((select app_led_groups())::uuid[])));
create index comparison_member_of_centre on comparison_member (centre_id) include (round_id, school_group_id);
-- Of all groups of a round at once: looked up for each, it took longer than all the rest.
alter policy seen on comparison_group using (school_group_id = any ((select app_led_groups())::uuid[])
  or not (select app_sees_net())
     and (round_id, school_group_id) in (select m.round_id, m.school_group_id from comparison_member m where m.centre_id = any ((select app_own_centres())::uuid[])));
alter policy seen on comparison_figures using (not (select app_sees_net()) and round_id = any ((select app_compared_rounds())::uuid[]) and (
  school_group_id = any ((select app_led_groups())::uuid[])
  or (school_group_id is null
      or exists (select from comparison_member m where m.round_id = comparison_figures.round_id
                 and m.school_group_id = comparison_figures.school_group_id and m.centre_id = any ((select app_own_centres())::uuid[])))
     and centres >= (select c.minimum_group_size from comparison c where c.round_id = comparison_figures.round_id)));
