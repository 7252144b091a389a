/**
 * Keeps used places of the published list, so that none is given twice and a revocation stays when its row is deleted.
 */
export const SPENT_STATUS_PLACES = `
  CREATE TABLE spent_status_places (status_index INTEGER PRIMARY KEY, revoked INTEGER NOT NULL) STRICT;
  CREATE TRIGGER keep_status_place AFTER DELETE ON credentials WHEN old.status_index IS NOT NULL BEGIN
    INSERT INTO spent_status_places (status_index, revoked) VALUES (old.status_index, old.revoked_at IS NOT NULL);
  END;
`
