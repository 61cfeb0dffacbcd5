-- A mail is a row before it is a mail. Its key (kind, recipient, subject, number) makes that it exists once.
create table message (
  id             uuid primary key,
  kind           text not null check (length(kind) between 1 and 40),
  recipient      text not null check (length(recipient) <= 254),
  subject_id     uuid not null,
  number         integer not null check (number > 0),
  message_id     text not null unique,
  created_at     timestamptz not null,
  state          text not null default 'waiting' check (state in ('waiting', 'sending', 'delivered', 'failed')),
  tries          integer not null default 0 check (tries >= 0),
  due_at         timestamptz not null, -- waiting: when to try; sending: when the claim lapses
  delivered_at   timestamptz,
  last_answer    text not null default '',
  constraint message_delivered check ((state = 'delivered') = (delivered_at is not null)),
  constraint message_once unique (kind, recipient, subject_id, number)
);
create index message_due on message (due_at) where state in ('waiting', 'sending');
create index message_subject on message (subject_id);

-- Where mails go when no mail server is configured.
create table mailbox_mail (
  message_id   uuid primary key references message,
  recipient    text not null,
  subject      text not null,
  received_at  timestamptz not null,
  content      bytea not null
);
create index mailbox_mail_received on mailbox_mail (received_at desc);

-- The table of the job scheduler, as its documentation gives it.
create table scheduled_tasks (
  task_name             text not null,
  task_instance         text not null,
  task_data             bytea,
  execution_time        timestamptz not null,
  picked                boolean not null,
  picked_by             text,
  last_success          timestamptz,
  last_failure          timestamptz,
  consecutive_failures  integer,
  last_heartbeat        timestamptz,
  version               bigint not null,
  priority              smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);

grant select, insert, update on message to ${application_role};
grant select, insert on mailbox_mail to ${application_role};
grant select, insert, update, delete on scheduled_tasks to ${application_role};
