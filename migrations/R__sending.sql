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

-- What the centre of a scan sent in closed rounds that opened before its own, with the same instrument: of each version the newest
-- snapshot in the newest of these rounds, the newest round first. Of its content the answers in one section; all of them (null).
create or replace function sent_before(asked uuid, person uuid, only_section text)
returns table (id uuid, scan_id uuid, centre_id uuid, centre_name text, title text, number integer, sent_at timestamptz, sent_by text,
  questionnaire_id text, version text, content jsonb, erased_after integer, roles text[])
language plpgsql stable as $$
begin
  return query
    select x.id, x.scan_id, x.centre_id, x.centre_name, x.title, x.number, x.sent_at, person_name(x.sent_by), x.questionnaire_id, x.version,
      case when only_section is null then x.content else jsonb_build_object('answers', coalesce((select jsonb_agg(item)
        from jsonb_array_elements(x.content -> 'answers') item where item ->> 'section' = only_section), '[]')) end,
      x.erased_after, roles_in_centre(person, x.centre_id)
    from (
      select distinct on (sent.version) sent.*, s.centre_id, s.round_id, r.title, r.opens_on,
        case when r.notes_erased_at is not null then r.note_retention_years end as erased_after
      from scan own join round now on now.id = own.round_id join scan s on s.centre_id = own.centre_id
        join round r on r.id = s.round_id and r.state = 'closed' and r.opens_on < now.opens_on
        join sent_scan sent on sent.scan_id = s.id and sent.questionnaire_id = own.questionnaire_id
      where own.id = asked
      order by sent.version, r.opens_on desc, r.id, sent.number desc
    ) x order by x.opens_on desc, x.round_id;
end $$;
