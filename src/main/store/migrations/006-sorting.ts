/** Lists letters with accents and capitals beyond ASCII, each with the plain small letters by which it is sorted. */
function letters(): string {
  const pairs: string[] = []
  for (const [first, last] of [
    [0xc0, 0x52f],
    [0x1e00, 0x1eff],
  ] as const) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCodePoint(code)
      const plain = letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
      if (/\p{L}/u.test(letter) && plain !== letter && plain !== '') pairs.push(`('${letter}', '${plain}')`)
    }
  }
  return pairs.join(', ')
}

/** Returns SQL that turns a name into its sort form: small letters without accents. */
export const folded = (name: string) => `
  (SELECT coalesce(lower(group_concat(coalesce(l.plain, c.letter), '')), '')
   FROM (SELECT substr(${name}, n, 1) AS letter FROM places WHERE n <= length(${name}) ORDER BY n) c
   LEFT JOIN letters l ON l.letter = c.letter)`

/** Sets the columns of a standing that are copied from its person. */
export const copied = (person: string) => `
  sort_name = ${person}.sort_name, number = ${person}.number,
  team = coalesce(${person}.team, ''), site = coalesce(${person}.site, '')`

const ORDERS = {
  name: '',
  team: 'team',
  site: 'site',
  course: 'course',
  due: 'due_key',
  score: 'score_key',
  missed: 'missed_key',
  turned_away: 'turned_away_key',
  activity: 'activity_key',
  validity: 'validity_key',
}

/**
 * A standing holds every value by which a page of standings is sorted and filtered. Triggers keep these values up to
 * date, so that each order has an index and a page needs none of the rows before it. A row without a value to compare
 * gets a key that sorts to the right end; a comparison with NULL would lose the row.
 */
export const SORTING = `
  CREATE TABLE letters (letter TEXT PRIMARY KEY, plain TEXT NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO letters VALUES ${letters()};
  CREATE TABLE places (n INTEGER PRIMARY KEY) STRICT;
  INSERT INTO places WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 200) SELECT n FROM c;

  ALTER TABLE people ADD COLUMN sort_name TEXT NOT NULL DEFAULT '';
  UPDATE people SET sort_name = ${folded('people.name')};
  CREATE TRIGGER people_sort_name_insert AFTER INSERT ON people BEGIN
    UPDATE people SET sort_name = ${folded('new.name')} WHERE id = new.id;
  END;
  CREATE TRIGGER people_sort_name_update AFTER UPDATE OF name ON people BEGIN
    UPDATE people SET sort_name = ${folded('new.name')} WHERE id = new.id;
  END;
  CREATE INDEX people_by_sort_name ON people (sort_name, id);

  ALTER TABLE standings ADD COLUMN sort_name TEXT NOT NULL DEFAULT '';
  ALTER TABLE standings ADD COLUMN number TEXT NOT NULL DEFAULT '' COLLATE NOCASE;
  ALTER TABLE standings ADD COLUMN team TEXT NOT NULL DEFAULT '' COLLATE NOCASE;
  ALTER TABLE standings ADD COLUMN site TEXT NOT NULL DEFAULT '' COLLATE NOCASE;
  UPDATE standings SET ${copied('p')} FROM people p WHERE p.id = standings.person_id;
  CREATE TRIGGER standings_insert AFTER INSERT ON standings BEGIN
    UPDATE standings SET ${copied('p')} FROM people p WHERE p.id = new.person_id AND standings.rowid = new.rowid;
  END;
  CREATE TRIGGER standings_follow AFTER UPDATE OF sort_name, number, team, site ON people BEGIN
    UPDATE standings SET ${copied('new')} WHERE person_id = new.id;
  END;

  -- Once complete, a due date is no longer waited for.
  ALTER TABLE standings ADD COLUMN due_key TEXT NOT NULL
    GENERATED ALWAYS AS (iif(status = 'complete', '~', coalesce(due_at, '~'))) VIRTUAL;
  ALTER TABLE standings ADD COLUMN score_key INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(score, -1)) VIRTUAL;
  ALTER TABLE standings ADD COLUMN missed_key REAL NOT NULL
    GENERATED ALWAYS AS (coalesce((attacks - hits) * 1.0 / attacks, -1.0)) VIRTUAL;
  ALTER TABLE standings ADD COLUMN turned_away_key REAL NOT NULL
    GENERATED ALWAYS AS (coalesce(false_alarms * 1.0 / legitimate, -1.0)) VIRTUAL;
  ALTER TABLE standings ADD COLUMN activity_key TEXT NOT NULL GENERATED ALWAYS AS (coalesce(last_activity, '')) VIRTUAL;
  ALTER TABLE standings ADD COLUMN validity_key TEXT NOT NULL GENERATED ALWAYS AS (coalesce(valid_until, '')) VIRTUAL;
  ${Object.entries(ORDERS)
    .map(([name, first]) => {
      const columns = [first, 'sort_name', 'person_id', ...(first === 'course' ? [] : ['course'])]
      return `CREATE INDEX standings_in_order_of_${name} ON standings (${columns.filter(Boolean).join(', ')});`
    })
    .join('\n  ')}
  CREATE INDEX standings_in_order_of_number ON standings (number, person_id, course);
  `
