/** Notes when the limit of rounds last kept somebody from beginning a round of a course. */
export const REFUSED_ROUNDS = `
  ALTER TABLE standings ADD COLUMN round_refused_at TEXT;
  `
