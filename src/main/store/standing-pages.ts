import { groupOf, type RecordFilter, type StandingSort } from '../../domain/records/index'
import type { Database } from './libsql'
import { completionCondition, countsAtOnce, standingCondition, type Condition } from './filter-sql'
import { statusConditions, statusRank } from './standing-status'
import { keyset, pageOf, type Key, type Page, type PageRequest } from './keyset'
import { COMPETENCY_COLUMNS, type StandingRow } from './tables/standings'

export interface StandingPageRequest extends PageRequest {
  readonly filter: RecordFilter
  readonly sort: StandingSort
  /** ISO date-time. */
  readonly now: string
  /** False in pseudonymous mode, in which a failed round looks like one under way. */
  readonly named: boolean
}

/** A row of the table, with the person's name and the points by competency. */
export type ListedStanding = StandingRow & { readonly person_name: string } & Readonly<
    Record<(typeof COMPETENCY_COLUMNS)[number]['earned' | 'possible'], number>
  >

const KEY_COLUMN: Readonly<Record<Exclude<StandingSort['by'], 'name' | 'number' | 'status'>, string>> = {
  team: 's.team',
  site: 's.site',
  course: 's.course',
  score: 's.score_key',
  missed: 's.missed_key',
  'turned-away': 's.turned_away_key',
  due: 's.due_key',
  activity: 's.activity_key',
  validity: 's.validity_key',
}

/**
 * These columns are sorted by day where HR may not know the time, so that neither the order nor a page's key tells it.
 */
const BY_DAY: ReadonlySet<StandingSort['by']> = new Set(['activity', 'validity'])

/** Tells whether an index has the columns of the order. */
export const isIndexed = (by: StandingSort['by'], named: boolean): boolean =>
  by !== 'status' && (named || !BY_DAY.has(by))

/** Returns the columns of an order. An order that has an index uses the index's columns. */
function orderOf(by: StandingSort['by'], now: string, named: boolean): readonly string[] {
  switch (by) {
    case 'name':
      return ['s.sort_name', 's.person_id', 's.course']
    case 'number':
      return ['s.number', 's.person_id', 's.course']
    case 'course':
      return ['s.course', 's.sort_name', 's.person_id']
    case 'status':
      return [statusRank(now, named), 's.sort_name', 's.person_id', 's.course']
    default:
      if (!isIndexed(by, named)) {
        return [`substr(${KEY_COLUMN[by]}, 1, 10)`, 's.sort_name', 's.person_id', 's.course']
      }
      return [KEY_COLUMN[by], 's.sort_name', 's.person_id', 's.course']
  }
}

export interface Query extends Condition {
  readonly sql: string
}

/** Builds the SQL of one page of standings. */
export function standingPageQuery(request: StandingPageRequest): Query {
  const { filter, sort, now, named } = request
  const { where, params } = completionCondition(filter, now, named)
  const columns = orderOf(sort.by, now, named)
  const next = keyset(columns, sort.descending, request)
  const keys = columns.map((_, i) => `key_${i}`)
  // The query first finds the places of the page's rows and then reads these rows. Sorting therefore moves little data,
  // and names are only looked up for rows that are shown.
  const sql = `SELECT s.*, p.name AS person_name, ${keys.map((key) => `k.${key}`).join(', ')}
    FROM (SELECT s.rowid AS place, ${columns.map((column, i) => `${column} AS key_${i}`).join(', ')}
      FROM standings s WHERE ${where} ${next.condition} ORDER BY ${next.order(columns)}) k
    CROSS JOIN standings s ON s.rowid = k.place CROSS JOIN people p ON p.id = s.person_id
    ORDER BY ${next.order(keys.map((key) => `k.${key}`))}`
  return { sql, where, params: [...params, ...next.params] }
}

export function standingPage(
  db: Pick<Database, 'prepare'>,
  request: StandingPageRequest,
): Page<ListedStanding> {
  const { sql, params } = standingPageQuery(request)
  const found = db.prepare(sql).all<ListedStanding>(...params)
  const keyOf = (row: ListedStanding): Key =>
    [0, 1, 2, 3].flatMap((i) => {
      const value = row[`key_${i}`]
      return value === undefined || value === null ? [] : [value]
    })
  return pageOf(found, request, keyOf)
}

