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

-- What comparing reads: each thing that was chosen, and each number, in the order of the answer. Of what was not asked or not answered
-- there is no row, and of free text neither. A placement and an ambition are facts as all others.
create table fact (
  sent_scan_id  uuid not null references sent_scan,
  section       text not null,
  question      text not null, -- of a cell: that of the table, a dot, and that of the column
  use           text not null, -- what the instrument asks it for
  row           text not null default '', -- key of the row of a table; empty outside of tables
  position      integer not null check (position >= 0),
  code          text not null default '', -- what was chosen; empty for a number
  number        numeric,
  primary key (sent_scan_id, section, question, row, position),
  constraint fact_is_code_or_number check ((code = '') = (number is not null))
);
create index fact_placement on fact (sent_scan_id, section) include (code) where use = 'placement';
create index fact_ambition on fact (sent_scan_id, section) include (code) where use = 'ambition';

-- Text without case and accents, in which parts of words are found. A column is made of it, so it belongs to the table: whoever
-- changes it writes a new version that makes the column anew.
create function folded(raw text) returns text language sql immutable strict parallel safe as $$
  select lower(regexp_replace(normalize(raw, NFKD), '[\u0300-\u036f]', '', 'g'))
$$;

-- Text in which the quotes and dashes of print stand apart from the words beside them: to the parser of searches they are letters.
create function words_apart(raw text) returns text language sql immutable strict parallel safe as $$
  select translate(raw, '‘’‚‛“”„‟«»‹›–—…·•', '                 ')
$$;

-- The notes of what was sent and what was typed as an answer, each text a row of its own, so that they can be searched. The database
-- itself keeps them beside the snapshots: nobody else writes them, and what is erased from a snapshot is erased here, whoever erases it.
create table sent_note (
  sent_scan_id  uuid not null references sent_scan,
  section       text not null,
  question      text not null,
  part          text not null, -- empty for a note; else where in the answer the text stands (R__free_text, texts_in)
  note          text not null check (note <> ''),
  search        tsvector not null generated always as (to_tsvector('dutch', words_apart(note))) stored,
  folded        text not null generated always as (folded(note)) stored,
  primary key (sent_scan_id, section, question, part)
);
create index sent_note_search on sent_note using gin (search);
create extension if not exists pg_trgm; -- comes with PostgreSQL
create index sent_note_parts_of_words on sent_note using gin (folded gin_trgm_ops);

alter table sent_scan enable row level security;
alter table fact enable row level security;
alter table sent_note enable row level security;

grant select, insert on sent_scan, fact to ${application_role};
grant select on sent_note to ${application_role};
