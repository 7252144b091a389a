/** When somebody last asked for a round of a course that its limit of rounds did not let them begin yet. */
export const REFUSED_ROUNDS = `
  ALTER TABLE standings ADD COLUMN round_refused_at TEXT;
  `
