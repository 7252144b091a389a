/**
 * Adds the results that pseudonymous mode shows. An attempt waits in `release_attempts` with the group in which its
 * person stood. A release takes it up together with enough attempts of others, and never changes afterwards. An attempt
 * remains noted there when its own row is deleted, so that it can't be counted in another release.
 */
export const RELEASES = `
  CREATE TABLE releases (
    id INTEGER PRIMARY KEY,
    made_on TEXT NOT NULL,
    site TEXT NOT NULL COLLATE NOCASE,
    team TEXT NOT NULL COLLATE NOCASE,
    course TEXT NOT NULL,
    scenario TEXT NOT NULL,
    scenario_hash TEXT NOT NULL,
    truth TEXT,
    channel TEXT,
    people INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    hits INTEGER NOT NULL,
    false_alarms INTEGER NOT NULL,
    critical INTEGER NOT NULL,
    -- By competency: people, points earned, points possible.
    competencies TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER releases_no_update BEFORE UPDATE ON releases BEGIN SELECT RAISE(ABORT, 'a release never changes'); END;
  CREATE TRIGGER releases_no_delete BEFORE DELETE ON releases BEGIN SELECT RAISE(ABORT, 'a release never changes'); END;

  CREATE TABLE release_attempts (
    attempt_id TEXT PRIMARY KEY,
    site TEXT NOT NULL COLLATE NOCASE,
    team TEXT NOT NULL COLLATE NOCASE,
    course TEXT NOT NULL,
    scenario_hash TEXT NOT NULL,
    -- People that its release must have at least.
    bar INTEGER NOT NULL,
    -- Empty while it waits.
    release_id INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX release_attempts_waiting ON release_attempts (site, team, course, scenario_hash, bar)
    WHERE release_id IS NULL;
  CREATE TRIGGER release_attempts_once BEFORE UPDATE ON release_attempts WHEN old.release_id IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'this attempt is in a release'); END;
  CREATE TRIGGER release_attempts_kept BEFORE DELETE ON release_attempts WHEN old.release_id IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'this attempt is in a release'); END;
  CREATE TRIGGER attempts_wait_no_more AFTER DELETE ON attempts BEGIN
    DELETE FROM release_attempts WHERE attempt_id = old.id AND release_id IS NULL;
  END;

  -- Which smallest group was set until when: a lower one opens nothing that was recorded under a higher one.
  CREATE TABLE bars (bar INTEGER NOT NULL, ended_at TEXT NOT NULL) STRICT;
  `
