export const LOCKS_AND_TRIES = `
  ALTER TABLE sessions ADD COLUMN locked_at TEXT;
  CREATE INDEX sessions_by_person ON sessions (person_id, started_at);

  -- Wrong tries are counted for numbers that nobody has as well, so they stand by themselves.
  ALTER TABLE secrets DROP COLUMN failures;
  ALTER TABLE secrets DROP COLUMN locked_until;
  CREATE TABLE sign_in_tries (
    key TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    wait_until TEXT,
    last_at TEXT NOT NULL
  ) STRICT;

  -- Who was there before passphrases existed sets one at the next sign-in; an empty hash says so.
  INSERT INTO secrets (person_id, kind, hash, set_at, must_change)
    SELECT id, 'passphrase', '', created_at, 1 FROM people WHERE role <> 'trainee';

  -- Courses that people who come later get too: those of a team, of a site, or everybody (both empty).
  CREATE TABLE assignment_rules (
    id TEXT PRIMARY KEY,
    course TEXT NOT NULL,
    team TEXT COLLATE NOCASE,
    site TEXT COLLATE NOCASE,
    days INTEGER,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    ended_at TEXT
  ) STRICT;
  `
