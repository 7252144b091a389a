/** Notes in a standing that its certificate was revoked. Before, this looked the same as an expired certificate. */
export const REVOKED_STANDINGS = `
  -- When the certificate of the round that a standing is of was revoked; until now that stood in \`valid_until\`.
  ALTER TABLE standings ADD COLUMN revoked_at TEXT;
  DROP INDEX standings_in_order_of_status;
  CREATE INDEX standings_in_order_of_status
    ON standings (status, due_at, valid_until, revoked_at, sort_name, person_id, course);
  UPDATE standings SET course_hash = NULL WHERE (person_id, course) IN (
    SELECT person_id, course FROM credentials WHERE revoked_at IS NOT NULL);
  `
