create table account (
  id text not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"(id) ON DELETE CASCADE
);
CREATE INDEX account_of_user ON public.account USING btree ("userId");

create table advice_links (
  village_code text not null,
  code_digest bytea not null,
  link_id text not null,
  asked_by text not null,
  said_by text not null,
  visits jsonb not null,
  answered text[] not null default '{}'::text[],
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint advice_links_pkey PRIMARY KEY (village_code, code_digest),
  constraint advice_links_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id) ON DELETE CASCADE,
  constraint advice_links_village_code_fkey FOREIGN KEY (village_code) REFERENCES villages(code),
  constraint advice_links_hold_a_day CHECK ((expires_at <= (made_at + '1 day'::interval)))
);
CREATE UNIQUE INDEX advice_links_by_digest ON public.advice_links USING btree (code_digest);
CREATE INDEX advice_links_of_person ON public.advice_links USING btree (asked_by);

create table cards (
  village_code text not null,
  household_id text not null,
  code_digest bytea not null,
  issued_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint cards_pkey PRIMARY KEY (village_code, household_id, code_digest),
  constraint cards_village_code_fkey FOREIGN KEY (village_code) REFERENCES villages(code)
);
CREATE UNIQUE INDEX cards_by_digest ON public.cards USING btree (code_digest);

create table catalogues (
  name text not null,
  version integer not null,
  body jsonb not null,
  edited_by text not null,
  edited_by_name text not null,
  edited_at timestamp with time zone not null,
  constraint catalogues_pkey PRIMARY KEY (name, version),
  constraint catalogues_name_is_a_word CHECK ((name ~ '^[a-z][a-z-]{1,39}$'::text)),
  constraint catalogues_version_from_one CHECK ((version > 0))
);

create table changes (
  village_code text not null,
  seq bigint not null,
  change_id text not null,
  kind text not null,
  household_id text not null,
  author_id text not null,
  author_name text not null,
  author_role text not null,
  device_id text not null,
  happened_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  after text[] not null,
  body jsonb,
  salt bytea,
  digest bytea not null,
  constraint changes_pkey PRIMARY KEY (village_code, seq),
  constraint changes_once_each UNIQUE (village_code, change_id),
  constraint changes_village_code_fkey FOREIGN KEY (village_code) REFERENCES villages(code),
  constraint changes_body_goes_with_its_salt CHECK (((body IS NULL) = (salt IS NULL))),
  constraint changes_seq_from_one CHECK ((seq > 0))
);
CREATE INDEX changes_with_advice ON public.changes USING btree (village_code, household_id) WHERE ((kind = 'advice.give'::text) AND (body IS NOT NULL));

create table departments (
  id text not null,
  name text not null,
  telephone text not null default ''::text,
  handles_in_working_days integer not null default 5,
  constraint departments_pkey PRIMARY KEY (id)
);

create table devices (
  person_id text not null,
  device_id text not null,
  first_on date not null,
  synced_at timestamp with time zone not null,
  app text,
  waiting integer,
  oldest_at timestamp with time zone,
  for_review integer,
  not_stored boolean,
  session_id text,
  revoked_at timestamp with time zone,
  revoked_by text,
  constraint devices_pkey PRIMARY KEY (device_id, person_id),
  constraint devices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint devices_oldest_goes_with_waiting CHECK (((oldest_at IS NULL) OR (waiting > 0))),
  constraint devices_revoked_by_somebody CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
  constraint devices_say_all_or_nothing CHECK ((num_nulls(app, waiting, for_review, not_stored) = ANY (ARRAY[0, 4])))
);
CREATE INDEX devices_of_person ON public.devices USING btree (person_id);

create table diaries (
  village_code text not null,
  visit_id text not null,
  household_id text not null,
  author_id text not null,
  written_at timestamp with time zone not null,
  story text not null,
  constraint diaries_pkey PRIMARY KEY (village_code, visit_id)
);
CREATE INDEX diaries_by_day ON public.diaries USING btree (written_at);

create table host (
  only_one boolean not null default true,
  epoch text not null,
  campaign text not null,
  area text not null,
  office_name text not null default ''::text,
  office_telephone text not null default ''::text,
  filing_number text not null default ''::text,
  secret text not null,
  recovery_public text,
  recovery_private text,
  constraint host_pkey PRIMARY KEY (only_one),
  constraint host_area_is_a_division_prefix CHECK ((area ~ '^[0-9]{2,12}$'::text)),
  constraint host_only_one CHECK (only_one),
  constraint host_recovery_key_has_both_halves CHECK (((recovery_public IS NULL) = (recovery_private IS NULL)))
);

