/**
 * Lets a round have a certificate in force beside an older one of the same number: where all attempts were deleted by
 * their age, a computer without certificates counts rounds from one again.
 */
export const ROUNDS_ANEW = `
  DROP INDEX credentials_in_force;
  CREATE INDEX credentials_in_force ON credentials (person_id, course, round) WHERE revoked_at IS NULL;
  `
