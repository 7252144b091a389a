export const PEOPLE_STANDINGS_AND_OUTBOX = `
  ALTER TABLE people ADD COLUMN team TEXT COLLATE NOCASE;
  ALTER TABLE people ADD COLUMN site TEXT COLLATE NOCASE;
  ALTER TABLE people ADD COLUMN manager_id TEXT REFERENCES people (id);
  -- Somebody who no longer works here keeps their records and can't sign in.
  ALTER TABLE people ADD COLUMN left_at TEXT;
  CREATE INDEX people_by_name ON people (name COLLATE NOCASE, id);
  CREATE INDEX people_by_team ON people (team);
  CREATE INDEX people_by_site ON people (site);
  CREATE INDEX people_by_manager ON people (manager_id);

  -- A PIN (trainees) or a passphrase (all others), as a salted scrypt hash with its parameters.
  CREATE TABLE secrets (
    person_id TEXT PRIMARY KEY REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('pin', 'passphrase')),
    hash TEXT NOT NULL,
    set_at TEXT NOT NULL,
    must_change INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    locked_until TEXT
  ) STRICT;

  CREATE TABLE recovery_codes (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL,
    made_at TEXT NOT NULL,
    used_at TEXT
  ) STRICT;

  -- One row a person and course: what was assigned, and where the person stands. Kept in step with the attempts.
  CREATE TABLE standings (
    person_id TEXT NOT NULL REFERENCES people (id),
    course TEXT NOT NULL,
    course_version TEXT,
    assigned_at TEXT,
    assigned_by TEXT,
    due_at TEXT,
    started_at TEXT,
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'in-progress', 'complete', 'failed')),
    round INTEGER NOT NULL DEFAULT 1,
    modules INTEGER NOT NULL DEFAULT 0,
    modules_done INTEGER NOT NULL DEFAULT 0,
    earned INTEGER NOT NULL DEFAULT 0,
    possible INTEGER NOT NULL DEFAULT 0,
    attacks INTEGER NOT NULL DEFAULT 0,
    hits INTEGER NOT NULL DEFAULT 0,
    legitimate INTEGER NOT NULL DEFAULT 0,
    false_alarms INTEGER NOT NULL DEFAULT 0,
    critical INTEGER NOT NULL DEFAULT 0,
    passed_at TEXT,
    last_activity TEXT,
    credential_id TEXT,
    valid_until TEXT,
    PRIMARY KEY (person_id, course)
  ) STRICT;
  INSERT INTO standings (person_id, course, started_at) SELECT person_id, course, started_at FROM enrolments;
  DROP TABLE enrolments;

  -- What was known when the attempt ended, so that reading it needs neither the file nor a replay.
  ALTER TABLE attempts ADD COLUMN truth TEXT;
  ALTER TABLE attempts ADD COLUMN channel TEXT;
  ALTER TABLE attempts ADD COLUMN locale TEXT;
  ALTER TABLE attempts ADD COLUMN competencies TEXT;
  ALTER TABLE attempts ADD COLUMN scoring_version INTEGER;
  UPDATE attempts SET
    truth = (SELECT s.content ->> '$.truth' FROM scenarios s WHERE s.hash = scenario_hash),
    locale = coalesce((SELECT value FROM settings WHERE key = 'locale'), 'en'),
    scoring_version = iif(ended_at IS NULL, NULL, 1);
  -- The did:key of the device that recorded it, its signature, and this installation's own seal over the row.
  ALTER TABLE attempts ADD COLUMN device TEXT;
  ALTER TABLE attempts ADD COLUMN signature TEXT;
  ALTER TABLE attempts ADD COLUMN seal TEXT;
  ALTER TABLE attempts ADD COLUMN imported_at TEXT;

  CREATE TABLE credentials_2 (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    course TEXT NOT NULL,
    course_version TEXT NOT NULL,
    round INTEGER NOT NULL,
    payload TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    -- The signed Open Badge as JSON, and the signed token of the QR code; empty until this installation signs it.
    document TEXT,
    token TEXT,
    replaces TEXT,
    revoked_at TEXT,
    revoked_by TEXT,
    revoked_reason TEXT
  ) STRICT;
  INSERT INTO credentials_2 (id, person_id, course, course_version, round, payload, issued_at, valid_until)
    SELECT id, person_id, course, course_version, round, payload, issued_at, valid_until FROM credentials;
  DROP TABLE credentials;
  ALTER TABLE credentials_2 RENAME TO credentials;
  CREATE UNIQUE INDEX credentials_in_force ON credentials (person_id, course, round) WHERE revoked_at IS NULL;

  CREATE TABLE audit_heads (
    seq INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    signer TEXT NOT NULL,
    signature TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;

  -- The computers whose signed records this installation takes.
  CREATE TABLE devices (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    site TEXT,
    enrolled_at TEXT NOT NULL,
    enrolled_by TEXT,
    revoked_at TEXT,
    last_bundle_at TEXT
  ) STRICT;

  -- Every bundle file that was looked at, by its SHA-256, so that the same one twice changes nothing.
  CREATE TABLE bundles (
    hash TEXT PRIMARY KEY,
    device_id TEXT,
    number INTEGER,
    file TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    attempts INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  -- Statements on their way to the record store; one is gone only when the store has taken it.
  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    attempt_id TEXT,
    statement_id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    created_at TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    next_try_at TEXT,
    delivered_at TEXT,
    refused_at TEXT,
    error TEXT
  ) STRICT;
  CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered_at IS NULL AND refused_at IS NULL;

  CREATE TABLE saved_views (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    page TEXT NOT NULL,
    view TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  `
