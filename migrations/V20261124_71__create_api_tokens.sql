-- What lets a program read as its person: a random secret that is shown once; only its hash is kept here.
create table api_token (
  id            uuid primary key,
  person_id     uuid not null references person,
  name          text not null check (length(name) between 1 and 100),
  secret_hash   bytea not null unique check (length(secret_hash) = 32),
  created_at    timestamptz not null,
  ends_at       timestamptz not null,
  used_at       timestamptz,
  revoked_at    timestamptz,
  -- How often it was used since a moment, so that no program takes the service from the others.
  counted_from  timestamptz,
  uses          integer not null default 0,
  check (ends_at > created_at and ends_at <= created_at + interval '367 days')
);
create index api_token_person on api_token (person_id);

grant select, insert, update on api_token to ${application_role};

alter table api_token enable row level security;
create policy own on api_token using (person_id = (select app_person()) and (select app_sees_net()));

-- The token behind a request: who it is, if it may still be used. That person is still of the support team. Counts the use.
create function use_api_token(hash bytea, now timestamptz, most integer)
returns table (token_id uuid, person_id uuid, name text, leader boolean, too_many boolean)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return query
    update api_token t set used_at = now,
      uses = case when t.counted_from > now - interval '1 minute' then least(t.uses, most) + 1 else 1 end,
      counted_from = case when t.counted_from > now - interval '1 minute' then t.counted_from else now end
    from person p
    where t.secret_hash = hash and t.revoked_at is null and t.ends_at > now and p.id = t.person_id and p.ended_on is null and p.removed_at is null
      and exists (select from support_member m where m.person_id = p.id)
    returning t.id, p.id, p.name, exists (select from school_group_leader l where l.person_id = p.id), t.uses > most;
end $$;

-- Who leaves the support team, ends or is removed (remove_person ends in these) leaves no token behind, not even for a return.
create function forget_api_tokens() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from api_token where person_id = (case tg_table_name when 'support_member' then to_jsonb(old) ->> 'person_id' else to_jsonb(old) ->> 'id' end)::uuid;
  return null;
end $$;
create trigger support_member_api_tokens_forgotten after delete on support_member for each row execute function forget_api_tokens();
create trigger person_api_tokens_forgotten after update of ended_on, removed_at on person for each row
when (new.ended_on is not null or new.removed_at is not null) execute function forget_api_tokens();
