import type { RecordFilter, StandingStatus } from '../../domain/records'
import type { Competency } from '../../domain/scenario/vocabulary'
import { containing, lettersOf } from './contains'
import { scorePercentSql } from './tables/attempts'
import { statusConditions } from './standing-status'

type Value = string | number

/** A condition without the word WHERE, and its parameters in the order of their question marks. */
export interface Condition {
  readonly where: string
  readonly params: readonly Value[]
}

type Part = readonly [sql: string, ...params: Value[]]

const marks = (list: readonly unknown[]): string => list.map(() => '?').join(', ')

const anyOf = (column: string, list: readonly string[]): Part[] =>
  list.length === 0 ? [] : [[`${column} IN (${marks(list)})`, ...list]]

/** Joins several conditions into one that holds if any of them does. */
const either = (parts: readonly Part[]): Part[] =>
  parts.length === 0
    ? []
    : [[`(${parts.map(([sql]) => sql).join(' OR ')})`, ...parts.flatMap(([, ...params]) => params)]]

/**
 * Searches for a text. The index holds parts of at least three characters; a shorter text is looked for in every
 * person, and in either case capitals and accents don't matter.
 * @param person the column with a person's id
 */
function search(text: string, person: string): Part[] {
  const wanted = text.trim()
  if (wanted === '') return []
  if (lettersOf(wanted).length >= 3) {
    return [
      [
        `${person} IN (SELECT n.person_id FROM people_text JOIN people_numbered n ON n.id = people_text.rowid
                  WHERE people_text MATCH ?)`,
        `"${wanted.replaceAll('"', '""')}"`,
      ],
    ]
  }
  const columns = ['name', 'number', 'team'].map((column) => `${column} GLOB ?`)
  const pattern = containing(wanted)
  return [[`${person} IN (SELECT id FROM people WHERE ${columns.join(' OR ')})`, pattern, pattern, pattern]]
}

function statuses(wanted: readonly StandingStatus[], now: string, named: boolean): Part[] {
  const conditions = statusConditions(now, named)
  return either(wanted.map((status): Part => [conditions[status]]))
}

function within(column: string, { from, to }: RecordFilter): Part[] {
  if (from !== null && to !== null) return [[`(${column} >= ? AND ${column} < ?)`, from, to]]
  if (from !== null) return [[`${column} >= ?`, from]]
  return to === null ? [] : [[`${column} < ?`, to]]
}

function range(expression: string, { scoreFrom, scoreTo }: RecordFilter): Part[] {
  const from: Part[] = scoreFrom === null ? [] : [[`${expression} >= ?`, scoreFrom]]
  const to: Part[] = scoreTo === null ? [] : [[`${expression} <= ?`, scoreTo]]
  return [...from, ...to]
}

/** @param columns returns the columns of the points earned and possible for a competency */
function below(
  { competency }: RecordFilter,
  columns: (competency: Competency) => readonly [earned: string, possible: string],
): Part[] {
  if (competency === null) return []
  const [earned, possible] = columns(competency.name)
  return [[`${earned} * 100 < ? * ${possible}`, competency.below]]
}

const all = (parts: readonly Part[]): Condition => ({
  where: parts.length === 0 ? 'TRUE' : parts.map(([sql]) => sql).join(' AND '),
  params: parts.flatMap(([, ...params]) => params),
})

/** Gives JSON to SQL that would fail as a whole on a text that is none; NULL in place of such a text. */
export const readableJson = (column: string): string => `iif(json_valid(${column}), ${column}, NULL)`

type WhoFilter = Pick<RecordFilter, 'search' | 'teams' | 'sites'>

/** Builds the part of a filter that selects people, as a condition over `people p`. */
export const personCondition = (filter: WhoFilter): Condition =>
  all([...search(filter.search, 'p.id'), ...anyOf('p.team', filter.teams), ...anyOf('p.site', filter.sites)])

/**
 * Builds a filter's condition over `standings s`.
 * @param now ISO date-time; decides who is late and whose certificate has expired
 * @param named false in pseudonymous mode, in which HR may not see the results of one person
 */
export function standingCondition(filter: RecordFilter, now: string, named = true): Condition {
  const periods = ['s.due_at', 's.passed_at', 's.last_activity'].flatMap((column) => within(column, filter))
  return all([
    ...search(filter.search, 's.person_id'),
    ...anyOf('s.team', filter.teams),
    ...anyOf('s.site', filter.sites),
    ...anyOf('s.course', filter.courses),
    ...statuses(filter.statuses, now, named),
    ...either(periods),
    ...range('s.score', filter),
    ...below(filter, (name) => {
      const column = `s.${name.replaceAll('-', '_')}`
      return [`${column}_earned`, `${column}_possible`]
    }),
  ])
}

