-- The notes of a round are erased when they were kept long enough. What was answered stays; nothing else of the history and of what was sent can change.

create function without_notes(content jsonb) returns jsonb language sql immutable as $$
  select jsonb_set(content, '{answers}', coalesce((select jsonb_agg(item || '{"note": ""}' order by place)
    from jsonb_array_elements(content -> 'answers') with ordinality as a (item, place)), '[]'))
$$;

create function refuse_all_but_erasing() returns trigger language plpgsql as $$
declare
  erased boolean := case tg_table_name
    when 'answer_history' then to_jsonb(new) = to_jsonb(old) || '{"note": ""}'
    when 'sent_scan' then to_jsonb(new) = to_jsonb(old) || jsonb_build_object('content', without_notes(to_jsonb(old) -> 'content'))
  end;
begin
  if not coalesce(erased, false) then
    raise exception '% takes inserts only', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

drop trigger answer_history_append_only on answer_history;
drop trigger sent_scan_immutable on sent_scan;
create trigger answer_history_append_only before delete or truncate on answer_history for each statement execute function refuse_change();
create trigger sent_scan_immutable before delete or truncate on sent_scan for each statement execute function refuse_change();
create trigger answer_history_keeps before update on answer_history for each row execute function refuse_all_but_erasing();
create trigger sent_scan_keeps before update on sent_scan for each row execute function refuse_all_but_erasing();

-- When the notes of a round have been kept long enough; none while it is not closed.
create function notes_kept_until(r round) returns timestamptz language sql stable as $$
  select (r.closed_at at time zone 'Europe/Brussels' + make_interval(years => r.note_retention_years)) at time zone 'Europe/Brussels'
$$;

-- The one way: the service has no right to change these tables, so this runs as their owner. Answers false when it was done before.
create function erase_notes(closed_round uuid, now timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  r round;
begin
  if not app_is_service() then
    raise exception 'only the service erases notes' using errcode = 'insufficient_privilege';
  end if;
  select * into r from round where id = closed_round for update;
  if r.id is null or r.state <> 'closed' or notes_kept_until(r) > now then
    raise exception 'the notes of round % are still kept', closed_round using errcode = 'integrity_constraint_violation';
  end if;
  if r.notes_erased_at is not null then
    return false;
  end if;
  update answer a set note = '' from scan s where s.id = a.scan_id and s.round_id = r.id and a.note <> '';
  update answer_history h set note = '' from scan s where s.id = h.scan_id and s.round_id = r.id and h.note <> '';
  update sent_scan x set content = without_notes(x.content) from scan s where s.id = x.scan_id and s.round_id = r.id;
  delete from mailbox_mail b using message m where m.id = b.message_id and (m.round_id = r.id
    or m.subject_id in (select x.id from sent_scan x join scan s on s.id = x.scan_id where s.round_id = r.id));
  update round set notes_erased_at = now where id = r.id;
  return true;
end $$;
