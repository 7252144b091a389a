import { copied, folded } from './006-sorting'

/** By each letter, capitals too, which the columns themselves don't tell apart. */
const differs = (one: string, other: string) => `${one} IS NOT ${other} COLLATE BINARY`
/** Whether what a standing copies is no longer what its person has. */
const outdated = (standing: string) =>
  [
    differs(`${standing}.sort_name`, 'p.sort_name'),
    differs(`${standing}.number`, 'p.number'),
    differs(`${standing}.team`, "coalesce(p.team, '')"),
    differs(`${standing}.site`, "coalesce(p.site, '')"),
  ].join(' OR ')

/**
 * A copy that is right already is not written again: each write of a standing's copies writes all the indexes that it
 * stands in. Who adds many standings gives each its copies at once; a change of name and team together is copied from
 * the person as they are when both are written, whichever trigger runs first.
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
