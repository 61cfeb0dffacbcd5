-- By what people and their programs come in, and when that ends.

-- The session behind a request: who it is, if it may still be used. Asked before it is known for whom the request is. That it is
-- used keeps it alive, noted at most once a minute.
create or replace function use_session(hash bytea, now timestamptz, idle interval)
returns table (session_id uuid, person_id uuid, name text, support boolean, leader boolean)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update session s set seen_at = now
  where s.secret_hash = hash and s.revoked_at is null and s.ends_at > now and s.seen_at > now - idle
    and s.seen_at < now - interval '1 minute';
  return query
    select s.id, p.id, p.name, exists (select from support_member m where m.person_id = p.id),
           exists (select from school_group_leader l where l.person_id = p.id)
    from session s join person p on p.id = s.person_id
    where s.secret_hash = hash and s.revoked_at is null and s.ends_at > now and s.seen_at > now - idle
      and p.ended_on is null and p.removed_at is null;
end $$;

-- The first statement of a transaction for who is signed in: makes sure that what the service knows of the session (use_session told it,
-- a minute ago at most) is still so, and acts for that person. Otherwise, also when its use was not noted since, it is an error.
create or replace function enter(hash bytea, now timestamptz, who uuid, known_as text, support boolean, leader boolean) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from session s join person p on p.id = s.person_id
    where s.secret_hash = hash and s.revoked_at is null and s.ends_at > now and s.seen_at > now - interval '2 minutes'
      and p.id = who and p.name = known_as and p.ended_on is null and p.removed_at is null
      and support = exists (select from support_member m where m.person_id = p.id)
      and leader = exists (select from school_group_leader l where l.person_id = p.id)
  ) then
    raise exception 'The session has ended, or is not what it was' using errcode = 'ZS001';
  end if;
  perform act_for(who::text);
end $$;

-- The token behind a request: who it is, if it may still be used. That person is still of the support team. Counts the use.
create or replace function use_api_token(hash bytea, now timestamptz, most integer)
returns table (token_id uuid, person_id uuid, name text, leader boolean, too_many boolean)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return query
    update api_token t set used_at = now,
      uses = case when t.counted_from > now - interval '1 minute' then least(t.uses, most) + 1 else 1 end,
      counted_from = case when t.counted_from > now - interval '1 minute' then t.counted_from else now end
    from person p
    where t.secret_hash = hash and t.revoked_at is null and t.ends_at > now
      and p.id = t.person_id and p.ended_on is null and p.removed_at is null
      and exists (select from support_member m where m.person_id = p.id)
    returning t.id, p.id, p.name, exists (select from school_group_leader l where l.person_id = p.id), t.uses > most;
end $$;

-- Another address is another proof of who it is; who ended or was removed comes in no more. In both cases sessions and links of
-- before end at once, and with another address or a removal also what other services know somebody by. Who signs in locks the person
-- first, so that it comes before this or not at all.
create or replace function end_ways_in() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from session where person_id = new.id;
  delete from sign_in_link where person_id = new.id;
  if new.removed_at is not null or new.email is distinct from old.email then
    delete from person_identity where person_id = new.id;
  end if;
  return null;
end $$;
create or replace trigger person_ways_in_ended after update of email, ended_on, removed_at on person for each row
when (new.removed_at is not null or new.ended_on is not null or new.email is distinct from old.email) execute function end_ways_in();

-- Who leaves the support team, ends or is removed leaves no token behind, not even for a return.
create or replace function forget_api_tokens() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from api_token where person_id =
    (case tg_table_name when 'support_member' then to_jsonb(old) ->> 'person_id' else to_jsonb(old) ->> 'id' end)::uuid;
  return null;
end $$;
create or replace trigger support_member_api_tokens_forgotten after delete on support_member
  for each row execute function forget_api_tokens();
create or replace trigger person_api_tokens_forgotten after update of ended_on, removed_at on person for each row
when (new.ended_on is not null or new.removed_at is not null) execute function forget_api_tokens();
