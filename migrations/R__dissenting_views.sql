-- A dissenting view is typed, and can name who holds it.

-- It goes with the notes of its round.
create or replace function forget_dissenting_views() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from dissenting_view d using scan s where s.id = d.scan_id and s.round_id = new.id;
  return null;
end $$;
create or replace trigger round_dissenting_views_forgotten after update of notes_erased_at on round for each row
  when (old.notes_erased_at is null and new.notes_erased_at is not null) execute function forget_dissenting_views();

-- Somebody who is removed holds it without a name, where the team typed that name. What was written stays, as notes do.
create or replace function forget_dissenter() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update dissenting_view set held_by = 'een lid van het team' where position(lower(old.name) in lower(held_by)) > 0;
  return null;
end $$;
create or replace trigger person_dissenter_forgotten after update of removed_at on person for each row
  when (old.removed_at is null and new.removed_at is not null) execute function forget_dissenter();
