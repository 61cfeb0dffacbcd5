-- One centre's answers in one round. It pins the version of the questionnaire that it answers.
create table scan (
  id                uuid primary key,
  round_id          uuid not null references round,
  centre_id         uuid not null references centre,
  questionnaire_id  text not null,
  version           text not null,
  state             text not null default 'open' check (state in ('open', 'sent')),
  started_at        timestamptz not null,
  unique (round_id, centre_id),
  foreign key (questionnaire_id, version) references questionnaire_version
);
create index scan_centre on scan (centre_id);

-- The content of a version that a scan pins is what its answers mean.
create function refuse_change_of_pinned_version() returns trigger language plpgsql as $$
begin
  if exists (select from scan where questionnaire_id = old.questionnaire_id and version = old.version) then
    raise exception 'questionnaire version % % has answers and never changes', old.questionnaire_id, old.version
      using errcode = 'integrity_constraint_violation', constraint = 'questionnaire_version_pinned';
  end if;
  return new;
end $$;
create trigger questionnaire_version_pinned before update of content on questionnaire_version
  for each row when (old.content is distinct from new.content) execute function refuse_change_of_pinned_version();

-- The answer in force to one question of one section (a building block, or the closing questions).
create table answer (
  scan_id      uuid not null references scan,
  section      text not null check (length(section) <= 40),
  question     text not null check (length(question) <= 40),
  revision     integer not null check (revision > 0),
  value        jsonb,
  note         text not null check (length(note) <= 10000),
  answered_by  uuid not null references person,
  answered_at  timestamptz not null,
  primary key (scan_id, section, question)
) with (fillfactor = 70);

-- Every revision that ever was in force; a write is known by its key, and counts once.
create table answer_history (
  scan_id      uuid not null,
  section      text not null,
  question     text not null,
  revision     integer not null,
  value        jsonb,
  note         text not null,
  answered_by  uuid not null,
  answered_at  timestamptz not null,
  write_key    uuid not null,
  primary key (scan_id, section, question, revision),
  constraint answer_history_write_once unique (scan_id, write_key, section, question)
);

-- What was sent: numbered, immutable, complete.
create table sent_scan (
  id                uuid primary key,
  scan_id           uuid not null references scan,
  number            integer not null check (number > 0),
  sent_at           timestamptz not null,
  sent_by           uuid not null references person,
  questionnaire_id  text not null,
  version           text not null,
  content           jsonb not null,
  unique (scan_id, number),
  foreign key (questionnaire_id, version) references questionnaire_version
);

-- What comparing reads: where a block was placed, where the centre wants to go.
create table fact_placement (
  sent_scan_id    uuid not null references sent_scan,
  block           text not null,
  stage           text not null,
  ambition_stage  text not null,
  primary key (sent_scan_id, block)
);

-- What comparing reads: each option chosen in a section; position gives the order where the order means something.
create table fact_choice (
  sent_scan_id  uuid not null references sent_scan,
  section       text not null,
  question      text not null,
  option        text not null,
  position      integer not null check (position >= 0),
  primary key (sent_scan_id, section, question, option)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% takes inserts only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger answer_history_append_only before update or delete or truncate on answer_history for each statement execute function refuse_change();
create trigger sent_scan_immutable before update or delete or truncate on sent_scan for each statement execute function refuse_change();
create trigger fact_placement_immutable before update or delete or truncate on fact_placement for each statement execute function refuse_change();
create trigger fact_choice_immutable before update or delete or truncate on fact_choice for each statement execute function refuse_change();

grant select, insert, update on scan, answer to ${application_role};
grant select, insert on answer_history, sent_scan, fact_placement, fact_choice to ${application_role};
