-- By which names stand in order (Names.IN_ORDER): without case and accents, numbers by what they count. As bytes, so that no locale
-- has a say in it.
create or replace function name_order(name text) returns bytea language sql immutable strict parallel safe as $$
  select convert_to(regexp_replace(regexp_replace(
    btrim(regexp_replace(regexp_replace(regexp_replace(normalize(public.name_key(name), NFKD), '[\u0300-\u036f]', '', 'g'),
      '[''"]', '', 'g'), '[- ._/]+', ' ', 'g')),
    '([0-9]+)', '0000000000\1', 'g'), '0*([0-9]{10,})', '\1', 'g'), 'UTF8')
$$;
