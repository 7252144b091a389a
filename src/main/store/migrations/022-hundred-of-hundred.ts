const COMPETENCIES = [
  'verification',
  'data_protection',
  'integrity',
  'reporting',
  'de_escalation',
  'customer_care',
]
const sum = (what: 'earned' | 'possible') => COMPETENCIES.map((name) => `${name}_${what}`).join(' + ')

/** A score is 100 percent only with all points. Before, 249 of 250 were rounded to it. */
export const HUNDRED_OF_HUNDRED = `
  -- The expression is the one of \`ATTEMPT_SCORE\`.
  DROP INDEX attempts_by_score;
  CREATE INDEX attempts_by_score ON attempts
    (iif(possible > 0, iif(earned >= possible, 100, min(99, CAST(earned * 1.0 / possible * 100 + 0.5 AS INTEGER))), NULL));
  UPDATE standings SET score = 99 WHERE score = 100 AND ${sum('earned')} < ${sum('possible')};
  `
