-- Asking the village cadre [H2]. A link asks about a few visits for a day; what is kept is the digest of its code, whom it
-- asks and who made it. The words said are in the log, and go from it when they are over; both indexes are for that.
create table advice_links (
  village_code text not null references villages (code),
  code_digest bytea not null,
  link_id text not null,
  asked_by text not null references people (id) on delete cascade,
  said_by text not null,
  visits jsonb not null,
  answered text[] not null default '{}',
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (village_code, code_digest),
  constraint advice_links_hold_a_day check (expires_at <= made_at + interval '1 day')
);
create unique index advice_links_by_digest on advice_links (code_digest);
create index advice_links_of_person on advice_links (asked_by);

create index changes_with_advice on changes (village_code, household_id) where kind = 'advice.give' and body is not null;
create index diaries_by_day on diaries (written_at);