/** Counts over a group, and the number of its rows that match the whole filter. */
export interface StandingFigures {
  readonly rows: number
  readonly matched: number
  readonly people: number
  /** With a certificate in force, or one that is still to be issued. */
  readonly complete: number
  readonly expired: number
  readonly revoked: number
  readonly late: number
  readonly failed: number
  readonly inProgress: number
  readonly open: number
  readonly attacks: number
  readonly missed: number
  readonly legitimate: number
  readonly turnedAway: number
}

/**
 * Counts each row once by `statusAt`. `inProgress` includes failed rounds; `failed` counts them once more, late or not.
 */
export function figuresQuery(filter: RecordFilter, now: string, named = true): Query {
  const group = completionCondition(groupOf(filter), now, true, countsAtOnce(now))
  const narrow = standingCondition(filter, now, named)
  const is = statusConditions(now, true)
  const underWay = statusConditions(now, false)['in-progress']
  const sql = `SELECT count(*) AS rows, coalesce(sum(${narrow.where}), 0) AS matched, count(DISTINCT s.person_id) AS people,
      coalesce(sum(${is.complete}), 0) AS complete,
      coalesce(sum(${is.expired}), 0) AS expired,
      coalesce(sum(${is.revoked}), 0) AS revoked,
      coalesce(sum(${is.late}), 0) AS late,
      coalesce(sum(${is.failed}), 0) AS failed,
      coalesce(sum(${underWay}), 0) AS inProgress,
      coalesce(sum(${is.open}), 0) AS open,
      coalesce(sum(s.attacks), 0) AS attacks, coalesce(sum(s.attacks - s.hits), 0) AS missed,
      coalesce(sum(s.legitimate), 0) AS legitimate, coalesce(sum(s.false_alarms), 0) AS turnedAway
    FROM standings s WHERE ${group.where}`
  return { sql, where: group.where, params: [...narrow.params, ...group.params] }
}

/** Counts, by day, the rows of the group that were completed, earliest first. Days without any are left out. */
export function completedQuery(filter: RecordFilter, now: string): Query {
  const group = completionCondition(groupOf(filter), now, true, countsAtOnce(now))
  const sql = `SELECT substr(s.passed_at, 1, 10) AS day, count(*) AS count FROM standings s
    WHERE s.passed_at IS NOT NULL AND ${group.where} GROUP BY 1 ORDER BY 1`
  return { sql, ...group }
}

/**
 * Returns the competency with the smallest share of points, the first one if several are equal; `null` when no points
 * were lost.
 */
export function weakestOf(row: ListedStanding): (typeof COMPETENCY_COLUMNS)[number]['competency'] | null {
  let weakest: {
    readonly competency: (typeof COMPETENCY_COLUMNS)[number]['competency']
    share: number
  } | null = null
  for (const { competency, earned, possible } of COMPETENCY_COLUMNS) {
    const total = row[possible] ?? 0
    const share = total === 0 ? 1 : (row[earned] ?? 0) / total
    if (share < (weakest?.share ?? 1)) weakest = { competency, share }
  }
  return weakest?.competency ?? null
}

/** Returns the figures of a group. */
export function figuresOf(
  db: Pick<Database, 'prepare'>,
  filter: RecordFilter,
  now: string,
  named: boolean,
): StandingFigures {
  const { sql, params } = figuresQuery(filter, now, named)
  return db.prepare(sql).get<StandingFigures>(...params)!
}

export interface CompletedDay {
  /** 2026-11-24 */
  readonly day: string
  readonly count: number
}

/** Runs `completedQuery`. */
export function completedDays(
  db: Pick<Database, 'prepare'>,
  filter: RecordFilter,
  now: string,
): CompletedDay[] {
  const { sql, params } = completedQuery(filter, now)
  return db.prepare(sql).all<CompletedDay>(...params)
}
