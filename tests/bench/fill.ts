/** Fills a database with the records of a large organisation. They are always the same. */
import { mostContacts, sequentialRuleOf, type Course } from '../../src/domain/course'
import { leastContacts } from '../../src/domain/course/sequential'
import { contentOf, type Library } from '../../src/main/library/library'
import type { Database } from '../../src/main/store/libsql'

export interface FillSize {
  readonly people: number
  /** The library's courses come first; further ones are copies of them under other ids. */
  readonly courses: number
  /** The least number of attempts. If the courses have fewer, practice is added. */
  readonly attempts: number
}

/** 200,000 standings and 1,000,000 attempts. */
export const LARGE: FillSize = { people: 50_000, courses: 4, attempts: 1_000_000 }

const FIRST =
  `Aarav Aisha Akua Alejandro Amina Ana Anjali Arturo Bea Björn Camila Carlos Céline Chinedu Dalisay Daniel
  Deepa Diego Élodie Emeka Fatima Farid Gaurav Grace Hana Hassan Imani Inès Ishaan Ivana Jomar Joséphine Kavya Kofi
  Kwame Lakshmi Léa Lina Luis Maïwenn Marisol Mateo Mei Mohamed Nadia Nam Ngozi Noor Olga Omar Paolo Priya Rafael Rania
  Ravi Rosa Samir Sofía Tariq Thabo Uma Valentina Wanjiru Xiomara Yusuf Zoé`.split(/\s+/)
const LAST =
  `Abdullah Adeyemi Alvarez Anand Asante Bautista Belhaj Bianchi Castillo Chandra Cissé Cruz Diallo Díaz
  Duarte Dupont El-Idrissi Eze Fernández Fofana García Ghosh Haddad Hernández Ibrahim Iyer Jiménez Joshi Kamau Kaur Khan
  Kulkarni Lefèvre Mbeki Mensah Müller Nair Ndlovu Nguyen Okafor Ortiz Otieno Owusu Patel Peña Pereira Quintero Ramos
  Rao Reyes Rojas Santos Sharma Silva Singh Tan Torres Traoré Uche Varga Villanueva Wafula Yadav Zapata`.split(
    /\s+/,
  )
const SITES =
  `Indore Manila Bogotá Lagos Casablanca Nairobi Cebu Medellín Pune Accra Tunis Lima Davao Hyderabad Kigali
  Oaxaca Cairo Kochi Rabat Querétaro`.split(/\s+/)
const TEAMS = ['Cards', 'Accounts', 'Fraud', 'Loans', 'Mobile', 'Retention', 'Night']

/** Returns a number from 0 to 999 that looks random and is the same each time. */
const dice = (n: string, salt: number) =>
  `(((((${n}) * ${2_654_435_761 + salt * 2_000_006}) % 4294967296) >> 9) % 1000)`
const uuid = (n: string, salt: number) =>
  `printf('%08x-0000-4000-8000-%012x', (((${n}) + ${salt}) * 2654435761) % 4294967296, ${n})`
const instant = (seconds: string) => `strftime('%Y-%m-%dT%H:%M:%fZ', ${seconds}, 'unixepoch')`
const counted = (name: string, size: string) =>
  `${name} (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM ${name} WHERE n + 1 < ${size})`

function coursesOf(library: Library, count: number): Course[] {
  return Array.from({ length: count }, (_, i) => {
    const course = library.courses[i % library.courses.length]!
    return i < library.courses.length ? course : { ...course, id: `${course.id}-${i}` }
  })
}

