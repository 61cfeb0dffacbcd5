-- One line of text as the service cleans it (Texts.clean): composed, without signs that nobody sees, with single blanks.
create function one_line(raw text) returns text language sql immutable strict parallel safe as $$
  select btrim(regexp_replace(normalize(regexp_replace(normalize(translate(raw, U&'\0085', ' '), NFC),
    '[\u0001-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]',
    '', 'g'), NFC), '[\t\n\u000b\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000]+', ' ', 'g'))
$$;

-- The same for two names that look the same (Names.key).
create function name_key(name text) returns text language sql immutable strict parallel safe as $$
  select lower(public.one_line(normalize(translate(public.one_line(name), U&'\2018\2019\201A\201B\2032\2035\0060\00B4\02B9\02BB\02BC\02BD\02C8\201C\201D\201E\201F\00AB\00BB\2033\2036\2010\2011\2012\2013\2014\2015\2212\2043\02D7\FE58\FE0E\FE0F',
    repeat('''', 13) || repeat('"', 8) || repeat('-', 10)), NFKC)))
$$;

-- By which names stand in order (Names.IN_ORDER): without case and accents, numbers by what they count. As bytes, so that no locale has a say in it.
create function name_order(name text) returns bytea language sql immutable strict parallel safe as $$
  select convert_to(regexp_replace(regexp_replace(
    btrim(regexp_replace(regexp_replace(regexp_replace(normalize(public.name_key(name), NFKD), '[\u0300-\u036f]', '', 'g'), '[''"]', '', 'g'), '[- ._/]+', ' ', 'g')),
    '([0-9]+)', '0000000000\1', 'g'), '0*([0-9]{10,})', '\1', 'g'), 'UTF8')
$$;

-- What came in before anything was cleaned.
update school_group set name = coalesce(nullif(one_line(name), ''), 'zonder naam') where name <> one_line(name);
update centre set name = coalesce(nullif(one_line(name), ''), 'zonder naam') where name <> one_line(name);
update site set name = coalesce(nullif(one_line(name), ''), 'zonder naam') where name <> one_line(name);
update person set name = coalesce(nullif(one_line(name), ''), 'zonder naam') where name <> one_line(name);
update note_label set name = coalesce(nullif(one_line(name), ''), 'zonder naam') where name <> one_line(name);
update api_token set name = coalesce(nullif(one_line(name), ''), 'zonder naam') where name <> one_line(name);
update round set title = coalesce(nullif(one_line(title), ''), 'zonder titel') where title <> one_line(title);

-- Of names that were taken for different ones though they look the same, all but one are told apart by a part of their id.
update school_group s set name = left(name, 185) || ' (' || left(id::text, 8) || ')'
where exists (select from school_group o where name_key(o.name) = name_key(s.name) and o.id < s.id);
update centre s set name = left(name, 185) || ' (' || left(id::text, 8) || ')'
where exists (select from centre o where name_key(o.name) = name_key(s.name) and o.id < s.id);
update site s set name = left(name, 185) || ' (' || left(id::text, 8) || ')'
where exists (select from site o where o.centre_id = s.centre_id and name_key(o.name) = name_key(s.name) and o.id < s.id);
update note_label s set name = left(name, 48) || ' (' || left(id::text, 8) || ')'
where exists (select from note_label o where name_key(o.name) = name_key(s.name) and o.id < s.id);

drop index school_group_lower_name;
drop index centre_lower_name;
drop index site_lower_name;
drop index note_label_lower_name;
create unique index school_group_looks_the_same on school_group (name_key(name));
create unique index centre_looks_the_same on centre (name_key(name));
create unique index site_looks_the_same on site (centre_id, name_key(name));
create unique index note_label_looks_the_same on note_label (name_key(name));
