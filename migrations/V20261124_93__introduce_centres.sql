-- A centre that offers an inspiring practice was introduced to one that made the same block a priority: once for two centres, whoever asked for whom.
create table introduction (
  id             uuid primary key,
  round_id       uuid not null references round,
  block          text not null check (length(block) <= 40),
  inspiring      uuid not null references centre,
  seeking        uuid not null references centre,
  message        text not null check (length(message) <= 2000),
  introduced_by  uuid not null references person,
  introduced_at  timestamptz not null,
  check (inspiring <> seeking)
);
create unique index introduction_once on introduction (round_id, block, least(inspiring, seeking), greatest(inspiring, seeking));

-- Whom it introduced: the directors of both centres at that time, who read each other's name and address.
create table introduced_person (
  introduction_id  uuid not null references introduction,
  person_id        uuid not null references person,
  centre_id        uuid not null references centre,
  primary key (introduction_id, person_id, centre_id)
);
create index introduced_person_person on introduced_person (person_id);

create trigger introduction_append_only before update or delete or truncate on introduction for each statement execute function refuse_change();
create trigger introduced_person_append_only before update or delete or truncate on introduced_person for each statement execute function refuse_change();

alter table introduction enable row level security;
alter table introduced_person enable row level security;
create policy net on introduction using ((select app_sees_net()));
create policy net on introduced_person using ((select app_sees_net()));

grant select, insert on introduction, introduced_person to ${application_role};

-- The local mailbox loses the mails that name somebody who is removed, also those to the others (remove_person ends in this).
create function forget_introductions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from mailbox_mail x using message m where m.id = x.message_id
    and m.subject_id in (select introduction_id from introduced_person where person_id = new.id);
  return null;
end $$;
create trigger person_removed_from_introductions after update of removed_at on person
  for each row when (old.removed_at is null and new.removed_at is not null) execute function forget_introductions();
