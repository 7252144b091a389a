export const SIGNATURES_AND_SEALS = `
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
  `
