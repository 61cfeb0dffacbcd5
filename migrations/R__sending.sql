-- What sending a scan does beside storing it.

-- What was kept beside the answers is not kept longer.
create or replace function drop_aside() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update answer set aside = '{}' where scan_id = new.id and aside <> '{}';
  return null;
end $$;
revoke execute on function drop_aside() from public;
create or replace trigger scan_sent_without_aside after update of state on scan
  for each row when (new.state = 'sent' and old.state <> 'sent') execute function drop_aside();

-- What was sent keeps the name that its centre had then.
create or replace function name_sent_centre() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.centre_name := coalesce(new.centre_name, (select c.name from scan s join centre c on c.id = s.centre_id where s.id = new.scan_id));
  return new;
end $$;
create or replace trigger sent_scan_names_centre before insert on sent_scan for each row execute function name_sent_centre();
