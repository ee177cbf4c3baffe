-- One append-only log a village, the states folded from it, and what is kept beside it.
-- Every table of a village's own begins its key with the village code: the same schema is one PostgreSQL or a cluster
-- distributed by village.

-- The host of this installation: one row. The epoch is made anew after a restore, so that devices offer again what the
-- restored log may have forgotten [S6].
create table host (
  only_one boolean primary key default true constraint host_only_one check (only_one),
  epoch text not null,
  campaign text not null,
  area text not null constraint host_area_is_a_division_prefix check (area ~ '^[0-9]{2,12}$'),
  office_name text not null default '',
  office_telephone text not null default '',
  filing_number text not null default '',
  secret text not null
);

create table villages (
  code text primary key constraint villages_code_has_12_digits check (code ~ '^[0-9]{12}$'),
  name text not null,
  town text not null,
  head bigint not null default 0,
  chain bytea not null default '\x',
  totals jsonb not null default '{}',
  checksum_team bigint not null default 0,
  checksum_cadre bigint not null default 0,
  openings_head bigint not null default 0,
  openings_chain bytea not null default '\x'
);

-- The log. A number is taken under the village row's lock; the digest covers a salted body, and both body and salt go
-- when a household is erased, so that the chain still verifies [S15].
create table changes (
  village_code text not null references villages (code),
  seq bigint not null constraint changes_seq_from_one check (seq > 0),
  change_id text not null,
  kind text not null,
  household_id text not null,
  author_id text not null,
  author_name text not null,
  author_role text not null,
  device_id text not null,
  happened_at timestamptz not null,
  received_at timestamptz not null,
  after text[] not null,
  body jsonb,
  salt bytea,
  digest bytea not null,
  primary key (village_code, seq),
  constraint changes_once_each unique (village_code, change_id), -- [S1]
  constraint changes_body_goes_with_its_salt check ((body is null) = (salt is null))
);

create table households (
  village_code text not null references villages (code),
  household_id text not null,
  state jsonb not null,
  seq bigint not null,
  hash_team bigint not null,
  hash_cadre bigint not null,
  primary key (village_code, household_id)
);
create index households_by_change on households (village_code, seq);

-- One row a need, for queues and sums; its truth is the household's state. Never ownerless [H21]; solved only by the
-- household's word [H12].
create table needs (
  village_code text not null,
  need_id text not null,
  household_id text not null,
  stage text not null,
  category text not null,
  owner_id text not null constraint needs_owner_never_empty check (owner_id <> ''),
  department_id text,
  due_on date,
  heard_on date not null,
  answered_by_household boolean not null,
  primary key (village_code, need_id),
  foreign key (village_code, household_id) references households (village_code, household_id) on delete cascade,
  constraint needs_solved_only_by_the_household check (stage <> 'solved' or answered_by_household)
);
create index needs_of_department on needs (department_id, due_on) where department_id is not null;
create index needs_open_by_day on needs (village_code, due_on) where due_on is not null;

-- Stories are never in the log: erasing one is a delete.
create table diaries (
  village_code text not null,
  visit_id text not null,
  household_id text not null,
  author_id text not null,
  written_at timestamptz not null,
  story text not null,
  primary key (village_code, visit_id)
);

-- What was refused is kept as it came, with its reason [S5]. Its village may be none of ours.
create table refusals (
  village_code text not null,
  change_id text not null,
  because text not null,
  author_id text not null,
  device_id text not null,
  received_at timestamptz not null,
  change jsonb not null,
  primary key (village_code, change_id)
);

-- Who opened which household, when and why: append-only, chained like the log, read by the household [H22].
create table openings (
  village_code text not null references villages (code),
  number bigint not null,
  opening_id text not null,
  household_id text not null,
  person_id text not null,
  person_name text not null,
  role text not null,
  why text not null,
  opened_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (village_code, number),
  constraint openings_once_each unique (village_code, opening_id)
);
create index openings_of_household on openings (village_code, household_id, opened_at);

-- All households of a village, packed once for many first syncs.
create table snapshots (
  village_code text primary key references villages (code),
  up_to bigint not null,
  gzip bytea not null
);

-- A household's private code, of which only the digest is kept: whoever reads this table learns no code [H22].
create table cards (
  village_code text not null references villages (code),
  household_id text not null,
  code_digest bytea not null,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  primary key (village_code, household_id, code_digest)
);
create unique index cards_by_digest on cards (code_digest);
