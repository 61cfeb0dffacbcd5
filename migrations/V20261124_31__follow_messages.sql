-- A message that is of no use any more is neither delivered nor failed. One that is sent again is settled by the one that takes its place.
alter table message drop constraint message_state_check;
alter table message add constraint message_state_check check (state in ('waiting', 'sending', 'delivered', 'failed', 'withdrawn'));
alter table message add column repeats uuid unique references message;

-- The ledger shows the newest first.
create index message_created on message (created_at desc, id);
