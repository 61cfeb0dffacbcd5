-- A link by which a person signs in, once. Only hashes are kept: of the token in the link, of the cookie of the browser that asked for it,
-- and of the code in the mail for another browser.
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

grant select, insert, update on sign_in_link to ${application_role};
