-- Help on the way: materials, contacts and practices that help with a section of an instrument, over all its versions. The support team
-- keeps them, centres propose some.
create table help (
  id                uuid primary key,
  questionnaire_id  text not null check (length(questionnaire_id) between 1 and 60),
  section           text not null check (length(section) between 1 and 60),
  stage             text not null default '' check (length(stage) <= 60), -- towards which stage it helps; empty for any
  kind              text not null check (kind in ('material', 'contact', 'practice')),
  title             text not null check (length(title) between 1 and 120),
  text              text not null default '' check (length(text) <= 500),
  link              text not null default '' check (link = '' or link like 'https://%' and length(link) <= 500),
  state             text not null check (state in ('proposed', 'shown', 'declined', 'withdrawn')),
  centre_id         uuid references centre, -- that proposed it; none for what the support team put there itself
  reply             text not null default '' check (length(reply) <= 500), -- of the support team, for the centre that proposed it
  added_by          uuid not null references person,
  added_at          timestamptz not null,
  changed_by        uuid references person,
  changed_at        timestamptz,
  check (centre_id is not null or state not in ('proposed', 'declined') and reply = '')
);
create index help_questionnaire on help (questionnaire_id, section);
create index help_centre on help (centre_id);

alter table help enable row level security;

grant select, insert, update, delete on help to ${application_role};
