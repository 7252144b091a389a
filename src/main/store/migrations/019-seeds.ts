/**
 * Adds the seeds of an attempt and of its round; older attempts have none. Also counts for each standing how many of
 * its attempts were set aside.
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
