-- Parts of words are found beside stems, and without their accents: "vergadering" in "teamvergadering", "celine" in "Céline". A net
-- has some thousand notes, so they are looked through; no extension is needed for that.

-- Whether each of the words stands in the note: as a stem, or as a part of a word from three letters on. What stands in almost every
-- note asks for nothing.
create or replace function says_all(search tsvector, note text, words text[]) returns boolean language sql immutable parallel safe as $$
  select coalesce(bool_and(search @@ plainto_tsquery('dutch', word) or numnode(plainto_tsquery('dutch', word)) = 0
    or length(word) >= 3 and position(public.folded(word) in note) > 0), false) from unnest(words) word
$$;

-- The notes and typed answers in which words stand, for the support team. Words is what was typed in the search; parts are the words
-- in it, none where it is more than words: quotes, a minus, an "or". Under the policies the index could not serve, since the search itself is not known to leak
-- nothing; so this runs as the owner of the table and asks for whom it is.
create or replace function notes_with(words text, parts text[]) returns table (sent_scan_id uuid, section text, question text, part text)
language sql stable security definer set search_path = public, pg_temp as $$
  select n.sent_scan_id, n.section, n.question, n.part from sent_note n
  where (select app_sees_net()) and n.search @@ websearch_to_tsquery('dutch', words)
  union
  select n.sent_scan_id, n.section, n.question, n.part from sent_note n
  where (select app_sees_net()) and cardinality(parts) > 0 and says_all(n.search, n.folded, parts)
$$;
