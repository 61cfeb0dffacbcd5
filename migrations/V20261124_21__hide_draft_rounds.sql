-- A round that is being made is seen by who makes it only.
alter policy seen on round using (state <> 'draft' and exists (select from round_centre c where c.round_id = round.id));
