-- The log is read from the newest on, page by page.
drop index activity_log_at;
create index activity_log_order on activity_log (at desc, id desc);
create index activity_log_action on activity_log (action, at desc, id desc);
