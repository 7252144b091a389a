export const ERASURES = `
  -- Employee numbers of erased people, as keyed hashes, so that a late bundle does not bring them back.
  CREATE TABLE erasures (number_hash TEXT PRIMARY KEY, erased_at TEXT NOT NULL) STRICT;
  `
