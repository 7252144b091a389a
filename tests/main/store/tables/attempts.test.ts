import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percent } from '../../../../src/domain/scoring'
import { openDatabase } from '../../../../src/main/store/database'
import { flagsOf, scorePercentSql, toRoundAttempt } from '../../../../src/main/store/tables/attempts'
import { KEY, NOW, temporaryFolder } from '../../helpers'

describe('the score in SQL', () => {
  it('is the one of the domain for any points', () => {
    const { db } = openDatabase(temporaryFolder(), KEY, NOW)
    const read = db.prepare(
      `SELECT ${scorePercentSql('a')} AS score FROM (SELECT ? AS earned, ? AS possible) a`,
    )
    const inSql = (earned: number | null, possible: number | null) =>
      read.get<{ score: number | null }>(earned, possible)!.score
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (earned, possible) => {
        expect(inSql(earned, possible)).toBe(possible > 0 ? percent(earned / possible) : null)
      }),
      { numRuns: 500 },
    )
    expect(inSql(null, null)).toBeNull()
    db.close()
  })

  it('is the very expression of an index, so that a filter by it is quick', () => {
    const { db } = openDatabase(temporaryFolder(), KEY, NOW)
    const plan = db
      .prepare(`EXPLAIN QUERY PLAN SELECT id FROM attempts a WHERE ${scorePercentSql('a')} = 50`)
      .all<{ detail: string }>()
    expect(plan.map(({ detail }) => detail).join()).toMatch(/USING (?:COVERING )?INDEX/)
    db.close()
  })
})

describe('an attempt of a round, from its row', () => {
  const row = {
    id: 'a',
    scenario: 'small',
    round: 2,
    round_seed: null,
    started_at: '2026-01-05T09:00:00.000Z',
    set_aside_at: null,
    ended_at: null,
    disposition: null,
    outcome: null,
    critical: null,
    earned: null,
    possible: null,
  }

  it('has a result once it has ended', () => {
    expect(toRoundAttempt(row)).toMatchObject({ round: 2, setAside: false, result: undefined })
    const ended = {
      ...row,
      ended_at: row.started_at,
      disposition: 'refused',
      outcome: 'hit',
      earned: 3,
      possible: 4,
      critical: '["leaked"]',
    } as const
    expect(toRoundAttempt(ended).result).toEqual({
      outcome: 'hit',
      disposition: 'refused',
      critical: ['leaked'],
      earned: 3,
      possible: 4,
    })
  })

  it('throws for flags that are no JSON', () => {
    expect(flagsOf(null)).toEqual([])
    expect(() => flagsOf('none')).toThrow(SyntaxError)
  })
})
