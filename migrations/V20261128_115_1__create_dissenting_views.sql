-- What somebody of the team sees otherwise than it was agreed, kept beside the answers to a section. Held by whom is what the team typed.
create table dissenting_view (
  id          uuid primary key,
  scan_id     uuid not null references scan,
  section     text not null check (length(section) <= 40),
  view        text not null check (length(view) between 1 and 2000),
  held_by     text not null check (length(held_by) between 1 and 200),
  entered_by  uuid not null references person,
  entered_at  timestamptz not null
);
create index dissenting_view_scan on dissenting_view (scan_id, section);

alter table dissenting_view enable row level security;

grant select, insert, delete on dissenting_view to ${application_role};
