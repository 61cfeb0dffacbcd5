-- How comparing reads the facts, by what a question is for. The views run for whoever asks, and show what that person may see.

-- Where a block was placed, and to which stage the centre wants to go with it: that of today to hold it, none where no ambition was
-- asked or given.
drop view if exists placed_block;
create view placed_block with (security_invoker = true) as
  select p.sent_scan_id, p.section as block, p.code as stage, case a.code when 'hold' then p.code else a.code end as ambition
  from fact p left join fact a on a.sent_scan_id = p.sent_scan_id and a.section = p.section and a.use = 'ambition'
  where p.use = 'placement';

-- What else was chosen in a section; nothing compares what stands in the cells of tables.
drop view if exists chosen_option;
create view chosen_option with (security_invoker = true) as
  select f.sent_scan_id, f.section, f.question, f.code as option, f.position
  from fact f where f.use not in ('placement', 'ambition') and f.row = '' and f.code <> '';

grant select on placed_block, chosen_option to ${application_role};
