-- What a question holds that is not part of its answer now (the text of an option that is not chosen any more, …) is kept beside the answer until
-- the scan is sent, and is never sent.
alter table answer add aside jsonb not null default '{}' check (length(aside::text) <= 100000);
alter table answer_history add aside jsonb not null default '{}';

create function drop_aside() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update answer set aside = '{}' where scan_id = new.id and aside <> '{}';
  return null;
end $$;
revoke execute on function drop_aside() from public;
create trigger scan_sent_without_aside after update of state on scan for each row when (new.state = 'sent' and old.state <> 'sent') execute function drop_aside();

-- It was typed, so it is erased with the notes.
create or replace function refuse_all_but_erasing() returns trigger language plpgsql as $$
declare
  erased boolean := case tg_table_name
    when 'answer_history' then to_jsonb(new) = to_jsonb(old) || '{"note": "", "aside": {}}'
    when 'sent_scan' then to_jsonb(new) = to_jsonb(old) || jsonb_build_object('content', without_notes(to_jsonb(old) -> 'content'))
  end;
begin
  if not coalesce(erased, false) then
    raise exception '% takes inserts only', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

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
  update answer a set note = '', aside = '{}' from scan s where s.id = a.scan_id and s.round_id = r.id and (a.note <> '' or a.aside <> '{}');
  update answer_history h set note = '', aside = '{}' from scan s where s.id = h.scan_id and s.round_id = r.id and (h.note <> '' or h.aside <> '{}');
  update sent_scan x set content = without_notes(x.content) from scan s where s.id = x.scan_id and s.round_id = r.id;
  delete from mailbox_mail b using message m where m.id = b.message_id and (m.round_id = r.id
    or m.subject_id in (select x.id from sent_scan x join scan s on s.id = x.scan_id where s.round_id = r.id));
  update round set notes_erased_at = now where id = r.id;
  return true;
end $$;

-- Several options of one question can ask for a text; each text goes where the one went.
create or replace function without_free_text(content jsonb) returns jsonb language sql immutable as $$
  select jsonb_set(content, '{answers}', coalesce((select jsonb_agg(
      item || '{"note": ""}' || case when item #> '{answer,text}' is null then '{}'::jsonb
        else jsonb_build_object('answer', (item -> 'answer') || '{"text": "", "texts": {}}') end order by place)
    from jsonb_array_elements(content -> 'answers') with ordinality as a (item, place)), '[]'))
$$;
