-- A voice note is the visitor's own words after leaving a family, beside the diary or in its place [H8]. Like the diary it
-- lies beside the log, so that erasing it is a delete. It comes in pieces of about a second, each sealed on the phone under
-- a key of the note's own; `sealed` of the note holds that key, sealed to the host's recovery key. So the tables hold no sound that
-- could be heard by reading them, and with a note's row its key goes, whatever copies of pieces there may be elsewhere [S15].
-- No length and no count by person stand here [H10].
create table voices (
  village_code text not null references villages (code),
  voice_id text not null,
  visit_id text not null,
  household_id text not null,
  author_id text not null,
  sealed bytea not null,
  pieces integer not null constraint voices_in_so_many_pieces check (pieces between 1 and 400),
  received_at timestamptz not null,
  primary key (village_code, voice_id)
);
create index voices_of_visit on voices (village_code, visit_id);
create index voices_by_day on voices (received_at);

create table voice_pieces (
  village_code text not null,
  voice_id text not null,
  number integer not null constraint voice_pieces_number_from_zero check (number between 0 and 399),
  sealed bytea not null constraint voice_pieces_are_small check (octet_length(sealed) <= 65536),
  primary key (village_code, voice_id, number),
  constraint voice_pieces_go_with_their_note foreign key (village_code, voice_id)
    references voices (village_code, voice_id) on delete cascade
);
