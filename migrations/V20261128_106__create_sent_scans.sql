-- What was sent: numbered, immutable, complete, and what is made of it to compare and to search.

create table sent_scan (
  id                uuid primary key,
  scan_id           uuid not null references scan,
  number            integer not null check (number > 0),
  sent_at           timestamptz not null,
  sent_by           uuid not null references person,
  centre_name       text not null, -- as the centre was called then
  questionnaire_id  text not null,
  version           text not null,
  content           jsonb not null,
  unique (scan_id, number),
  foreign key (questionnaire_id, version) references questionnaire_version
);
create index sent_scan_scan_newest on sent_scan (scan_id, number desc) include (id);

-- What comparing reads: where a block was placed, and where the centre wants to go; no ambition where none was asked or given.
create table fact_placement (
  sent_scan_id    uuid not null references sent_scan,
  block           text not null,
  stage           text not null,
  ambition_stage  text,
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

-- Text without case and accents, in which parts of words are found. A column is made of it, so it belongs to the table: whoever
-- changes it writes a new version that makes the column anew.
create function folded(raw text) returns text language sql immutable strict parallel safe as $$
  select lower(regexp_replace(normalize(raw, NFKD), '[\u0300-\u036f]', '', 'g'))
$$;

-- The notes of what was sent, each a row of its own, so that they can be searched. The database itself keeps them beside the
-- snapshots: nobody else writes them, and what is erased from a snapshot is erased here, whoever erases it.
create table sent_note (
  sent_scan_id  uuid not null references sent_scan,
  section       text not null,
  question      text not null,
  note          text not null check (note <> ''),
  search        tsvector not null generated always as (to_tsvector('dutch', note)) stored,
  folded        text not null generated always as (folded(note)) stored,
  primary key (sent_scan_id, section, question)
);
create index sent_note_search on sent_note using gin (search);

alter table sent_scan enable row level security;
alter table fact_placement enable row level security;
alter table fact_choice enable row level security;
alter table sent_note enable row level security;

grant select, insert on sent_scan, fact_placement, fact_choice to ${application_role};
grant select on sent_note to ${application_role};
