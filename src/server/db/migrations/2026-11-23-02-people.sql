-- People who act, their tasks between two days, and the departments that can help. Accounts are made by the office;
-- nobody signs up. The tables "user", "session", "account" and "verification" are those the accounts library asks for.

create table "user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  -- The library asks for the column; no photograph of a person is kept [F4].
  image text constraint user_has_no_photograph check (image is null),
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  username text unique,
  "displayUsername" text
);

create table session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references "user" (id) on delete cascade
);
create index session_of_user on session ("userId");

create table account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references "user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index account_of_user on account ("userId");

create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index verification_by_identifier on verification (identifier);

-- The person behind an account: the same id, the name the log and the card show, and the one role.
create table people (
  id text primary key references "user" (id) on delete cascade,
  name text not null,
  role text not null constraint people_role_is_one_of_ours check (
    role in ('visitor', 'team-leader', 'village-cadre', 'department-officer', 'office', 'privacy-officer')
  ),
  telephone text not null default '',
  title text not null default ''
);

create table departments (
  id text primary key,
  name text not null,
  telephone text not null default '',
  handles_in_working_days integer not null default 5
);

create table teams (
  id text primary key,
  name text not null
);

create table team_people (
  team_id text not null references teams (id),
  person_id text not null references people (id),
  from_on date not null,
  until_on date,
  primary key (team_id, person_id, from_on)
);

create table team_villages (
  team_id text not null references teams (id),
  village_code text not null references villages (code),
  from_on date not null,
  until_on date,
  primary key (team_id, village_code, from_on)
);

-- Tasks that do not come from a team: a cadre's village, an officer's department, an office's area.
create table tasks (
  person_id text not null references people (id),
  task text not null constraint tasks_are_village_department_or_area check (task in ('village', 'department', 'area')),
  reaches text not null,
  from_on date not null,
  until_on date,
  primary key (person_id, task, reaches, from_on)
);
