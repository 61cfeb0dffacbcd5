-- What was sent keeps the name that its centre had then. What was compared already kept it.
alter table sent_scan add column centre_name text;
alter table sent_scan disable trigger sent_scan_immutable;
update sent_scan x set centre_name = coalesce((select k.name from comparison_centre k where k.sent_scan_id = x.id), c.name)
from scan s join centre c on c.id = s.centre_id where s.id = x.scan_id;
alter table sent_scan enable trigger sent_scan_immutable;
alter table sent_scan alter column centre_name set not null;

create function name_sent_centre() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.centre_name := coalesce(new.centre_name, (select c.name from scan s join centre c on c.id = s.centre_id where s.id = new.scan_id));
  return new;
end $$;
create trigger sent_scan_names_centre before insert on sent_scan for each row execute function name_sent_centre();
