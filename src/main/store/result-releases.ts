/**
 * Releases results in pseudonymous mode. All results that HR sees are sums of whole releases. A release adds up
 * attempts at one scenario of one group, by at least the required number of people. No attempt is in two releases, and
 * no release ever changes. The difference of any two numbers that were ever shown is therefore again made of whole
 * releases, each of enough people; nobody who moves, joins, leaves or is erased changes what was shown.
 */
import type { ResultRelease } from '../../domain/records/index'
import { readableJson } from './filter-sql'
import type { Database } from './libsql'
import { readSetting, writeSetting } from './tables/settings'

const DAY_MS = 86_400_000

/** @param day such as 2026-11-24 */
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - DAY_MS).toISOString().slice(0, 10)

/** This setting holds the day on which releases were last made. They contain what had arrived before that day. */
const MADE_ON = 'releases-made-on'

const PIECE = 5000

/** The site and team of a person when their attempt was taken in. An empty team stands for all small teams together. */
interface Group {
  readonly site: string
  readonly team: string
}

/** Identifies a group as the columns compare it. */
const keyOf = ({ site, team }: Group) => JSON.stringify([site.toLowerCase(), team.toLowerCase()])

/**
 * Decides with which group the results of each team are released: with the team itself if it has enough people, else
 * with the other small teams of its site, else with the rest of the organisation.
 */
function groupsNow(db: Database, smallest: number): (of: Group) => Group {
  const sizes = db
    .prepare(
      `SELECT coalesce(site, '') AS site, coalesce(team, '') AS team, count(*) AS people FROM people
       WHERE left_at IS NULL GROUP BY 1, 2`,
    )
    .all<Group & { people: number }>()
  const own = new Map<string, Group>()
  const rest = new Map<string, number>()
  for (const { site, team, people } of sizes) {
    if (team !== '' && people >= smallest) own.set(keyOf({ site, team }), { site, team })
    else rest.set(site.toLowerCase(), (rest.get(site.toLowerCase()) ?? 0) + people)
  }
  return (of) =>
    own.get(keyOf(of)) ?? {
      site: (rest.get(of.site.toLowerCase()) ?? 0) >= smallest ? of.site : '',
      team: '',
    }
}

/**
 * Begins a transaction with the right to write, because values that are read first could be changed by somebody else.
 */
