-- Snapshots in parts, so that a first sync cut halfway goes on where it was [S8] [S17]; refused changes that can be handed
-- to a colleague [S5]; and refusals that an erased household's words can be taken out of [S15].

-- What is kept here is made from the states, and is made anew. Each part is packed already: PostgreSQL need not try.
drop table snapshots;
create table snapshots (
  village_code text not null references villages (code),
  up_to bigint not null,
  part integer not null,
  gzip bytea not null,
  primary key (village_code, up_to, part)
);
alter table snapshots alter column gzip set storage external;

-- How many transactions have written to the village's log or beside it: who locks the village sees by it whether what
-- was read in the same breath is what stands.
alter table villages add column turn bigint not null default 0;

-- A refusal about an erased household keeps that it was refused, and not a word of it.
alter table refusals
  alter column change drop not null,
  add column household_id text,
  add column handed_to text,
  add column handed_from text,
  add column handed_from_name text,
  add column handed_at timestamptz,
  add column taken_at timestamptz,
  add column story text,
  add constraint refusals_handed_by_somebody check ((handed_to is null) = (handed_from is null));
update refusals set household_id = change ->> 'household';
create index refusals_of_household on refusals (village_code, household_id);
create index refusals_handed on refusals (handed_to) where handed_to is not null and taken_at is null;
