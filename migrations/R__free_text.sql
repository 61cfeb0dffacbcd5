-- What people typed, at any depth of what was answered, in one place: erasing, opening and searching go through it.

-- An answer without what was typed by hand, at any depth, as Answer.withoutTexts does it.
-- 'text' of an answer with options is how answers were stored before every type of question shared six shapes.
create or replace function answer_without_texts(answer jsonb) returns jsonb language sql immutable as $$
  select case answer ->> 'type'
    when 'coded' then answer || '{"texts": {}}'
    when 'chosen' then answer || '{"text": "", "texts": {}}'
    when 'written' then answer || '{"text": ""}'
    when 'rows' then jsonb_set(answer, '{rows}', coalesce((select jsonb_agg(jsonb_set(item, '{cells}',
        coalesce((select jsonb_object_agg(cell.key, answer_without_texts(cell.value)) from jsonb_each(item -> 'cells') cell), '{}')) order by place)
      from jsonb_array_elements(answer -> 'rows') with ordinality as r (item, place)), '[]'))
    else answer end
$$;

-- The texts that answer_without_texts takes away, and where in the answer each stands, as Answer.texts tells them. Not in SQL: of a
-- function that calls itself the planner would write out the calls without end.
create or replace function texts_in(answer jsonb, place text) returns table (part text, typed text) language plpgsql immutable as $$
begin
  case answer ->> 'type'
    when 'written' then
      return query select place, answer ->> 'text' where coalesce(answer ->> 'text', '') <> '';
    when 'coded', 'chosen' then
      return query select place || '.' || one.key, one.value
        from (select key, value from jsonb_each_text(case jsonb_typeof(answer -> 'texts') when 'object' then answer -> 'texts' end)
              union all select '', answer ->> 'text' where answer ->> 'type' = 'chosen') one
        where coalesce(one.value, '') <> '';
    when 'rows' then
      return query select inner_text.part, inner_text.typed
        from jsonb_array_elements(case jsonb_typeof(answer -> 'rows') when 'array' then answer -> 'rows' end) item
          cross join lateral jsonb_each(item -> 'cells') cell
          cross join lateral texts_in(cell.value, place || '.' || (item ->> 'key') || '.' || cell.key) inner_text;
    else
  end case;
end $$;

create or replace function without_free_text(content jsonb) returns jsonb language sql immutable as $$
  select jsonb_set(content, '{answers}', coalesce((select jsonb_agg(
      item || '{"note": ""}' || case when jsonb_typeof(item -> 'answer') is distinct from 'object' then '{}'::jsonb
        else jsonb_build_object('answer', answer_without_texts(item -> 'answer')) end order by place)
    from jsonb_array_elements(content -> 'answers') with ordinality as a (item, place)), '[]'))
$$;
