import { dayOfInstant, type RecordFilter } from '../../domain/records/index'
import { attemptCondition, attemptScoreCondition, STANDINGS_AT_ONCE, type Condition } from './filter-sql'
import { keyset, pageOf, type Page, type PageRequest } from './keyset'
import type { Database } from './libsql'
import type { AttemptRow } from './tables/attempts'
import type { PersonRow } from './tables/people'
import type { Query } from './standing-pages'

export interface AttemptPageRequest extends PageRequest {
  readonly filter: RecordFilter
  /** Sorted by the time at which the attempts began. */
  readonly descending: boolean
  /** ISO date-time. */
  readonly now: string
  /** False in pseudonymous mode, in which HR may not see the results of one person. */
  readonly named: boolean
}

/** An attempt with its person, as a list shows it. */
export type ListedAttempt = Pick<AttemptRow, (typeof LISTED)[number]> &
  Pick<PersonRow, 'team' | 'site'> & { readonly person_name: string; readonly person_number: string }

const LISTED = [
  'id',
  'person_id',
  'course',
  'scenario',
  'truth',
  'channel',
  'mode',
  'started_at',
  'ended_at',
  'set_aside_at',
  'earned',
  'possible',
  'passed',
  'disposition',
  'outcome',
  'critical',
] as const satisfies readonly (keyof AttemptRow)[]

/** A larger number of attempts is only given as “more than” this one. */
export const COUNTED_AT_MOST = 10_000

/** The attempts of more people than this are too many to be sorted for one page. */
const FEW_PEOPLE = 2000
/** If more attempts than this have a score, a page of them is soon found by reading in order. */
const FEW_ATTEMPTS = 20_000

const marks = (list: readonly string[]) => list.map(() => '?').join(', ')

