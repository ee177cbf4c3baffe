-- Somebody who opens sealed letters may leave that, or forget their passphrase, and letters long answered go [H19].
-- What is taken away from an opener is what was sealed to them; a letter that then no two can open any more is closed: its
-- words, which nobody can read, are wiped, and the slip says so until the time of an answered letter has passed.

alter table sealed_openers add column left_at timestamptz;

alter table sealed add column closed_on date;
alter table sealed add constraint sealed_closed_keeps_nothing
  check (closed_on is null or (body = '' and shares = '[]'::jsonb));

-- Who opened what stays when the letter itself is erased.
alter table sealed_openings drop constraint sealed_openings_sealed_id_fkey;
alter table sealed_openings drop constraint sealed_openings_act_known;
alter table sealed_openings add constraint sealed_openings_act_known
  check (act in ('turned', 'read', 'answered', 'resealed'));
