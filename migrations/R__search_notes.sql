-- Parts of words are found beside stems, and without their accents: "vergadering" in "teamvergadering", "celine" in "Céline".

-- A word, or behind a quotation mark a phrase, as its stems are searched.
create or replace function stems_of(item text) returns tsquery language sql immutable parallel safe as $$
  select case when starts_with(item, '"') then phraseto_tsquery('dutch', public.words_apart(substr(item, 2)))
    else plainto_tsquery('dutch', public.words_apart(item)) end
$$;

-- Whether a word stands in the note: as a stem, or as a part of a word from three letters on. Behind a quotation mark stands a phrase,
-- which is found in stems only. Null where it stands in almost every note, and so asks for nothing.
create or replace function says(search tsvector, note text, item text) returns boolean language sql immutable parallel safe as $$
  select case when numnode(query) = 0 then null
    else search @@ query or not starts_with(item, '"') and length(item) >= 3 and position(public.folded(item) in note) > 0 end
  from (select public.stems_of(item) as query) asked
$$;

-- Whether a note says all of it: each word or phrase, none of those with a minus before them; or all of what stands at another side of a bar.
create or replace function says_all(search tsvector, note text, words text[]) returns boolean language plpgsql immutable parallel safe as $$
declare
  item text;
  said boolean;
  side boolean; -- null as long as this side asks for nothing
begin
  foreach item in array words loop
    if item = '|' then
      if side then
        return true;
      end if;
      side := null;
    else
      said := public.says(search, note, ltrim(item, '-'));
      if said is not null then
        side := coalesce(side, true) and said <> starts_with(item, '-');
      end if;
    end if;
  end loop;
  return coalesce(side, false);
end $$;

-- One item for each side of a bar that is in every note that says this side: the longest of those that ask for something. Null where a
-- side has none, such as one of which all have a minus before them.
create or replace function needed_items(words text[]) returns text[] language sql immutable parallel safe as $$
  select case when bool_and(item is not null) then array_agg(item) end
  from (select side, (array_agg(item order by length(item) desc) filter (where item <> '|' and not starts_with(item, '-')
                                                                           and public.says('', '', item) is not null))[1] as item
        from (select item, count(*) filter (where item = '|') over (order by place) as side
              from unnest(words) with ordinality as w(item, place)) sided
        group by side) one
$$;

-- The notes and typed answers in which words stand, for the support team. Words is what was typed; parts are the items in it as says_all
-- takes them, none where no letter was typed. Under the policies the indexes could not serve, since the search itself is not known to leak
-- nothing; so this runs as the owner of the table and asks for whom it is. A note may come twice.
create or replace function notes_with(words text, parts text[]) returns table (sent_scan_id uuid, section text, question text, part text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  needed text[] := needed_items(parts);
  item text;
  stems tsquery;
  inside text;
begin
  if not app_sees_net() then
    return;
  end if;
  if cardinality(parts) = 0 then
    return query select n.sent_scan_id, n.section, n.question, n.part from sent_note n
      where n.search @@ websearch_to_tsquery('dutch', words_apart(words));
  elsif needed is null then
    return query select n.sent_scan_id, n.section, n.question, n.part from sent_note n where says_all(n.search, n.folded, parts);
  else
    foreach item in array needed loop
      stems := stems_of(item);
      inside := case when length(item) >= 3 and not starts_with(item, '"')
        then '%' || regexp_replace(folded(item), '([\\%_])', '\\\1', 'g') || '%' end;
      -- Of a single item this is the whole search.
      return query select n.sent_scan_id, n.section, n.question, n.part from sent_note n
        where (n.search @@ stems or n.folded like inside) and (cardinality(parts) = 1 or says_all(n.search, n.folded, parts));
    end loop;
  end if;
end $$;