/** Tells whether at most `few` rows match. It counts no further than necessary. */
function atMost(
  db: Pick<Database, 'prepare'>,
  few: number,
  table: string,
  { where, params }: Condition,
): boolean {
  const { n } = db
    .prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM ${table} WHERE ${where} LIMIT ${few + 1})`)
    .get<{ n: number }>(...params)!
  return n <= few
}

function fewPeople(db: Pick<Database, 'prepare'>, { search, teams, sites }: RecordFilter): boolean {
  if (search.trim() !== '') return true
  const conditions = [
    ...(teams.length > 0 ? [`team IN (${marks(teams)})`] : []),
    ...(sites.length > 0 ? [`site IN (${marks(sites)})`] : []),
  ]
  if (conditions.length === 0) return false
  return atMost(db, FEW_PEOPLE, 'people', {
    where: conditions.join(' AND '),
    params: [...teams, ...sites],
  })
}

/**
 * In pseudonymous mode, the first attempt of a person at a course on a day stands for all of that day. The number of
 * attempts, or their contacts, would tell whether a round was passed.
 */
export const FIRST_OF_DAY = `NOT EXISTS (SELECT 1 FROM attempts b WHERE b.person_id = a.person_id AND b.course = a.course
  AND b.started_at >= substr(a.started_at, 1, 10) AND (b.started_at, b.id) < (a.started_at, a.id))`

const IN_ORDER = 'attempts a INDEXED BY attempts_in_order'
const BY_SCORE = 'attempts a INDEXED BY attempts_by_score'

/**
 * Chooses the table with which the query begins. If few people or few scores match the filter, it begins with these;
 * otherwise it reads the attempts in their order, since enough of them will match to fill a page soon. The query
 * planner can't choose, because it does not know how many rows match.
 * @param inOrder the attempts, as SQL names them when neither the people nor the scores are few
 */
function from(
  db: Pick<Database, 'prepare'>,
  { filter, now, named }: Omit<AttemptPageRequest, keyof PageRequest | 'descending'>,
  inOrder: string,
): Condition & { readonly tables: string } {
  if (fewPeople(db, filter)) {
    const tables = 'people p CROSS JOIN attempts a ON a.person_id = p.id'
    return { tables, ...attemptCondition(filter, now, named) }
  }
  const scored = filter.scoreFrom !== null || filter.scoreTo !== null
  const rare = scored && atMost(db, FEW_ATTEMPTS, BY_SCORE, attemptScoreCondition(filter))
  return {
    tables: `${rare ? BY_SCORE : inOrder} CROSS JOIN people p ON p.id = a.person_id`,
    ...attemptCondition(filter, now, named, STANDINGS_AT_ONCE),
  }
}

export function attemptPageQuery(db: Pick<Database, 'prepare'>, request: AttemptPageRequest): Query {
  return request.named
    ? query(request, from(db, request, IN_ORDER), ['a.started_at', 'a.id'])
    : daysQuery(db, request, null)
}

function query(
  request: AttemptPageRequest,
  { tables, where, params }: ReturnType<typeof from>,
  columns: readonly string[],
): Query {
  const next = keyset(columns, request.descending, request)
  const sql = `SELECT ${LISTED.map((column) => `a.${column}`).join(', ')},
      p.name AS person_name, p.number AS person_number, p.team, p.site
    FROM ${tables} WHERE ${where} ${next.condition} ORDER BY ${next.order(columns)}`
  return { sql, where, params: [...params, ...next.params] }
}

/** @param within a condition over `started_at` with its one parameter, which limits the attempts that are looked at */
function daysQuery(
  db: Pick<Database, 'prepare'>,
  request: AttemptPageRequest,
  within: readonly [sql: string, bound: string] | null,
): Query {
  const { tables, where, params } = from(db, request, 'attempts a')
  const condition = {
    tables,
    where: `${where} AND ${FIRST_OF_DAY}${within ? ` AND ${within[0]}` : ''}`,
    params: [...params, ...(within ? [within[1]] : [])],
  }
  return query(request, condition, ['substr(a.started_at, 1, 10)', 'a.id'])
}

/** This many attempts are looked at first, then more, then all. */
const LOOKED_AT = [2000, 40_000] as const

/** Returns a page of the days on which people worked at a course. */
function dayPage(db: Database, request: AttemptPageRequest): Page<ListedAttempt> {
  const { from: place, descending, limit } = request
  const falling = descending !== (place?.direction === 'before')
  const start = place === null ? (falling ? '~' : '') : `${place.key[0]!}${falling ? '~' : ''}`
  const bound = db.prepare(
    `SELECT substr(started_at, 1, 10) AS day FROM attempts WHERE started_at ${falling ? '<' : '>='} ?
     ORDER BY started_at ${falling ? 'DESC' : ''} LIMIT 1 OFFSET ?`,
  )
  const rowsOf = ({ sql, params }: Query) => db.prepare(sql).all<ListedAttempt>(...params)
  const inPage = (rows: readonly ListedAttempt[]) =>
    pageOf(rows, request, (row) => [dayOfInstant(row.started_at), row.id])
  for (const count of LOOKED_AT) {
    const found = bound.get<{ day: string }>(start, count)
    if (!found) break
    const within = falling
      ? (['a.started_at >= ?', found.day] as const)
      : (['a.started_at < ?', `${found.day}~`] as const)
    const rows = rowsOf(daysQuery(db, request, within))
    if (rows.length > limit) return inPage(rows)
  }
  return inPage(rowsOf(daysQuery(db, request, null)))
}

export function attemptPage(db: Database, request: AttemptPageRequest): Page<ListedAttempt> {
  if (!request.named) return dayPage(db, request)
  const { sql, params } = attemptPageQuery(db, request)
  return pageOf(db.prepare(sql).all<ListedAttempt>(...params), request, (row) => [row.started_at, row.id])
}

/** @returns one more than `COUNTED_AT_MOST` for any larger number */
export function countAttempts(db: Database, filter: RecordFilter, now: string, named: boolean): number {
  const { tables, where, params } = from(db, { filter, now, named }, 'attempts a')
  const counted = named ? where : `${where} AND ${FIRST_OF_DAY}`
  const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM ${tables} WHERE ${counted} LIMIT ${COUNTED_AT_MOST + 1})`
  return db.prepare(sql).get<{ n: number }>(...params)!.n
}
