-- By which names stand in order (Names.IN_ORDER): without case and accents, numbers by what they count. As bytes, so that no locale
-- has a say in it. Most names have letters without accents only, and take half of the work.
create or replace function name_order(name text) returns bytea language sql immutable strict parallel safe as $$
  select convert_to(regexp_replace(regexp_replace(
    btrim(regexp_replace(translate(case when name ~ '^[ -_a-~]*$' then lower(name)
        else regexp_replace(normalize(public.name_key(name), NFKD), '[\u0300-\u036f]', '', 'g') end,
      $quotes$'"$quotes$, ''), '[- ._/]+', ' ', 'g')),
    '([0-9]+)', '0000000000\1', 'g'), '0*([0-9]{10,})', '\1', 'g'), 'UTF8')
$$;