create table households (
  village_code text not null,
  household_id text not null,
  state jsonb not null,
  seq bigint not null,
  hash_team bigint not null,
  hash_cadre bigint not null,
  constraint households_pkey PRIMARY KEY (village_code, household_id),
  constraint households_village_code_fkey FOREIGN KEY (village_code) REFERENCES villages(code)
);
CREATE INDEX households_by_change ON public.households USING btree (village_code, seq);

create table migrations (
  name text not null,
  applied_at timestamp with time zone not null,
  constraint migrations_pkey PRIMARY KEY (name)
);

create table needs (
  village_code text not null,
  need_id text not null,
  household_id text not null,
  stage text not null,
  category text not null,
  owner_id text not null,
  department_id text,
  due_on date,
  heard_on date not null,
  answered_by_household boolean not null,
  constraint needs_pkey PRIMARY KEY (village_code, need_id),
  constraint needs_village_code_household_id_fkey FOREIGN KEY (village_code, household_id) REFERENCES households(village_code, household_id) ON DELETE CASCADE,
  constraint needs_owner_never_empty CHECK ((owner_id <> ''::text)),
  constraint needs_solved_only_by_the_household CHECK (((stage <> 'solved'::text) OR answered_by_household))
);
CREATE INDEX needs_of_department ON public.needs USING btree (department_id, due_on) WHERE (department_id IS NOT NULL);
CREATE INDEX needs_open_by_day ON public.needs USING btree (village_code, due_on) WHERE (due_on IS NOT NULL);

create table openings (
  village_code text not null,
  number bigint not null,
  opening_id text not null,
  household_id text not null,
  person_id text not null,
  person_name text not null,
  role text not null,
  why text not null,
  opened_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  digest bytea not null,
  constraint openings_pkey PRIMARY KEY (village_code, number),
  constraint openings_once_each UNIQUE (village_code, opening_id),
  constraint openings_village_code_fkey FOREIGN KEY (village_code) REFERENCES villages(code)
);
CREATE INDEX openings_of_household ON public.openings USING btree (village_code, household_id, opened_at);

create table people (
  id text not null,
  name text not null,
  role text not null,
  telephone text not null default ''::text,
  title text not null default ''::text,
  constraint people_pkey PRIMARY KEY (id),
  constraint people_id_fkey FOREIGN KEY (id) REFERENCES "user"(id) ON DELETE CASCADE,
  constraint people_role_is_one_of_ours CHECK ((role = ANY (ARRAY['visitor'::text, 'team-leader'::text, 'village-cadre'::text, 'department-officer'::text, 'office'::text, 'privacy-officer'::text])))
);

create table refusals (
  village_code text not null,
  change_id text not null,
  because text not null,
  author_id text not null,
  device_id text not null,
  received_at timestamp with time zone not null,
  change jsonb,
  household_id text,
  handed_to text,
  handed_from text,
  handed_from_name text,
  handed_at timestamp with time zone,
  taken_at timestamp with time zone,
  story text,
  constraint refusals_pkey PRIMARY KEY (village_code, change_id),
  constraint refusals_handed_by_somebody CHECK (((handed_to IS NULL) = (handed_from IS NULL)))
);
CREATE INDEX refusals_handed ON public.refusals USING btree (handed_to) WHERE ((handed_to IS NOT NULL) AND (taken_at IS NULL));
CREATE INDEX refusals_of_household ON public.refusals USING btree (village_code, household_id);

create table sealed (
  id text not null,
  receipt text not null,
  received_on date not null,
  body text not null,
  shares jsonb not null,
  answer text,
  answered_on date,
  closed_on date,
  constraint sealed_pkey PRIMARY KEY (id),
  constraint sealed_receipt_once UNIQUE (receipt),
  constraint sealed_answer_has_its_day CHECK (((answer IS NULL) = (answered_on IS NULL))),
  constraint sealed_closed_keeps_nothing CHECK (((closed_on IS NULL) OR ((body = ''::text) AND (shares = '[]'::jsonb))))
);

create table sealed_openers (
  person_id text not null,
  named_by text not null,
  named_at timestamp with time zone not null,
  key text,
  wrapped jsonb,
  left_at timestamp with time zone,
  constraint sealed_openers_pkey PRIMARY KEY (person_id),
  constraint sealed_openers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint sealed_openers_key_is_whole CHECK (((key IS NULL) = (wrapped IS NULL)))
);

