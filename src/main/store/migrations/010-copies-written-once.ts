import { copied, folded } from './006-sorting'

/** Compares letter by letter and with capitals, which the columns themselves ignore. */
const differs = (one: string, other: string) => `${one} IS NOT ${other} COLLATE BINARY`
/** Tells whether a standing's copies differ from its person. */
const outdated = (standing: string) =>
  [
    differs(`${standing}.sort_name`, 'p.sort_name'),
    differs(`${standing}.number`, 'p.number'),
    differs(`${standing}.team`, "coalesce(p.team, '')"),
    differs(`${standing}.site`, "coalesce(p.site, '')"),
  ].join(' OR ')

/**
 * A copy that is right already is not written again, because each write of a standing's copies writes all indexes over
 * them. When many standings are added, each gets its copies at once. When name and team change together, the copies are
 * taken from the person after both are written, whichever trigger runs first.
 */
export const COPIES_WRITTEN_ONCE = `
  DROP TRIGGER standings_insert;
  CREATE TRIGGER standings_insert AFTER INSERT ON standings BEGIN
    UPDATE standings SET ${copied('p')} FROM people p
      WHERE p.id = new.person_id AND standings.rowid = new.rowid AND (${outdated('new')});
  END;
  DROP TRIGGER standings_follow;
  CREATE TRIGGER standings_follow AFTER UPDATE OF sort_name, number, team, site ON people BEGIN
    UPDATE standings SET ${copied('p')} FROM people p
      WHERE p.id = new.id AND standings.person_id = new.id AND (${outdated('standings')});
  END;
  DROP TRIGGER people_sort_name_update;
  CREATE TRIGGER people_sort_name_update AFTER UPDATE OF name ON people WHEN ${differs('old.name', 'new.name')} BEGIN
    UPDATE people SET sort_name = ${folded('new.name')} WHERE id = new.id;
  END;
  DROP TRIGGER people_text_update;
  CREATE TRIGGER people_text_update AFTER UPDATE OF name, number, team ON people
  WHEN ${['name', 'number', 'team'].map((column) => differs(`old.${column}`, `new.${column}`)).join(' OR ')} BEGIN
    UPDATE people_text SET name = new.name, number = new.number, team = coalesce(new.team, '')
      WHERE rowid = (SELECT id FROM people_numbered WHERE person_id = new.id);
  END;
  `
