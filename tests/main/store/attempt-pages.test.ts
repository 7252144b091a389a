import { describe, expect, it } from 'vitest'
import { EVERYTHING, type RecordFilter } from '../../../src/domain/records/index'
import { percent } from '../../../src/domain/scoring/index'
import { Library } from '../../../src/main/library/library'
import {
  attemptPage,
  attemptPageQuery,
  countAttempts,
  type ListedAttempt,
} from '../../../src/main/store/attempt-pages'
import { openDatabase } from '../../../src/main/store/database'
import { attemptCondition } from '../../../src/main/store/filter-sql'
import type { Key } from '../../../src/main/store/keyset'
import { fillRecords } from '../../bench/fill'
import { KEY, NOW, temporaryFolder } from '../helpers'

const AT = NOW.toISOString()

/** Makes records of 300 people and a few thousand attempts, one of which is still under way. */
function filled() {
  const { db } = openDatabase(temporaryFolder(), KEY, NOW)
  fillRecords(db, new Library('scenarios'), { people: 300, courses: 2, attempts: 3000 }, NOW)
  db.exec(`UPDATE attempts SET ended_at = NULL, earned = NULL, possible = NULL, passed = NULL
    WHERE id = (SELECT id FROM attempts ORDER BY started_at DESC LIMIT 1)`)
  return db
}

const scoreOf = ({ earned, possible }: ListedAttempt) =>
  typeof earned === 'number' && typeof possible === 'number' ? percent(earned / possible) : null

const FILTERS: readonly Partial<RecordFilter>[] = [
  {},
  { scoreTo: 20 },
  { scoreFrom: 43, scoreTo: 43 },
  { scoreFrom: 1, scoreTo: 5 },
  { scoreFrom: 100 },
  { scoreTo: 30, courses: ['agent-onboarding'] },
  { scoreTo: 60, from: '2025-10-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' },
]

describe('attemptPage', () => {
  it('walks through exactly what a score, a course and a period mean, newest or oldest first', () => {
    const db = filled()
    const everything = db.prepare('SELECT * FROM attempts').all() as ListedAttempt[]
    const meant = ({ scoreFrom, scoreTo, courses, from, to }: RecordFilter) =>
      everything.filter((row) => {
        const score = scoreOf(row)
        return (
          (scoreFrom === null || (score !== null && score >= scoreFrom)) &&
          (scoreTo === null || (score !== null && score <= scoreTo)) &&
          (courses.length === 0 || courses.includes(row['course'] as string)) &&
          (from === null || row['started_at']! >= from) &&
          (to === null || row['started_at']! < to)
        )
      })
    const sizes = FILTERS.map((over) => {
      const filter = { ...EVERYTHING, ...over }
      const wanted = meant(filter)
        .map((row) => `${row['started_at']} ${row['id']}`)
        .sort()
      for (const descending of [false, true]) {
        const seen: string[] = []
        for (let key: Key | null | undefined; key !== null;) {
          const from = key ? ({ key, direction: 'after' } as const) : null
          const page = attemptPage(db, { filter, descending, from, limit: 100, now: AT, named: true })
          seen.push(...page.rows.map((row) => `${row['started_at']} ${row['id']}`))
          key = page.after
        }
        expect(seen, JSON.stringify(over)).toEqual(descending ? [...wanted].reverse() : wanted)
      }
      expect(countAttempts(db, filter, AT, true)).toBe(wanted.length)
      return wanted.length
    })
    // The filters include a score that nobody has, and scores that some have.
    expect(sizes.map((size) => size > 0)).toEqual([true, true, true, false, true, true, true])
    db.close()
  })

  it('finds the attempts of those whose standing is meant, however the standings are looked for', () => {
    const db = filled()
    for (const statuses of [['complete'], ['late'], ['failed', 'expired'], ['open']] as const) {
      const filter = { ...EVERYTHING, statuses: [...statuses] }
      const { where, params } = attemptCondition(filter, AT)
      const wanted = db
        .prepare(
          `SELECT a.id FROM attempts a JOIN people p ON p.id = a.person_id WHERE ${where} ORDER BY a.id`,
        )
        .all(...params) as { id: string }[]
      const { rows } = attemptPage(db, {
        filter,
        descending: true,
        from: null,
        limit: 5000,
        now: AT,
        named: true,
      })
      expect(rows.map((row) => row['id']).sort()).toEqual(wanted.map(({ id }) => id))
      expect(wanted.length > 0, statuses.join()).toBe(statuses[0] !== 'open')
    }
    db.close()
  })

  it('begins with a rare score, else with the order', () => {
    const db = filled()
    const plan = (over: Partial<RecordFilter>) => {
      const filter = { ...EVERYTHING, ...over }
      const { sql, params } = attemptPageQuery(db, {
        filter,
        descending: true,
        from: null,
        limit: 50,
        now: AT,
        named: true,
      })
      const [first] = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]
      return first!.detail
    }
    expect(plan({ scoreTo: 20 })).toContain('attempts_by_score')
    expect(plan({})).toContain('attempts_in_order')
    expect(plan({ courses: ['nothing'] })).toContain('attempts_in_order')
    db.close()
  })
})
