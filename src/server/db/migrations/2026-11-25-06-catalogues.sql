-- Content the office can edit (policies, and others after them): what ships with the program is used until the office
-- writes a version. Every version stays, so that one can see what was said when; two editors of the same version
-- meet at the primary key, and the second is told.
create table catalogues (
  name text not null constraint catalogues_name_is_a_word check (name ~ '^[a-z][a-z-]{1,39}$'),
  version integer not null constraint catalogues_version_from_one check (version > 0),
  body jsonb not null,
  edited_by text not null,
  edited_by_name text not null,
  edited_at timestamptz not null,
  primary key (name, version)
);
