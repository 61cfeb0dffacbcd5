-- Who is signed in, from which browser. The browser holds a random secret; only its hash is kept here.
create table session (
  id           uuid primary key,
  secret_hash  bytea not null unique,
  person_id    uuid not null references person,
  created_at   timestamptz not null,
  seen_at      timestamptz not null,
  ends_at      timestamptz not null,
  revoked_at   timestamptz
);
create index session_person on session (person_id);

grant select, insert, update on session to ${application_role};
