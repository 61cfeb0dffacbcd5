-- The notes of what was sent, and the texts that were typed as answers, stand beside it in rows of their own, for searching and
-- labelling. The database itself keeps them so: a row comes with its snapshot, and goes when the text is gone from that, whoever erased
-- it, and never before.

-- Part is empty for a note; for what was typed as an answer it says where in the answer that stands. Most answers are
-- choices alone, and are not looked into.
create or replace function typed_in(content jsonb) returns table (section text, question text, part text, note text)
language sql immutable as $$
  select item ->> 'section', item ->> 'question', '', item ->> 'note' from jsonb_array_elements(content -> 'answers') item
  where coalesce(item ->> 'note', '') <> ''
  union all
  select item ->> 'section', item ->> 'question', t.part, t.typed from jsonb_array_elements(content -> 'answers') item
    cross join lateral texts_in(item -> 'answer', 'answer') t
  where item -> 'answer' -> 'texts' <> '{}' or item -> 'answer' ?| array['text', 'rows']
$$;

-- Once a statement, however much it sends or erases.
create or replace function keep_notes_apart() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into sent_note (sent_scan_id, section, question, part, note)
    select x.id, n.section, n.question, n.part, n.note from changed x cross join lateral typed_in(x.content) n;
  else
    delete from sent_note k where k.sent_scan_id in (select id from changed)
      and (k.sent_scan_id, k.section, k.question, k.part) not in (
        select x.id, n.section, n.question, n.part from changed x cross join lateral typed_in(x.content) n);
  end if;
  return null;
end $$;
create or replace trigger sent_scan_notes after insert on sent_scan
  referencing new table as changed for each statement execute function keep_notes_apart();
create or replace trigger sent_scan_notes_erased after update on sent_scan
  referencing new table as changed for each statement execute function keep_notes_apart();

create or replace function refuse_loss_of_note() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from sent_scan x cross join lateral typed_in(x.content) n
             where x.id = old.sent_scan_id and n.section = old.section and n.question = old.question and n.part = old.part) then
    raise exception 'sent_note takes inserts only' using errcode = 'integrity_constraint_violation';
  end if;
  return old;
end $$;
create or replace trigger sent_note_keeps before delete on sent_note for each row execute function refuse_loss_of_note();
