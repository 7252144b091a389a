export const FIRST = `
  CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    number TEXT NOT NULL COLLATE NOCASE UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('trainee', 'trainer', 'hr', 'administrator')),
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    started_at TEXT NOT NULL,
    ended_at TEXT
  ) STRICT;

  -- The scenario as it was played: an edited file never changes what an old attempt meant.
  CREATE TABLE scenarios (
    hash TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    content TEXT NOT NULL
  ) STRICT;

  CREATE TABLE enrolments (
    person_id TEXT NOT NULL REFERENCES people (id),
    course TEXT NOT NULL,
    started_at TEXT NOT NULL,
    PRIMARY KEY (person_id, course)
  ) STRICT;

  CREATE TABLE attempts (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    course TEXT NOT NULL,
    round INTEGER,
    mode TEXT NOT NULL CHECK (mode IN ('assessed', 'practice')),
    scenario TEXT NOT NULL,
    scenario_hash TEXT NOT NULL REFERENCES scenarios (hash),
    started_at TEXT NOT NULL,
    set_aside_at TEXT,
    ended_at TEXT,
    disposition TEXT,
    outcome TEXT,
    earned INTEGER,
    possible INTEGER,
    passed INTEGER,
    critical TEXT
  ) STRICT;
  CREATE INDEX attempts_by_person ON attempts (person_id, course, started_at);
  CREATE INDEX attempts_by_start ON attempts (started_at DESC, id);

  CREATE TABLE decisions (
    attempt_id TEXT NOT NULL REFERENCES attempts (id),
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('decision', 'desk')),
    event TEXT NOT NULL,
    at TEXT NOT NULL,
    elapsed_ms INTEGER NOT NULL,
    PRIMARY KEY (attempt_id, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE credentials (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    course TEXT NOT NULL,
    course_version TEXT NOT NULL,
    round INTEGER NOT NULL,
    payload TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    UNIQUE (person_id, course, round)
  ) STRICT;

  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    person_id TEXT,
    act TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
  CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
  `
