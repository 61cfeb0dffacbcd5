-- What takes inserts only: nobody changes or deletes these rows, whatever code asks for it. The few exceptions are each in the file
-- of what makes them: R__erase_notes (notes of the history and of what was sent), R__sent_notes and R__openings.

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% takes inserts only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create or replace trigger scan_reopening_append_only before update or delete or truncate on scan_reopening
  for each statement execute function refuse_change();
create or replace trigger fact_immutable before update or delete or truncate on fact
  for each statement execute function refuse_change();
create or replace trigger comparison_immutable before update or delete or truncate on comparison
  for each statement execute function refuse_change();
create or replace trigger comparison_centre_immutable before update or delete or truncate on comparison_centre
  for each statement execute function refuse_change();
create or replace trigger comparison_group_immutable before update or delete or truncate on comparison_group
  for each statement execute function refuse_change();
create or replace trigger comparison_member_immutable before update or delete or truncate on comparison_member
  for each statement execute function refuse_change();
create or replace trigger comparison_movement_immutable before update or delete or truncate on comparison_movement
  for each statement execute function refuse_change();
create or replace trigger comparison_figures_immutable before update or delete or truncate on comparison_figures
  for each statement execute function refuse_change();
create or replace trigger introduction_append_only before update or delete or truncate on introduction
  for each statement execute function refuse_change();
create or replace trigger introduced_person_append_only before update or delete or truncate on introduced_person
  for each statement execute function refuse_change();
create or replace trigger activity_log_append_only before update or delete or truncate on activity_log
  for each statement execute function refuse_change();

-- These two have their notes erased one day (R__erase_notes).
create or replace trigger answer_history_append_only before delete or truncate on answer_history
  for each statement execute function refuse_change();
create or replace trigger sent_scan_immutable before delete or truncate on sent_scan
  for each statement execute function refuse_change();

-- A note goes with the one in its snapshot (R__sent_notes).
create or replace trigger sent_note_append_only before update or truncate on sent_note
  for each statement execute function refuse_change();

-- An opening is accepted and ended (R__openings).
create or replace trigger opening_stays before delete or truncate on opening
  for each statement execute function refuse_change();