function immediately<R>(db: Database, work: () => R): R {
  db.exec('BEGIN IMMEDIATE')
  try {
    const value = work()
    db.exec('COMMIT')
    return value
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}

interface Arrived extends Group {
  readonly id: string
  readonly course: string
  readonly hash: string
  readonly bar: number
}

/** Gives finished, assessed attempts of past days their group, once and for good. */
function* takeIn(db: Database, today: string, smallest: number): Generator<void> {
  const groupOf = groupsNow(db, smallest)
  const { last } = db.prepare('SELECT coalesce(max(rowid), 0) AS last FROM attempts').get<{
    last: number
  }>()!
  const arrived = db.prepare(
    `SELECT a.id, a.course, a.scenario_hash AS hash, coalesce(p.site, '') AS site, coalesce(p.team, '') AS team,
       max(?, coalesce((SELECT max(b.bar) FROM bars b WHERE b.ended_at > max(a.ended_at, coalesce(a.imported_at, ''))), 0))
         AS bar
     FROM attempts a JOIN people p ON p.id = a.person_id
     WHERE a.rowid > ? AND a.rowid <= ? AND a.mode = 'assessed' AND a.set_aside_at IS NULL
       AND a.ended_at < ? AND coalesce(a.imported_at, '') < ?
       AND NOT EXISTS (SELECT 1 FROM release_attempts r WHERE r.attempt_id = a.id)`,
  )
  const wait = db.prepare(
    'INSERT INTO release_attempts (attempt_id, site, team, course, scenario_hash, bar) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (let from = 0; from < last; from += PIECE) {
    immediately(db, () => {
      const rows = arrived.all<Arrived>(smallest, from, from + PIECE, today, today)
      for (const row of rows) {
        const { site, team } = groupOf(row)
        wait.run(row.id, site, team, row.course, row.hash, row.bar)
      }
    })
    yield
  }
}

interface Pool extends Group {
  readonly course: string
  readonly hash: string
  readonly bar: number
}

const IN_POOL = `r.release_id IS NULL AND r.site = ? AND r.team = ? AND r.course = ? AND r.scenario_hash = ? AND r.bar = ?`
const WAITING = `FROM release_attempts r JOIN attempts a ON a.id = r.attempt_id WHERE ${IN_POOL}`

/** Makes one release of all attempts in a pool, if they come from enough people. */
function release(
  db: Database,
  { site, team, course, hash, bar }: Pool,
  today: string,
  smallest: number,
): void {
  const pool = [site, team, course, hash, bar]
  const enough = Math.max(bar, smallest)
  const counted = db
    .prepare(
      `SELECT count(DISTINCT a.person_id) AS people, count(*) AS attempts, min(a.scenario) AS scenario,
         min(a.truth) AS truth, min(a.channel) AS channel,
         count(*) FILTER (WHERE a.outcome = 'hit') AS hits,
         count(*) FILTER (WHERE a.outcome = 'false-alarm') AS false_alarms,
         count(*) FILTER (WHERE a.critical <> '[]') AS critical ${WAITING}`,
    )
    .get<Record<string, string | number | null> & { people: number }>(...pool)!
  if (counted.people < enough) return
  // Points in a competency that too few people met are left out for good.
  const points = db
    .prepare(
      `SELECT each.key AS name, count(DISTINCT a.person_id) AS people, sum(each.value ->> 0) AS earned,
         sum(each.value ->> 1) AS possible
       FROM release_attempts r JOIN attempts a ON a.id = r.attempt_id, json_each(coalesce(${readableJson('a.competencies')}, '{}')) AS each
       WHERE ${IN_POOL} GROUP BY each.key HAVING count(DISTINCT a.person_id) >= ?`,
    )
    .all<{ name: string; people: number; earned: number; possible: number }>(...pool, enough)
  const { id } = db.prepare('SELECT coalesce(max(id), 0) + 1 AS id FROM releases').get<{ id: number }>()!
  db.prepare(
    `INSERT INTO releases (id, made_on, site, team, course, scenario, scenario_hash, truth, channel, people, attempts,
       hits, false_alarms, critical, competencies) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    today,
    site,
    team,
    course,
    counted['scenario'],
    hash,
    counted['truth'],
    counted['channel'],
    counted.people,
    counted['attempts'],
    counted['hits'],
    counted['false_alarms'],
    counted['critical'],
    JSON.stringify(
      Object.fromEntries(
        points.map(({ name, people, earned, possible }) => [name, [people, earned, possible]]),
      ),
    ),
  )
  db.prepare(`UPDATE release_attempts AS r SET release_id = ? WHERE ${IN_POOL}`).run(id, ...pool)
}

/** Returns the last day whose attempts releases can contain, ISO 8601 in UTC; `undefined` before the first release. */
export function releasedUntil(db: Pick<Database, 'prepare'>): string | undefined {
  const made = readSetting(db, MADE_ON)
  return made === undefined ? undefined : dayBefore(made)
}

/**
 * Takes in the days since last time and makes all releases for which there are enough people. Each step is a
 * transaction of its own; the caller may stop after any of them and continue later.
 * @param db a connection that may write and is in no transaction
 * @param now ISO date-time
 * @param smallest the number of people that a release must have
 */
export function* makeReleases(db: Database, now: string, smallest: number): Generator<void> {
  const today = now.slice(0, 10)
  if (readSetting(db, MADE_ON) === today) return
  yield* takeIn(db, today, smallest)
  const pools = db
    .prepare(
      `SELECT DISTINCT site, team, course, scenario_hash AS hash, bar FROM release_attempts WHERE release_id IS NULL
       ORDER BY 1, 2, 3, 4, 5`,
    )
    .all<Pool>()
  for (const pool of pools) {
    immediately(db, () => release(db, pool, today, smallest))
    yield
  }
  immediately(db, () => writeSetting(db, MADE_ON, today))
}

const marks = (list: readonly unknown[]): string => list.map(() => '?').join(', ')

/**
 * @param groups sites, teams and courses; an empty list means all of them
 * @param smallest releases of fewer people, which were made when fewer were required, are left out
 */
export function releasesOf(
  db: Pick<Database, 'prepare'>,
  groups: {
    readonly sites: readonly string[]
    readonly teams: readonly string[]
    readonly courses: readonly string[]
  },
  smallest: number,
): ResultRelease[] {
  const lists = Object.entries({ site: groups.sites, team: groups.teams, course: groups.courses }).filter(
    ([, list]) => list.length > 0,
  )
  const where = lists.map(([column, list]) => ` AND ${column} IN (${marks(list)})`)
  const rows = db
    .prepare(
      `SELECT site, team, course, scenario, scenario_hash AS hash, truth, channel, people, attempts, hits,
         false_alarms AS falseAlarms, critical, competencies FROM releases WHERE people >= ?${where.join('')} ORDER BY id`,
    )
    .all(smallest, ...lists.flatMap(([, list]) => list)) as (Omit<ResultRelease, 'competencies'> & {
    competencies: string
  })[]
  return rows.map((row) => ({
    ...row,
    competencies: JSON.parse(row.competencies) as ResultRelease['competencies'],
  }))
}

/** Returns the tactics of each scenario with released results, by the hash of its content. */
export const tacticsOfReleased = (db: Pick<Database, 'prepare'>): ReadonlyMap<string, readonly string[]> =>
  new Map(
    db
      .prepare(
        `SELECT hash, json_group_array(each.value) AS tactics
         FROM scenarios, json_each(${readableJson('content')}, '$.tactics') AS each
           WHERE hash IN (SELECT scenario_hash FROM releases) GROUP BY hash`,
      )
      .all<{ hash: string; tactics: string }>()
      .map(({ hash, tactics }) => [hash, JSON.parse(tactics) as string[]]),
  )

/** Keeps the smallest group that was required until now, for attempts that were recorded under it. */
export function endBar(db: Pick<Database, 'prepare'>, smallestGroup: number, at: string): void {
  db.prepare('INSERT INTO bars (bar, ended_at) VALUES (?, ?)').run(smallestGroup, at)
}