/** Writes the names, courses and modules with which the statements below join. */
function writeLists(db: Database, library: Library, courses: readonly Course[]): void {
  db.exec(`
    CREATE TEMP TABLE word (list TEXT, n INTEGER, text TEXT, PRIMARY KEY (list, n));
    CREATE TEMP TABLE course (n INTEGER PRIMARY KEY, id TEXT, version TEXT, modules INTEGER, months INTEGER, spare INTEGER,
      passes INTEGER, fails INTEGER, drawn INTEGER);
    CREATE TEMP TABLE module (course INTEGER, n INTEGER, scenario TEXT, hash TEXT, truth TEXT, channel TEXT,
      attack INTEGER, PRIMARY KEY (course, n));`)
  const word = db.prepare('INSERT INTO word VALUES (?, ?, ?)')
  for (const [list, words] of Object.entries({ FIRST, LAST, SITES, TEAMS })) {
    for (const [n, text] of words.entries()) word.run(list, n, text)
  }
  for (const [n, course] of courses.entries()) {
    let attacks = 0
    for (const [i, id] of course.modules.entries()) {
      const found = library.scenario(id)
      if ('kind' in found) throw new Error(`${found.file}: ${found.issues[0]?.code}`)
      const { hash, content, channel, scenario } = found
      db.prepare('INSERT OR IGNORE INTO scenarios (hash, id, version, content) VALUES (?, ?, ?, ?)').run(
        hash,
        id,
        scenario.version,
        content,
      )
      const attack = scenario.truth === 'attack'
      db.prepare('INSERT INTO module VALUES (?, ?, ?, ?, ?, ?, ?)').run(
        n,
        i,
        id,
        hash,
        scenario.truth,
        channel,
        attack ? (attacks += 1) : 0,
      )
    }
    // People who pass may miss one attack if the rule allows it.
    const { rule } = course
    const test = sequentialRuleOf(course)
    const passes = test ? leastContacts(test) : course.modules.length
    const fails = test ? Math.ceil(test.lower / test.wrong) : course.modules.length
    const spare = rule.kind === 'fixed' && (attacks - 1) / attacks >= rule.hitRate ? 1 : 0
    db.prepare('INSERT INTO course VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      n,
      course.id,
      course.version,
      mostContacts(course),
      course.certificate?.validMonths ?? null,
      spare,
      passes,
      fails,
      test ? 1 : 0,
    )
  }
}

function writePeople(db: Database, people: number, nowSeconds: number): void {
  db.exec(`
    WITH RECURSIVE ${counted('person', String(people))}
    INSERT INTO people (id, name, number, role, created_at, team, site)
    SELECT ${uuid('n', 7)},
      (SELECT text FROM word WHERE list = 'FIRST' AND word.n = ${dice('person.n', 1)} % ${FIRST.length}) || ' ' ||
      (SELECT text FROM word WHERE list = 'LAST' AND word.n = (${dice('person.n', 2)} + person.n / 97) % ${LAST.length}),
      printf('HTL-%06d', n), 'trainee', ${instant(`${nowSeconds} - 86400 * 600`)},
      (SELECT text FROM word WHERE list = 'TEAMS' AND word.n = ${dice('person.n', 4)} % ${TEAMS.length}) || ' ' ||
        (1 + ${dice('person.n', 5)} % 4),
      -- A few sites are large, most are small.
      (SELECT text FROM word WHERE list = 'SITES'
        AND word.n = ${dice('person.n', 3)} * ${dice('person.n', 3)} * ${SITES.length} / 1000000)
    FROM person`)
}

/**
 * Decides who has passed or failed, who is on the way, and who has not begun. Those who passed did so within a year and
 * a half; those who did not were assigned the course in the last eighty days.
 */
function writePlan(db: Database, people: number, nowSeconds: number): void {
  db.exec(`
    CREATE TEMP TABLE plan (person INTEGER, course INTEGER, id TEXT, kind TEXT, begun INTEGER, done INTEGER, modules INTEGER,
      PRIMARY KEY (person, course));
    WITH RECURSIVE ${counted('person', String(people))},
      drawn AS (
        SELECT person.n AS person, c.n AS course, c.modules, c.passes, c.fails, ${dice('person.n * 31 + c.n', 11)} AS roll,
          ${dice('person.n * 31 + c.n', 12)} AS day, person.n % 30000 AS second
        FROM person, course c)
    INSERT INTO plan SELECT person, course, ${uuid('person', 7)},
      CASE WHEN roll < 600 THEN 'complete' WHEN roll < 680 THEN 'failed' WHEN roll < 800 THEN 'in-progress' ELSE 'open' END,
      ${nowSeconds} - second - 86400 * iif(roll < 600, 540 - day * 540 / 1000, day * 80 / 1000),
      CASE WHEN roll < 600 THEN passes WHEN roll < 680 THEN fails WHEN roll < 800 THEN roll % (passes - 1) + 1 ELSE 0 END,
      modules
    FROM drawn`)
}

/** Contacts are two days apart. Dates in the future, of people who began lately, are moved back. */
const STARTED = (now: number) => `min(p.begun + m.n * 172800 / p.modules, ${now} - 7200 + m.n * 600)`

