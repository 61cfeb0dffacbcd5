-- Two centres that show each other what they sent in a closed round. One offers, the other accepts: from then on both see, until
-- either ends it. Who ended one that was not accepted yet, declined it.
create table opening (
  id              uuid primary key,
  round_id        uuid not null,
  offering_id     uuid not null, -- the centre that offers
  offered_by      uuid not null references person,
  offered_at      timestamptz not null,
  offered_notes   boolean not null, -- whether its notes are open too
  accepting_id    uuid not null, -- the centre to which it is offered
  accepted_by     uuid references person,
  accepted_at     timestamptz,
  accepted_notes  boolean,
  ended_of        uuid references centre, -- the centre that ended it
  ended_by        uuid references person,
  ended_at        timestamptz,
  check (offering_id <> accepting_id),
  check (num_nulls(accepted_by, accepted_at, accepted_notes) in (0, 3)),
  check (num_nulls(ended_of, ended_by, ended_at) in (0, 3)),
  check (ended_of in (offering_id, accepting_id)),
  foreign key (round_id, offering_id) references comparison_centre,
  foreign key (round_id, accepting_id) references comparison_centre
);
-- At most one at a time between two centres in a round, whoever offered it.
create unique index opening_in_force on opening
  (round_id, least(offering_id, accepting_id), greatest(offering_id, accepting_id)) where ended_at is null;
create index opening_offering on opening (offering_id, round_id);
create index opening_accepting on opening (accepting_id, round_id);

alter table opening enable row level security;

grant select, insert, update on opening to ${application_role};
