-- Complaints about a person [H19]: they go their own way, beside every village's log. A letter names nobody, not who
-- wrote it, for which family or in which village; two openers read it together, each with a passphrase of their own. What
-- lies here never suffices to read one.

create table sealed_openers (
  person_id text primary key references people (id),
  named_by text not null,
  named_at timestamptz not null,
  key text,
  wrapped jsonb,
  constraint sealed_openers_key_is_whole check ((key is null) = (wrapped is null))
);

-- A day and no hour: nobody shall find out who was where when it arrived.
create table sealed (
  id text primary key,
  receipt text not null constraint sealed_receipt_once unique,
  received_on date not null,
  body text not null,
  shares jsonb not null,
  answer text,
  answered_on date,
  constraint sealed_answer_has_its_day check ((answer is null) = (answered_on is null))
);

-- An opener's halves, turned over to the others of the letter and sealed to them.
create table sealed_turns (
  sealed_id text not null references sealed (id),
  person_id text not null references people (id),
  shares jsonb not null,
  primary key (sealed_id, person_id)
);

-- Who turned a key, read or answered, and when: chained like the openings of households.
create table sealed_openings (
  number integer primary key,
  sealed_id text not null references sealed (id),
  person_id text not null,
  person_name text not null,
  act text not null constraint sealed_openings_act_known check (act in ('turned', 'read', 'answered')),
  opened_at timestamptz not null,
  digest bytea not null,
  chain bytea not null
);

-- Append-only: the database refuses the rest.
create function sealed_openings_stay() returns trigger language plpgsql as $$
begin
  raise exception 'openings of sealed letters stay as they are [H19]';
end $$;
create trigger sealed_openings_stay before update or delete on sealed_openings
  for each row execute function sealed_openings_stay();