function writeAttempts(db: Database, nowSeconds: number, least: number): void {
  const serial = '(p.person * 128 + p.course * 32 + m.n)'
  db.exec(`
    CREATE TEMP TABLE played AS
      SELECT p.*, c.drawn, m.scenario, m.hash, m.truth, m.channel, m.n, ${serial} AS serial,
        ${STARTED(nowSeconds)} AS started,
        -- Those who fail miss the first attack and some more; those who pass miss one at most.
        -- By the sequential rule a round fails with its first contacts, and passes with nothing missed.
        CASE WHEN c.drawn THEN p.kind = 'failed' WHEN m.truth <> 'attack' THEN p.kind IN ('failed', 'in-progress') AND ${dice(serial, 21)} < 80
          WHEN p.kind = 'complete' THEN m.attack = 1 AND c.spare = 1 AND ${dice(serial, 22)} < 300
          WHEN p.kind = 'failed' THEN m.attack <= 2 OR ${dice(serial, 22)} < 300
          ELSE ${dice(serial, 22)} < 200 END AS slipped
      FROM plan p JOIN module m ON m.course = p.course JOIN course c ON c.n = p.course;
    CREATE TEMP TABLE scored AS
      SELECT *, 4 - slipped * (1 + serial % 3) - (${dice('serial', 23)} < 250) AS first,
        3 - slipped * 2 - (${dice('serial', 24)} < 200) * (slipped = 0) AS second,
        CASE serial % 5 WHEN 0 THEN 'reporting' WHEN 1 THEN 'data-protection' WHEN 2 THEN 'integrity'
          WHEN 3 THEN 'customer-care' ELSE 'de-escalation' END AS competency
      FROM played;`)
  const insert = (mode: string, salt: number, rest: string) => `
    INSERT INTO attempts (id, person_id, course, round, mode, scenario, scenario_hash, started_at, ended_at, disposition,
      outcome, earned, possible, passed, critical, truth, channel, locale, competencies, scoring_version)
    SELECT ${uuid('serial', salt)}, s.id, (SELECT id FROM course WHERE n = s.course), iif('${mode}' = 'assessed', 1, NULL),
      '${mode}', scenario, hash, ${instant('started')}, ${instant('started + 240 + serial % 400')},
      CASE WHEN truth = 'attack' THEN iif(slipped, 'complied', iif(serial % 3 = 0, 'refused', 'reported'))
        ELSE iif(slipped, 'refused', iif(serial % 2 = 0, 'served', 'verified')) END,
      CASE WHEN truth = 'attack' THEN iif(slipped, 'miss', 'hit') ELSE iif(slipped, 'false-alarm', 'correct-service') END,
      first + second, 7, NOT slipped AND first + second >= 5,
      iif(slipped AND kind = 'failed' AND serial % 4 = 0 AND (NOT drawn OR n = done - 1), '["customer-data-disclosed"]', '[]'),
      truth, channel, iif(serial % 5 = 0, 'fr', 'en'),
      printf('{"verification":[%d,4],"%s":[%d,3]}', first, competency, second), 1
    FROM scored s ${rest}`
  db.exec(insert('assessed', 3, 'WHERE n < done'))
  const missing = (pass: number) => {
    const { n } = db.prepare('SELECT count(*) AS n FROM attempts').get() as { n: number }
    if (n < least) db.exec(insert('practice', 5 + pass, `WHERE done > 0 LIMIT ${least - n}`))
    return least - n
  }
  for (let pass = 0, before = Infinity; ; pass += 1) {
    const left = missing(pass)
    if (left <= 0 || left >= before) break
    before = left
  }
}

const COMPETENCIES = [
  'verification',
  'data-protection',
  'integrity',
  'reporting',
  'de-escalation',
  'customer-care',
]

