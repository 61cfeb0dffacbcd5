-- How often a link was asked for an address, or from a place, since a moment. Only a hash of either is kept, until the night after.
create table sign_in_count (
  key           bytea primary key check (length(key) = 32),
  counted_from  timestamptz not null,
  asks          integer not null
);

grant select, insert, update, delete on sign_in_count to ${application_role};

alter table sign_in_count enable row level security;
create policy service on sign_in_count using ((select app_is_service()));

-- The night takes away what has ended.
grant delete on session, sign_in_link to ${application_role};
create index sign_in_link_person on sign_in_link (person_id);
create index sign_in_link_expires on sign_in_link (expires_at);
create index session_ends on session (ends_at);
