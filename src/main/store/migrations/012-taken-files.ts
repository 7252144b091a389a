export const TAKEN_FILES = `
  -- Files of the bundles' folder that were taken, by what a listing says of them, so that no start reads them all.
  CREATE TABLE taken_files (path TEXT PRIMARY KEY, mark TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `
