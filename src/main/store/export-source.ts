import { columnsOf, type ExportSubject, type RecordColumn, type RecordFilter } from '../../domain/records'
import { FIRST_OF_DAY } from './attempt-pages'
import { attemptCondition, completionCondition, type Condition } from './filter-sql'
import type { Database } from './libsql'
import { sealedTextSql } from './sealed'
import { statusSql } from './standing-status'
import { scorePercentSql } from './tables/attempts'

/**
 * The integrity that the SQL gives each row. It is right for all but a few rows; the check of the seals corrects it.
 */
export const PRESUMED = 'whole'

/** Everything that defines an export. It consists of plain values, so that it can be handed to the worker. */
export interface ExportScope {
  readonly subject: ExportSubject
  readonly filter: RecordFilter
  /** ISO 8601. It decides what is late or expired. */
  readonly now: string
  /** False in pseudonymous mode. */
  readonly scoresByPerson: boolean
  /** The time from which records are sealed, ISO 8601; see `Seals`. */
  readonly sealedSince: string
}

/** Consecutive records, in the order of the export. */
export interface Piece {
  readonly from: string
  readonly condition: Condition
  readonly order: string
  /** The number of records that have been looked at once this piece is read. */
  readonly done: number
}

/** The SQL expressions that are needed to check a row's seal. */
interface Sealing {
  readonly seal: string
  readonly text: string
}

export interface Source {
  readonly subject: ExportSubject
  readonly columns: readonly RecordColumn[]
  /** Returns the column's value as an SQL expression. */
  sql(column: RecordColumn): string
  /**
   * Returns the SQL of a column that JSON writes differently, as true and false or as a list; otherwise `undefined`.
   */
  json(column: RecordColumn): string | undefined
  /** Set when the rows are sealed. The last column then holds their integrity. */
  readonly sealing: Sealing | undefined
  /** The number of records that are looked at, including those that do not match the filter. */
  readonly total: number
  pieces(db: Database): Generator<Piece>
}

/** Larger pieces do not go faster, and smaller ones need more statements. */
const PIECE_ROWS = 2000
const PIECE_PEOPLE = 500

const words = (json: string) =>
  `iif(${json} = '[]', '', replace(substr(${json}, 3, length(${json}) - 4), '","', '; '))`

const ATTEMPT_SQL: Readonly<Record<string, string>> = {
  attempt_id: 'a.id',
  name: 'p.name',
  employee_number: 'p.number',
  team: 'p.team',
  site: 'p.site',
  course: 'a.course',
  course_version: 'a.course_version',
  round: 'a.round',
  mode: 'a.mode',
  scenario: 'a.scenario',
  scenario_version: 's.version',
  scenario_sha256: 'a.scenario_hash',
  truth: 'a.truth',
  channel: 'a.channel',
  language: 'a.locale',
  started_at: 'a.started_at',
  ended_at: 'a.ended_at',
  set_aside_at: 'a.set_aside_at',
  points_earned: 'a.earned',
  points_possible: 'a.possible',
  // The same arithmetic as in the domain's `percent`.
  score_percent: scorePercentSql('a'),
  passed: `iif(a.ended_at IS NULL, NULL, iif(a.passed, 'yes', 'no'))`,
  disposition: 'a.disposition',
  outcome: 'a.outcome',
  critical_acts: words('a.critical'),
  scoring_version: 'a.scoring_version',
  device: 'a.device',
  seed: 'a.seed',
  round_seed: 'a.round_seed',
}

const ATTEMPT_JSON: Readonly<Record<string, string>> = {
  passed: `CASE WHEN a.ended_at IS NULL THEN NULL WHEN a.passed THEN json('true') ELSE json('false') END`,
  critical_acts: `CASE WHEN json_valid(a.critical) THEN json(a.critical) ELSE a.critical END`,
}

const COMPLETION_SQL: Readonly<Record<string, string>> = {
  name: 'p.name',
  employee_number: 'p.number',
  team: 'p.team',
  site: 'p.site',
  course: 's.course',
  course_version: 's.course_version',
  assigned_at: 's.assigned_at',
  due_at: 's.due_at',
  started_at: 's.started_at',
  round: 's.round',
  modules: 's.modules',
  modules_done: 's.modules_done',
  score_percent: 's.score',
  attacks: 's.attacks',
  attacks_stopped: 's.hits',
  genuine_contacts: 's.legitimate',
  turned_away: 's.false_alarms',
  critical_acts: 's.critical',
  set_aside: 's.set_aside',
  passed_at: 's.passed_at',
  last_activity: 's.last_activity',
  certificate: 's.credential_id',
  valid_until: 's.valid_until',
  certificate_revoked_at: 's.revoked_at',
}

const count = (db: Database, sql: string): number => db.prepare(sql).get<{ n: number | null }>()!.n ?? 0

