/** Adds the pictures on certificates, a place in the list of revoked certificates, and the day of each revocation. */
export const ISSUER_PROFILE = `
  -- Pictures that certificates bear, each once.
  CREATE TABLE pictures (sha256 TEXT PRIMARY KEY, type TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;

  -- Place of a certificate in the published list of revoked ones; none without an address of that list.
  ALTER TABLE credentials ADD COLUMN status_index INTEGER;
  CREATE UNIQUE INDEX credentials_by_status_index ON credentials (status_index) WHERE status_index IS NOT NULL;
  -- The calendar day on which it was revoked, as the issuing computer had it; none for those of before.
  ALTER TABLE credentials ADD COLUMN revoked_on TEXT;
`
