-- The notes of what was sent, each a row of its own, so that they can be searched. The database itself keeps them beside the snapshots: nobody else
-- writes them, and what is erased from a snapshot is erased here, whoever erases it.
create table sent_note (
  sent_scan_id  uuid not null references sent_scan,
  section       text not null,
  question      text not null,
  note          text not null check (note <> ''),
  search        tsvector not null generated always as (to_tsvector('dutch', note)) stored,
  primary key (sent_scan_id, section, question)
);
create index sent_note_search on sent_note using gin (search);

create function notes_in(content jsonb) returns table (section text, question text, note text) language sql immutable as $$
  select item ->> 'section', item ->> 'question', item ->> 'note' from jsonb_array_elements(content -> 'answers') item
  where coalesce(item ->> 'note', '') <> ''
$$;

create function keep_notes_apart() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into sent_note (sent_scan_id, section, question, note) select new.id, n.section, n.question, n.note from notes_in(new.content) n;
  else
    delete from sent_note k where k.sent_scan_id = new.id
      and not exists (select from notes_in(new.content) n where n.section = k.section and n.question = k.question);
  end if;
  return null;
end $$;
create trigger sent_scan_notes after insert or update on sent_scan for each row execute function keep_notes_apart();

insert into sent_note (sent_scan_id, section, question, note)
select x.id, n.section, n.question, n.note from sent_scan x cross join lateral notes_in(x.content) n;

-- A note goes only when it is gone from the snapshot.
create function refuse_loss_of_note() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from sent_scan x cross join lateral notes_in(x.content) n
             where x.id = old.sent_scan_id and n.section = old.section and n.question = old.question) then
    raise exception 'sent_note takes inserts only' using errcode = 'integrity_constraint_violation';
  end if;
  return old;
end $$;
create trigger sent_note_append_only before update or truncate on sent_note for each statement execute function refuse_change();
create trigger sent_note_keeps before delete on sent_note for each row execute function refuse_loss_of_note();

alter table sent_note enable row level security;
create policy net on sent_note for select using ((select app_sees_net()));
create policy seen on sent_note for select using (exists (select from sent_scan x where x.id = sent_scan_id));
grant select on sent_note to ${application_role};

-- The notes in which words stand, for the support team. Under the policies above the index could not serve, since the search itself is not known to
-- leak nothing; so this runs as the owner of the table and asks for whom it is.
create function notes_with(words text) returns table (sent_scan_id uuid, section text, question text)
language sql stable security definer set search_path = public, pg_temp as $$
  select n.sent_scan_id, n.section, n.question from sent_note n
  where (select app_sees_net()) and n.search @@ websearch_to_tsquery('dutch', words)
$$;