/** In pseudonymous mode, HR sees only the day in these columns. */
const BY_DAY: readonly string[] = ['started_at', 'passed_at', 'last_activity', 'valid_until']

/** Returns a function that gives the SQL of a column. */
const sqlOf =
  (table: Readonly<Record<string, string>>, scoresByPerson: boolean): Source['sql'] =>
  ({ name }) =>
    !scoresByPerson && BY_DAY.includes(name) ? `substr(${table[name]!}, 1, 10)` : table[name]!

/** Goes through people by name, some hundreds at a time, with their rows of another table. */
function* byPeople(
  db: Database,
  joined: string,
  { where, params }: Condition,
  order: string,
): Generator<Piece> {
  const total = count(db, 'SELECT count(*) AS n FROM people')
  const next = db.prepare(
    `SELECT name, id FROM (SELECT name, id FROM people WHERE (name COLLATE NOCASE, id) > (?, ?)
       ORDER BY name COLLATE NOCASE, id LIMIT ${PIECE_PEOPLE})
     ORDER BY name COLLATE NOCASE DESC, id DESC LIMIT 1`,
  )
  let after: { name: string; id: string } = { name: '', id: '' }
  for (let done = 0; done < total; done += PIECE_PEOPLE) {
    const upTo = next.get<{ name: string; id: string }>(after.name, after.id)
    if (!upTo) return
    yield {
      from: `people p CROSS JOIN ${joined}`,
      condition: {
        where: `(p.name COLLATE NOCASE, p.id) > (?, ?) AND (p.name COLLATE NOCASE, p.id) <= (?, ?) AND (${where})`,
        params: [after.name, after.id, upTo.name, upTo.id, ...params],
      },
      order: `p.name COLLATE NOCASE, p.id, ${order}`,
      done: Math.min(done + PIECE_PEOPLE, total),
    }
    after = upTo
  }
}

/** Lists the days on which people worked at courses, by name, so that not even the order tells a time. */
function daySource(db: Database, { filter, now }: ExportScope): Source {
  const { where, params } = attemptCondition(filter, now, false)
  const days = { where: `${where} AND ${FIRST_OF_DAY}`, params }
  return {
    subject: 'attempts',
    columns: columnsOf('attempts', false),
    sql: sqlOf(ATTEMPT_SQL, false),
    json: () => undefined,
    sealing: undefined,
    total: count(db, 'SELECT count(*) AS n FROM people'),
    pieces: () =>
      byPeople(db, 'attempts a ON a.person_id = p.id', days, 'substr(a.started_at, 1, 10), a.course'),
  }
}

/** Lists attempts in the order in which they came into the records. */
function attemptSource(db: Database, scope: ExportScope): Source {
  const { filter, now, scoresByPerson } = scope
  if (!scoresByPerson) return daySource(db, scope)
  const { where, params } = attemptCondition(filter, now)
  const last = count(db, 'SELECT max(rowid) AS n FROM attempts')
  return {
    subject: 'attempts',
    columns: columnsOf('attempts', true),
    sql: ({ name }) => (name === 'integrity' ? `'${PRESUMED}'` : ATTEMPT_SQL[name]!),
    json: ({ name }) => ATTEMPT_JSON[name],
    sealing: { seal: 'a.seal', text: sealedTextSql('a') },
    total: last,
    // Pieces are cut by row number, so that each one costs the same, however few of its rows match the filter.
    *pieces() {
      for (let from = 0; from < last; from += PIECE_ROWS) {
        yield {
          from: `attempts a CROSS JOIN people p ON p.id = a.person_id LEFT JOIN scenarios s ON s.hash = a.scenario_hash`,
          condition: {
            where: `a.rowid > ? AND a.rowid <= ? AND (${where})`,
            params: [from, from + PIECE_ROWS, ...params],
          },
          order: 'a.rowid',
          done: Math.min(from + PIECE_ROWS, last),
        }
      }
    },
  }
}

/** Lists standings by the name of the person, then by course. */
function completionSource(db: Database, { filter, now, scoresByPerson }: ExportScope): Source {
  const condition = completionCondition(filter, now, scoresByPerson)
  return {
    subject: 'completion',
    columns: columnsOf('completion', scoresByPerson),
    sql: sqlOf({ ...COMPLETION_SQL, status: statusSql(now, scoresByPerson) }, scoresByPerson),
    json: () => undefined,
    sealing: undefined,
    total: count(db, 'SELECT count(*) AS n FROM people'),
    pieces: () => byPeople(db, 'standings s ON s.person_id = p.id', condition, 's.course'),
  }
}

/** @param db a connection in the transaction whose moment the export shows */
export function openSource(db: Database, scope: ExportScope): Source {
  return scope.subject === 'attempts' ? attemptSource(db, scope) : completionSource(db, scope)
}
