-- The support team's own labels, and on which notes they hang, so that what returns can be counted.
create table note_label (
  id        uuid primary key,
  name      text not null check (length(name) between 1 and 60),
  made_at   timestamptz not null,
  ended_at  timestamptz -- it hangs where it hung, and on nothing more
);
create unique index note_label_lower_name on note_label (lower(name));

create table labelled_note (
  sent_scan_id  uuid not null,
  section       text not null,
  question      text not null,
  label_id      uuid not null references note_label,
  labelled_by   uuid not null references person,
  labelled_at   timestamptz not null,
  primary key (sent_scan_id, section, question, label_id),
  foreign key (sent_scan_id, section, question) references sent_note on delete cascade -- notes that are erased
);
create index labelled_note_label on labelled_note (label_id);

alter table note_label enable row level security;
alter table labelled_note enable row level security;
create policy net on note_label using ((select app_sees_net()));
create policy net on labelled_note using ((select app_sees_net()));

grant select, insert, update on note_label to ${application_role};
grant select, insert, delete on labelled_note to ${application_role};
