-- What is known of a person's phone, so that somebody can help when its words do not arrive, and can shut it when it is
-- lost. One row a phone, overwritten: its last good sync and what it last said of itself. No list of syncs, no count, no
-- address and no name of a browser stand here, and nothing of what was done, where or for how long [H10] [F1].

create table devices (
  person_id text not null references people (id) on delete cascade,
  device_id text not null,
  -- The day from which this phone is known: it tells two phones of one person apart.
  first_on date not null,
  synced_at timestamptz not null,
  -- As the phone says it. Null where it speaks the first wire and says nothing of itself [S19].
  app text,
  waiting integer,
  oldest_at timestamptz,
  for_review integer,
  not_stored boolean,
  -- The session it last came with, which ends when the phone is revoked.
  session_id text,
  revoked_at timestamptz,
  revoked_by text,
  primary key (device_id, person_id),
  constraint devices_say_all_or_nothing check (num_nulls(app, waiting, for_review, not_stored) in (0, 4)),
  constraint devices_oldest_goes_with_waiting check (oldest_at is null or waiting > 0),
  constraint devices_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);
create index devices_of_person on devices (person_id);
