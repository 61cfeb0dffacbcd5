-- A mail is a row before it is a mail. It is for a person, and goes to the address that the person has when it leaves.
create table message (
  id               uuid primary key,
  kind             text not null check (length(kind) between 1 and 40),
  recipient        text not null check (length(recipient) <= 254),
  first_recipient  text check (length(first_recipient) <= 254), -- the address for which it was put, where that is another one
  person_id        uuid references person, -- none: the address is nobody's
  subject_id       uuid not null,
  number           integer not null check (number > 0),
  message_id       text not null unique,
  round_id         uuid references round, -- when it has one: the ledger of a round reads it
  repeats          uuid unique references message, -- the one whose place it takes
  created_at       timestamptz not null,
  -- withdrawn: of no use any more, neither delivered nor failed
  state            text not null default 'waiting' check (state in ('waiting', 'sending', 'delivered', 'failed', 'withdrawn')),
  tries            integer not null default 0 check (tries >= 0),
  due_at           timestamptz not null, -- waiting: when to try; sending: when the claim lapses
  delivered_at     timestamptz,
  last_answer      text not null default '',
  constraint message_delivered check ((state = 'delivered') = (delivered_at is not null))
);
-- It exists once for a person, whatever the address; once for an address that is nobody's.
create unique index message_once on message (kind, coalesce(person_id::text, recipient), subject_id, number);
create index message_due on message (due_at) where state in ('waiting', 'sending');
create index message_subject on message (subject_id);
create index message_round on message (round_id, created_at);
create index message_person on message (person_id);
-- The ledger shows the newest first.
create index message_created on message (created_at desc, id);

-- Where mails go when no mail server is configured. Whoever reaches such a service reads them.
create table mailbox_mail (
  message_id   uuid primary key references message,
  recipient    text not null,
  subject      text not null,
  received_at  timestamptz not null,
  content      bytea storage external not null -- its attachments are packed already
);
create index mailbox_mail_received on mailbox_mail (received_at desc);

alter table message enable row level security;

grant select, insert, update on message to ${application_role};
grant select, insert on mailbox_mail to ${application_role};
