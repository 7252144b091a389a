import { EARLIER_SECRETS } from './migration-earlier'
import { RELEASES } from './migration-releases'
import { ISSUER_PROFILE, SPENT_STATUS_PLACES } from './migration-issuer'
import { REVOKED_STANDINGS } from './migration-revoked'
import { COPIES_WRITTEN_ONCE, SORTING } from './migration-sorting'

/** Numbered, append-only. `user_version` of a database is the number of migrations that it has had. */
export const MIGRATIONS: readonly string[] = [
  `
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
  `,
  `
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
  `,
  `
  -- Of which content of the course file a standing was computed; another one there is computed anew.
  ALTER TABLE standings ADD COLUMN course_hash TEXT;
  -- Whole percent, and the points by competency, of the round that the other numbers are of.
  ALTER TABLE standings ADD COLUMN score INTEGER;
  ALTER TABLE standings ADD COLUMN verification_earned INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN verification_possible INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN data_protection_earned INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN data_protection_possible INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN integrity_earned INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN integrity_possible INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN reporting_earned INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN reporting_possible INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN de_escalation_earned INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN de_escalation_possible INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN customer_care_earned INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN customer_care_possible INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX standings_by_course ON standings (course, course_hash);

  -- Any part of a name, number or team is found, whatever its capitals and accents. A number of its own for each
  -- person, since the hidden one of \`people\` may change when the file is tidied.
  CREATE TABLE people_numbered (id INTEGER PRIMARY KEY, person_id TEXT NOT NULL UNIQUE) STRICT;
  CREATE VIRTUAL TABLE people_text USING fts5(name, number, team, tokenize = 'trigram remove_diacritics 1');
  -- What was erased leaves no letters behind.
  INSERT INTO people_text (people_text, rank) VALUES ('secure-delete', 1);
  CREATE TRIGGER people_text_insert AFTER INSERT ON people BEGIN
    INSERT INTO people_numbered (person_id) VALUES (new.id);
    INSERT INTO people_text (rowid, name, number, team)
      SELECT id, new.name, new.number, coalesce(new.team, '') FROM people_numbered WHERE person_id = new.id;
  END;
  CREATE TRIGGER people_text_update AFTER UPDATE OF name, number, team ON people BEGIN
    UPDATE people_text SET name = new.name, number = new.number, team = coalesce(new.team, '')
      WHERE rowid = (SELECT id FROM people_numbered WHERE person_id = new.id);
  END;
  CREATE TRIGGER people_text_delete AFTER DELETE ON people BEGIN
    DELETE FROM people_text WHERE rowid = (SELECT id FROM people_numbered WHERE person_id = old.id);
    DELETE FROM people_numbered WHERE person_id = old.id;
  END;
  INSERT INTO people_numbered (person_id) SELECT id FROM people;
  INSERT INTO people_text (rowid, name, number, team)
    SELECT n.id, p.name, p.number, coalesce(p.team, '') FROM people_numbered n JOIN people p ON p.id = n.person_id;
  `,
  `
  -- Employee numbers of erased people, as keyed hashes, so that a late bundle does not bring them back.
  CREATE TABLE erasures (number_hash TEXT PRIMARY KEY, erased_at TEXT NOT NULL) STRICT;
  `,
  `
  -- What the signature of an attempt covers beside its row, and the SHA-256 of its log, for a check without the log.
  ALTER TABLE attempts ADD COLUMN course_version TEXT;
  ALTER TABLE attempts ADD COLUMN log_hash TEXT;
  -- The person's id on the device that signed, where this installation knows the person by another.
  ALTER TABLE attempts ADD COLUMN signed_person TEXT;
  -- The number of this device's own bundle in which the attempt went out.
  ALTER TABLE attempts ADD COLUMN bundle INTEGER;
  CREATE INDEX attempts_by_bundle ON attempts (bundle) WHERE imported_at IS NULL;
  CREATE INDEX audit_by_act ON audit (act, seq);
  CREATE INDEX audit_by_person ON audit (person_id, seq);
  CREATE INDEX audit_by_time ON audit (at);

  -- A device that has asked to be taken, until someone has compared its code and decided.
  CREATE TABLE device_requests (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    site TEXT,
    seen_at TEXT NOT NULL,
    refused_at TEXT
  ) STRICT;
  -- Whom a device means by an id of its own.
  CREATE TABLE device_people (
    device_id TEXT NOT NULL,
    device_person TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    PRIMARY KEY (device_id, device_person)
  ) STRICT, WITHOUT ROWID;
  -- The bundles that this device makes. One that was not written when the program died is written at the next start.
  CREATE TABLE own_bundles (
    number INTEGER PRIMARY KEY,
    made_at TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    written_at TEXT
  ) STRICT;
  `,
  SORTING,
  `
  -- Whose records a statement speaks of, so that it goes with them and can be written anew from them. The body of one
  -- that was delivered is emptied; the row stays, so that it is not queued again.
  ALTER TABLE outbox ADD COLUMN person_id TEXT;
  ALTER TABLE outbox ADD COLUMN credential_id TEXT;
  CREATE INDEX outbox_by_person ON outbox (person_id);
  CREATE INDEX outbox_by_attempt ON outbox (attempt_id);
  CREATE INDEX outbox_refused ON outbox (id) WHERE refused_at IS NOT NULL;
  `,
  `
  -- What a standing is called depends on the moment; the index holds all that it is told from.
  CREATE INDEX standings_in_order_of_status ON standings (status, due_at, valid_until, sort_name, person_id, course);
  -- Both columns in one direction, so that a page is read from it both ways.
  DROP INDEX attempts_by_start;
  CREATE INDEX attempts_in_order ON attempts (started_at, id);
  CREATE INDEX saved_views_by_person ON saved_views (person_id, page);
  `,
  `
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
  `,
  COPIES_WRITTEN_ONCE,
  `
  -- A page of attempts is found by the index alone, whatever its filter asks of person, course, period and score; few
  -- attempts with a rare score are found by that. The expression is the one of \`ATTEMPT_SCORE\`.
  DROP INDEX attempts_in_order;
  CREATE INDEX attempts_in_order ON attempts (started_at, id, person_id, course, earned, possible);
  CREATE INDEX attempts_by_score ON attempts
    (iif(possible > 0, CAST(earned * 1.0 / possible * 100 + 0.5 AS INTEGER), NULL));
  `,
  `
  -- Files of the bundles' folder that were taken, by what a listing says of them, so that no start reads them all.
  CREATE TABLE taken_files (path TEXT PRIMARY KEY, mark TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  ISSUER_PROFILE,
  REVOKED_STANDINGS,
  `
  -- Where HR's directory has one: badge platforms know the holder of a certificate by it.
  ALTER TABLE people ADD COLUMN email TEXT;
  `,
  RELEASES,
  EARLIER_SECRETS,
  SPENT_STATUS_PLACES,
]
