-- When two names count as the same. The unique indexes on names are made of these functions, so they belong to the tables: whoever changes
-- one writes a new version that makes these indexes anew.

-- One line of text as the service cleans it (Texts.clean): composed, without signs that nobody sees, with single blanks.
create function one_line(raw text) returns text language sql immutable strict parallel safe as $$
  select btrim(regexp_replace(normalize(regexp_replace(normalize(translate(raw, U&'\0085', ' '), NFC),
    '[\u0001-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]',
    '', 'g'), NFC), '[\t\n\u000b\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000]+', ' ', 'g'))
$$;

-- The same value for two names that look the same (Names.key).
create function name_key(name text) returns text language sql immutable strict parallel safe as $$
  select lower(public.one_line(normalize(translate(public.one_line(name), U&'\2018\2019\201A\201B\2032\2035\0060\00B4\02B9\02BB\02BC\02BD\02C8\201C\201D\201E\201F\00AB\00BB\2033\2036\2010\2011\2012\2013\2014\2015\2212\2043\02D7\FE58\FE0E\FE0F',
    repeat('''', 13) || repeat('"', 8) || repeat('-', 10)), NFKC)))
$$;
