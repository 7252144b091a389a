/** What an organisation shows on its certificates, where each stands in the list of revoked ones, and its days. */
export const ISSUER_PROFILE = `
  -- Pictures that certificates bear, each once.
  CREATE TABLE pictures (sha256 TEXT PRIMARY KEY, type TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;

  -- Place of a certificate in the published list of revoked ones; none without an address of that list.
  ALTER TABLE credentials ADD COLUMN status_index INTEGER;
  CREATE UNIQUE INDEX credentials_by_status_index ON credentials (status_index) WHERE status_index IS NOT NULL;
  -- The calendar day on which it was revoked, as the issuing computer had it; none for those of before.
  ALTER TABLE credentials ADD COLUMN revoked_on TEXT;
`

/** A place in the published list is never given twice, and what was revoked stays so when its row is deleted. */
export const SPENT_STATUS_PLACES = `
  CREATE TABLE spent_status_places (status_index INTEGER PRIMARY KEY, revoked INTEGER NOT NULL) STRICT;
  CREATE TRIGGER keep_status_place AFTER DELETE ON credentials WHEN old.status_index IS NOT NULL BEGIN
    INSERT INTO spent_status_places (status_index, revoked) VALUES (old.status_index, old.revoked_at IS NOT NULL);
  END;
`