create table sealed_openings (
  number integer not null,
  sealed_id text not null,
  person_id text not null,
  person_name text not null,
  act text not null,
  opened_at timestamp with time zone not null,
  digest bytea not null,
  chain bytea not null,
  constraint sealed_openings_pkey PRIMARY KEY (number),
  constraint sealed_openings_act_known CHECK ((act = ANY (ARRAY['turned'::text, 'read'::text, 'answered'::text, 'resealed'::text])))
);

create table sealed_turns (
  sealed_id text not null,
  person_id text not null,
  shares jsonb not null,
  constraint sealed_turns_pkey PRIMARY KEY (sealed_id, person_id),
  constraint sealed_turns_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint sealed_turns_sealed_id_fkey FOREIGN KEY (sealed_id) REFERENCES sealed(id)
);

create table session (
  id text not null,
  "expiresAt" timestamp with time zone not null,
  token text not null,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"(id) ON DELETE CASCADE
);
CREATE INDEX session_of_user ON public.session USING btree ("userId");

create table snapshots (
  village_code text not null,
  up_to bigint not null,
  part integer not null,
  gzip bytea not null,
  constraint snapshots_pkey PRIMARY KEY (village_code, up_to, part),
  constraint snapshots_village_code_fkey FOREIGN KEY (village_code) REFERENCES villages(code)
);

create table tasks (
  person_id text not null,
  task text not null,
  reaches text not null,
  from_on date not null,
  until_on date,
  constraint tasks_pkey PRIMARY KEY (person_id, task, reaches, from_on),
  constraint tasks_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint tasks_are_village_department_or_area CHECK ((task = ANY (ARRAY['village'::text, 'department'::text, 'area'::text])))
);

create table team_people (
  team_id text not null,
  person_id text not null,
  from_on date not null,
  until_on date,
  constraint team_people_pkey PRIMARY KEY (team_id, person_id, from_on),
  constraint team_people_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint team_people_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id)
);
CREATE INDEX team_people_of_person ON public.team_people USING btree (person_id);

create table team_villages (
  team_id text not null,
  village_code text not null,
  from_on date not null,
  until_on date,
  constraint team_villages_pkey PRIMARY KEY (team_id, village_code, from_on),
  constraint team_villages_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id),
  constraint team_villages_village_code_fkey FOREIGN KEY (village_code) REFERENCES villages(code)
);
CREATE INDEX team_villages_of_village ON public.team_villages USING btree (village_code);

create table teams (
  id text not null,
  name text not null,
  constraint teams_pkey PRIMARY KEY (id)
);

create table "user" (
  id text not null,
  name text not null,
  email text not null,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  username text,
  "displayUsername" text,
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email),
  constraint user_username_key UNIQUE (username),
  constraint user_has_no_photograph CHECK ((image IS NULL))
);

create table verification (
  id text not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamp with time zone not null,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_by_identifier ON public.verification USING btree (identifier);

create table villages (
  code text not null,
  name text not null,
  town text not null,
  head bigint not null default 0,
  chain bytea not null default '\x'::bytea,
  totals jsonb not null default '{}'::jsonb,
  checksum_team bigint not null default 0,
  checksum_cadre bigint not null default 0,
  openings_head bigint not null default 0,
  openings_chain bytea not null default '\x'::bytea,
  turn bigint not null default 0,
  constraint villages_pkey PRIMARY KEY (code),
  constraint villages_code_has_12_digits CHECK ((code ~ '^[0-9]{12}$'::text))
);

create table voice_pieces (
  village_code text not null,
  voice_id text not null,
  number integer not null,
  sealed bytea not null,
  constraint voice_pieces_pkey PRIMARY KEY (village_code, voice_id, number),
  constraint voice_pieces_go_with_their_note FOREIGN KEY (village_code, voice_id) REFERENCES voices(village_code, voice_id) ON DELETE CASCADE,
  constraint voice_pieces_are_small CHECK ((octet_length(sealed) <= 65536)),
  constraint voice_pieces_number_from_zero CHECK (((number >= 0) AND (number <= 399)))
);

create table voices (
  village_code text not null,
  voice_id text not null,
  visit_id text not null,
  household_id text not null,
  author_id text not null,
  sealed bytea not null,
  pieces integer not null,
  received_at timestamp with time zone not null,
  constraint voices_pkey PRIMARY KEY (village_code, voice_id),
  constraint voices_village_code_fkey FOREIGN KEY (village_code) REFERENCES villages(code),
  constraint voices_in_so_many_pieces CHECK (((pieces >= 1) AND (pieces <= 400)))
);
CREATE INDEX voices_by_day ON public.voices USING btree (received_at);
CREATE INDEX voices_of_visit ON public.voices USING btree (village_code, visit_id);
