/**
 * What a seed drew of an attempt and of its round; attempts of before have none. How many attempts of a standing were
 * set aside is counted anew with each standing.
 */
export const SEEDS = `
  ALTER TABLE attempts ADD COLUMN seed INTEGER;
  ALTER TABLE attempts ADD COLUMN round_seed INTEGER;
  ALTER TABLE standings ADD COLUMN set_aside INTEGER NOT NULL DEFAULT 0;
  UPDATE standings SET set_aside = (SELECT count(*) FROM attempts a WHERE a.person_id = standings.person_id
    AND a.course = standings.course AND a.mode = 'assessed' AND a.set_aside_at IS NOT NULL)
  WHERE EXISTS (SELECT 1 FROM attempts a WHERE a.person_id = standings.person_id
    AND a.course = standings.course AND a.set_aside_at IS NOT NULL);
  `
