/**
 * Adds the attempts that a secret opens. A secret opens everything that was recorded while it was in force, or while
 * earlier secrets were that the same person proved. A secret that somebody else gave opens only later records, until
 * the person confirms with an earlier secret.
 */
export const EARLIER_SECRETS = `
  -- What was begun before is closed to whoever signs in with this secret; empty for a secret that opens everything.
  ALTER TABLE secrets ADD COLUMN opens_from TEXT;
  ALTER TABLE secrets ADD COLUMN set_by TEXT;
  CREATE TABLE earlier_secrets (
    id INTEGER PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    hash TEXT NOT NULL,
    opens_from TEXT,
    replaced_at TEXT NOT NULL,
    replaced_by TEXT NOT NULL
  ) STRICT;
  CREATE INDEX earlier_secrets_by_person ON earlier_secrets (person_id);
  `
