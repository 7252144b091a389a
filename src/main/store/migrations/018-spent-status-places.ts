/** A place in the published list is never given twice, and what was revoked stays so when its row is deleted. */
export const SPENT_STATUS_PLACES = `
  CREATE TABLE spent_status_places (status_index INTEGER PRIMARY KEY, revoked INTEGER NOT NULL) STRICT;
  CREATE TRIGGER keep_status_place AFTER DELETE ON credentials WHEN old.status_index IS NOT NULL BEGIN
    INSERT INTO spent_status_places (status_index, revoked) VALUES (old.status_index, old.revoked_at IS NOT NULL);
  END;
`
