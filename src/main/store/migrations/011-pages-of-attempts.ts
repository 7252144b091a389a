export const PAGES_OF_ATTEMPTS = `
  -- A page of attempts is found by the index alone, whatever its filter asks of person, course, period and score; few
  -- attempts with a rare score are found by that. The expression is the one of \`ATTEMPT_SCORE\`.
  DROP INDEX attempts_in_order;
  CREATE INDEX attempts_in_order ON attempts (started_at, id, person_id, course, earned, possible);
  CREATE INDEX attempts_by_score ON attempts
    (iif(possible > 0, CAST(earned * 1.0 / possible * 100 + 0.5 AS INTEGER), NULL));
  `