/**
 * Holds for a standing `s` that counts in figures and lists of completion. Whoever has left is no longer expected to
 * complete a course or to renew a certificate, so that only what they have now counts. The person of each row is looked
 * up, which is best for pages.
 */
const countsOfEach = (now: string): string => `(${statusConditions(now, true).complete}
  OR NOT EXISTS (SELECT 1 FROM people gone WHERE gone.id = s.person_id AND gone.left_at IS NOT NULL))`

/** The same, but everybody who has left is collected at once. This is best if most standings are read. */
export const countsAtOnce = (now: string): string => `(${statusConditions(now, true).complete}
  OR s.person_id NOT IN (SELECT gone.id FROM people gone WHERE gone.left_at IS NOT NULL))`

/** Builds the condition of `standingCondition` over the standings that count in completion. */
export function completionCondition(
  filter: RecordFilter,
  now: string,
  named = true,
  counts = countsOfEach(now),
): Condition {
  const { where, params } = standingCondition(filter, now, named)
  return { where: `${where} AND ${counts}`, params }
}

/** The same arithmetic as in the domain's `percent`. The index `attempts_by_score` is over this expression. */
const ATTEMPT_SCORE = scorePercentSql('a')

/** Builds the part of a filter that selects scores, as a condition over `attempts a`. */
export const attemptScoreCondition = (filter: RecordFilter): Condition => all(range(ATTEMPT_SCORE, filter))

/** Looks up the standing of each attempt. This is best for few attempts, or attempts that come in pieces. */
const STANDING_OF_EACH = (condition: string) =>
  `EXISTS (SELECT 1 FROM standings s WHERE s.person_id = a.person_id AND s.course = a.course AND ${condition})`

/** Collects all matching standings at once. This is best if many attempts may have to be skipped. */
export const STANDINGS_AT_ONCE = (condition: string): string =>
  `(a.person_id, a.course) IN (SELECT s.person_id, s.course FROM standings s WHERE ${condition})`

/**
 * Builds a filter's condition over `attempts a JOIN people p ON p.id = a.person_id`. A status is that of the person in
 * the attempt's course.
 * @param now see `standingCondition`
 * @param named see `standingCondition`
 * @param standing builds the condition that looks up standings
 */
export function attemptCondition(
  filter: RecordFilter,
  now: string,
  named = true,
  standing: (condition: string) => string = STANDING_OF_EACH,
): Condition {
  return all([
    ...search(filter.search, 'a.person_id'),
    ...anyOf('p.team', filter.teams),
    ...anyOf('p.site', filter.sites),
    ...anyOf('a.course', filter.courses),
    ...statuses(filter.statuses, now, named).map(([sql, ...params]): Part => [
      standing(`${sql} AND ${countsOfEach(now)}`),
      ...params,
    ]),
    ...within('a.started_at', filter),
    ...range(ATTEMPT_SCORE, filter),
    ...below(filter, (name) => [
      `(${readableJson('a.competencies')} ->> '$."${name}"[0]')`,
      `(${readableJson('a.competencies')} ->> '$."${name}"[1]')`,
    ]),
  ])
}

/**
 * Builds a filter's condition over `credentials c JOIN people p ON p.id = c.person_id`. The period is that of the
 * issue.
 * @returns `undefined` if the filter asks for results of attempts, which certificates don't have
 */
export function certificateCondition(filter: RecordFilter, now: string): Condition | undefined {
  const { search: text, teams, sites, courses, scoreFrom, scoreTo, competency } = filter
  if (scoreFrom !== null || scoreTo !== null || competency !== null) return undefined
  return all([
    ...search(text, 'c.person_id'),
    ...anyOf('p.team', teams),
    ...anyOf('p.site', sites),
    ...anyOf('c.course', courses),
    ...statuses(filter.statuses, now, true).map(([sql, ...params]): Part => [
      `EXISTS (SELECT 1 FROM standings s WHERE s.person_id = c.person_id AND s.course = c.course AND ${sql}
        AND ${countsOfEach(now)})`,
      ...params,
    ]),
    ...within('c.issued_at', filter),
  ])
}
