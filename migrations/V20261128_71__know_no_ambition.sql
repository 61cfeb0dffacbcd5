-- An ambition that was not asked, or not given, is nothing; it was written down as holding the stage of today.
alter table fact_placement alter column ambition_stage drop not null;

alter table fact_placement disable trigger fact_placement_immutable;
update fact_placement f set ambition_stage = null from sent_scan x
where x.id = f.sent_scan_id and f.ambition_stage = f.stage and not exists (
  select from jsonb_array_elements(x.content -> 'answers') given
  where given ->> 'section' = f.block and given -> 'answer' ->> 'type' in ('hold', 'grow'));
alter table fact_placement enable trigger fact_placement_immutable;