function writeStandings(db: Database, courses: readonly Course[]): void {
  const points = COMPETENCIES.map((name) => ({ name, column: name.replaceAll('-', '_') }))
  const sums = points.map(
    ({ name, column }) => `
      coalesce(sum(competencies ->> '$."${name}"[0]'), 0) AS ${column}_earned,
      coalesce(sum(competencies ->> '$."${name}"[1]'), 0) AS ${column}_possible`,
  )
  const columns = points.flatMap(({ column }) => [`${column}_earned`, `${column}_possible`])
  db.exec(`
    CREATE TEMP TABLE result AS
      SELECT person_id, course, count(*) AS done, sum(earned) AS earned, sum(possible) AS possible,
        sum(truth = 'attack') AS attacks, sum(outcome = 'hit') AS hits, sum(truth <> 'attack') AS legitimate,
        sum(outcome = 'false-alarm') AS false_alarms, max(critical <> '[]') AS critical, max(ended_at) AS last,
        ${sums.join(',')}
      FROM attempts WHERE mode = 'assessed' GROUP BY person_id, course;
    CREATE UNIQUE INDEX result_by_person ON result (person_id, course);
    INSERT INTO credentials (id, person_id, course, course_version, round, payload, issued_at, valid_until)
      SELECT printf('HTL-%04X-%04X', p.person, p.course * 4096 + p.person % 4096), p.id, c.id, c.version, 1, '{}', r.last,
        strftime('%Y-%m-%dT00:00:00.000Z', r.last, '+' || c.months || ' months')
      FROM plan p JOIN course c ON c.n = p.course JOIN result r ON r.person_id = p.id AND r.course = c.id
      WHERE p.kind = 'complete' AND c.months IS NOT NULL;
    UPDATE credentials SET payload = json_object('id', id, 'course', course, 'courseVersion', course_version,
      'personName', (SELECT name FROM people WHERE people.id = person_id), 'organisation', 'Meridian Services',
      'issuedAt', issued_at, 'validUntil', valid_until, 'scorePercent', 90, 'attacks', 2, 'hits', 2, 'legitimate', 2,
      'served', 2);
    INSERT INTO standings (person_id, course, course_version, assigned_at, due_at, started_at, status, modules, modules_done,
      earned, possible, score, attacks, hits, legitimate, false_alarms, critical, passed_at, last_activity, credential_id,
      valid_until, ${columns.join(', ')})
    SELECT p.id, c.id, c.version, ${instant('p.begun - 604800')},
      iif(p.kind = 'complete' AND p.person % 3 = 0, NULL, ${instant('p.begun - p.begun % 86400 + 86400 * 60')}),
      iif(p.done > 0, ${instant('p.begun')}, NULL), p.kind,
      iif(c.drawn AND p.kind IN ('complete', 'failed'), p.done, c.modules), p.done,
      coalesce(r.earned, 0), coalesce(r.possible, 0), CAST(r.earned * 1.0 / r.possible * 100 + 0.5 AS INTEGER),
      coalesce(r.attacks, 0), coalesce(r.hits, 0), coalesce(r.legitimate, 0), coalesce(r.false_alarms, 0),
      coalesce(r.critical, 0), iif(p.kind = 'complete', r.last, NULL), r.last, k.id, k.valid_until,
      ${columns.map((column) => `coalesce(r.${column}, 0)`).join(', ')}
    FROM plan p JOIN course c ON c.n = p.course
      LEFT JOIN result r ON r.person_id = p.id AND r.course = c.id
      LEFT JOIN credentials k ON k.person_id = p.id AND k.course = c.id;`)
  const known = db.prepare('UPDATE standings SET course_hash = ? WHERE course = ?')
  for (const course of courses) known.run(contentOf(course).hash, course.id)
}

/** Removes indexes while rows are inserted and builds them afterwards, which is several times faster. */
function withoutIndexes(db: Database, tables: readonly string[], work: () => void): void {
  const indexes = db
    .prepare(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
       AND tbl_name IN (${tables.map(() => '?').join(', ')})`,
    )
    .all(...tables) as { name: string; sql: string }[]
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`)
  work()
  for (const { sql } of indexes) db.exec(sql)
}

/**
 * Writes people, standings, attempts and credentials that fit each other into an empty database of the present version.
 * @param now the last day of the records
 */
export function fillRecords(db: Database, library: Library, size: FillSize, now: Date): void {
  const nowSeconds = Math.floor(now.getTime() / 1000)
  const courses = coursesOf(library, size.courses)
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -400000')
  db.transaction(() => {
    withoutIndexes(db, ['people', 'standings', 'attempts', 'credentials'], () => {
      writeLists(db, library, courses)
      writePeople(db, size.people, nowSeconds)
      writePlan(db, size.people, nowSeconds)
      writeAttempts(db, nowSeconds, size.attempts)
      writeStandings(db, courses)
    })
    db.exec(`DROP TABLE scored; DROP TABLE played;
      DROP TABLE word; DROP TABLE course; DROP TABLE module; DROP TABLE plan; DROP TABLE result;`)
  })()
  db.exec('ANALYZE')
  db.pragma('cache_size = -2000')
  db.pragma('wal_checkpoint(TRUNCATE)')
}
