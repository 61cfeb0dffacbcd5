-- How people and their programs come in. Of every secret only a hash is kept.

-- A link by which a person signs in, once. Kept are the hashes of the token in the link, of the cookie of the browser that asked for
-- it, and of the code in the mail, which is for another browser.
create table sign_in_link (
  id            uuid primary key,
  person_id     uuid not null references person,
  token_hash    bytea unique,
  browser_hash  bytea not null,
  code_hash     bytea,
  wrong_codes   integer not null default 0 check (wrong_codes >= 0),
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  used_at       timestamptz
);
create index sign_in_link_person on sign_in_link (person_id);
create index sign_in_link_expires on sign_in_link (expires_at);

-- How often a link was asked for an address, or from a place, since a moment. The key is a hash of either; it is kept until the
-- night after.
create table sign_in_count (
  key           bytea primary key check (length(key) = 32),
  counted_from  timestamptz not null,
  asks          integer not null
);

-- Who is signed in, from which browser. The browser holds a random secret.
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
create index session_ends on session (ends_at);

-- By what somebody is known to a service that signs people in: at Entra ID a tenant and an object in it, elsewhere an issuer and a
-- subject. An address is used once, to find the person; from then on this is.
create table person_identity (
  id          uuid primary key,
  person_id   uuid not null references person,
  authority   text not null check (length(authority) between 1 and 500),
  subject     text not null check (length(subject) between 1 and 500),
  created_at  timestamptz not null,
  constraint person_identity_unique unique (authority, subject)
);
create index person_identity_person on person_identity (person_id);

-- Lets a program read as its person: a random secret that is shown once.
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

alter table sign_in_link enable row level security;
alter table sign_in_count enable row level security;
alter table session enable row level security;
alter table person_identity enable row level security;
alter table api_token enable row level security;

-- A job takes away by night what has ended.
grant select, insert, update, delete on sign_in_link, sign_in_count, session to ${application_role};
grant select, insert on person_identity to ${application_role};
grant select, insert, update on api_token to ${application_role};
