-- The notes of a round, and whatever else was typed, are erased when they were kept as long as the round says. What was chosen,
-- counted or dated stays (R__free_text says what is typed), and erasing is the only way in which the history and what was sent ever change. A table that comes to hold something typed belongs in erase_notes, or in a
-- trigger on what it changes.

drop function if exists without_notes(jsonb);

-- Called with the name of the table, which in a partition of it is another.
create or replace function refuse_all_but_erasing() returns trigger language plpgsql as $$
declare
  erased boolean := case tg_argv[0]
    when 'answer_history' then to_jsonb(new) = to_jsonb(old)
      || jsonb_build_object('note', '', 'aside', '{}'::jsonb, 'value', coalesce(answer_without_texts(to_jsonb(old) -> 'value'), 'null'))
    when 'sent_scan' then to_jsonb(new) = to_jsonb(old) || jsonb_build_object('content', without_free_text(to_jsonb(old) -> 'content'))
  end;
begin
  if not coalesce(erased, false) then
    raise exception '% takes inserts only', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create or replace trigger answer_history_keeps before update on answer_history for each row
  execute function refuse_all_but_erasing('answer_history');
create or replace trigger sent_scan_keeps before update on sent_scan for each row
  execute function refuse_all_but_erasing('sent_scan');

-- When the notes of a round have been kept long enough; none while it is not closed.
create or replace function notes_kept_until(r round) returns timestamptz language sql stable as $$
  select (r.closed_at at time zone 'Europe/Brussels' + make_interval(years => r.note_retention_years)) at time zone 'Europe/Brussels'
$$;

-- Called by a job, by night. The service has no right to change these tables, so this runs as their owner, and for nobody but the
-- service itself. Returns false when it was done before.
create or replace function erase_notes(closed_round uuid, now timestamptz) returns boolean
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
  update answer a set note = '', aside = '{}', value = answer_without_texts(a.value) from scan s
  where s.id = a.scan_id and s.round_id = r.id
    and (a.note <> '' or a.aside <> '{}' or a.value is distinct from answer_without_texts(a.value));
  update answer_history h set note = '', aside = '{}', value = answer_without_texts(h.value) from scan s
  where s.id = h.scan_id and s.round_id = r.id
    and (h.note <> '' or h.aside <> '{}' or h.value is distinct from answer_without_texts(h.value));
  update sent_scan x set content = without_free_text(x.content) from scan s where s.id = x.scan_id and s.round_id = r.id;
  delete from interpretation i using scan s where s.id = i.scan_id and s.round_id = r.id;
  -- What became of an agreement says it again, in the next round.
  update what_became o set about = '' from agreement a join scan s on s.id = a.scan_id
  where a.id = o.agreement_id and s.round_id = r.id and o.about <> '';
  update what_became o set line = '', about = case when o.agreement_id is null then o.about else '' end from scan s
  where s.id = o.scan_id and s.round_id = r.id;
  update agreement a set what = '', who = '', remind = false from scan s where s.id = a.scan_id and s.round_id = r.id and a.what <> '';
  update need n set what = '', answer = '' from scan s where s.id = n.scan_id and s.round_id = r.id and (n.what <> '' or n.answer <> '');
  delete from mailbox_mail b using message m where m.id = b.message_id and (m.round_id = r.id
    or m.subject_id in (select a.id from agreement a join scan s on s.id = a.scan_id where s.round_id = r.id)
    or m.subject_id in (select x.id from sent_scan x join scan s on s.id = x.scan_id where s.round_id = r.id));
  update round set notes_erased_at = now where id = r.id;
  return true;
end $$;

-- Reports hold notes, so those of the round go too. They can be asked again.
create or replace function forget_reports_with_notes() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from round_report_order where round_id = new.id;
  return null;
end $$;
create or replace trigger round_notes_erased after update of notes_erased_at on round for each row
  when (old.notes_erased_at is null and new.notes_erased_at is not null) execute function forget_reports_with_notes();
