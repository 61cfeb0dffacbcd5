-- Who answers, begins or sends in a round does so before it closes or after it closed, never while it closes.
--
-- One order for everybody: first the turn of the round, then its scan, then the row of the round. The turn is a lock that has a queue: whoever comes after
-- a closing that waits, waits behind it, where a stream of share locks on the row would pass it for ever. The row is held as well, and read only after
-- that, so that somebody who closes a round by hand is waited for too. What a person may see is not asked here: holding tells nothing.

create function round_turn(held uuid) returns bigint language sql immutable parallel safe as $$
  select hashtextextended('round ' || held, 0)
$$;

-- Returns whether there is such a round. Others may do the same meanwhile; nobody closes the round or changes its centres.
create function hold_round(held uuid) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(round_turn(held));
  perform from round where id = held for share;
  return found;
end $$;

-- Nobody else has to do with the round meanwhile. Whatever was under way in it has ended.
create function hold_round_alone(held uuid) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(round_turn(held));
  perform from round where id = held for no key update;
  return found;
end $$;

-- The scan and its round: against sending, so that others may answer too, or against everybody.
create function hold_scan(held uuid, alone boolean) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  of_round uuid := (select round_id from scan where id = held);
begin
  if of_round is null then
    return;
  end if;
  perform pg_advisory_xact_lock_shared(round_turn(of_round));
  if alone then
    perform from scan where id = held for update;
  else
    perform from scan where id = held for share;
  end if;
  perform from round where id = of_round for share;
end $$;

-- Closing is short: what the round is compared by and the mails are made after it, and again by whoever comes next when that was cut off.
alter table round add column closing_unfinished boolean not null default false,
  add constraint round_closing_unfinished check (state = 'closed' or not closing_unfinished);
create index round_closing_unfinished on round (closed_at) where closing_unfinished;

-- A scan is of a centre that takes part.
insert into round_centre (round_id, centre_id) select round_id, centre_id from scan on conflict do nothing;
alter table scan add constraint scan_of_centre_in_round foreign key (round_id, centre_id) references round_centre (round_id, centre_id);
