import { afterAll, describe, expect, it } from 'vitest'
import { STANDING_STATUSES, statusAt, type Standing } from '../../../src/domain/records'
import { openDatabase } from '../../../src/main/store/database'
import { statusConditions, statusRank, statusSql } from '../../../src/main/store/standing-status'
import { KEY, temporaryFolder } from '../helpers'

const NOW = '2026-03-02T09:00:00.000Z'
const dates = [null, '2026-03-02T08:59:59.999Z', NOW, '2026-03-02T09:00:00.001Z']
const stored: readonly Standing['status'][] = ['open', 'in-progress', 'failed', 'complete']

const { db } = openDatabase(temporaryFolder(), KEY, new Date(NOW))
afterAll(() => db.close())

interface Row {
  readonly status: Standing['status']
  readonly dueAt: string | null
  readonly validUntil: string | null
  readonly revokedAt: string | null
}

/** Returns every combination that a standing can have, each with the value of the SQL. */
function each(expression: string, left = 0): { readonly row: Row; readonly value: unknown }[] {
  const statement = db.prepare(
    `SELECT ${expression} AS value FROM (SELECT ? AS status, ? AS due_at, ? AS valid_until, ? AS revoked_at) s,
       (SELECT ${left} AS gone) p`,
  )
  return stored.flatMap((status) =>
    dates.flatMap((dueAt) =>
      dates.flatMap((validUntil) =>
        [null, '2026-02-01T00:00:00.000Z'].map((revokedAt) => {
          const row = { status, dueAt, validUntil, revokedAt }
          return {
            row,
            value: (statement.get(status, dueAt, validUntil, revokedAt) as Row & { value: unknown }).value,
          }
        }),
      ),
    ),
  )
}

describe('the SQL of a status', () => {
  it('says of every standing what the domain says', () => {
    for (const { row, value } of each(statusSql(NOW, true)))
      expect([row, value]).toEqual([row, statusAt(row, NOW)])
  })

  it('calls nobody late who has left, and says the same of everybody else', () => {
    for (const { row, value } of each(statusSql(NOW, true, 'p.gone'), 1)) {
      expect([row, value]).toEqual([row, statusAt({ ...row, dueAt: null }, NOW)])
      expect([row, statusAt(row, NOW, true)]).toEqual([row, value])
    }
    for (const { row, value } of each(statusSql(NOW, true, 'p.gone')))
      expect([row, value]).toEqual([row, statusAt(row, NOW)])
    const ranked = each(statusRank(NOW, true, 'p.gone'), 1)
    const late = Math.min(...each(statusRank(NOW, true)).map(({ value }) => value as number))
    expect(ranked.filter(({ value }) => value === late)).toEqual([])
  })

  it('finds by each condition what has that status, and whoever failed also when late', () => {
    for (const status of STANDING_STATUSES) {
      for (const { row, value } of each(`coalesce(${statusConditions(NOW, true)[status]}, 0)`)) {
        const now = statusAt(row, NOW)
        const wanted = status === 'failed' ? row.status === 'failed' && now !== 'complete' : now === status
        expect([status, row, value]).toEqual([status, row, wanted ? 1 : 0])
      }
    }
  })

  it('never tells a failed round from one that is under way where results are not shown', () => {
    const shown = each(statusSql(NOW, false))
    for (const { row, value } of shown) {
      if (row.status !== 'failed') continue
      const other = shown.find(
        ({ row: o }) => JSON.stringify(o) === JSON.stringify({ ...row, status: 'in-progress' }),
      )
      expect(value).toBe(other!.value)
    }
    const condition = statusConditions(NOW, false)['in-progress']
    for (const { row, value } of each(`coalesce(${condition}, 0)`)) {
      const name = statusAt(row, NOW)
      expect(value).toBe(name === 'in-progress' || name === 'failed' ? 1 : 0)
    }
  })

  it('sorts what needs somebody first and what is done last', () => {
    const rank = new Map(
      each(statusRank(NOW, true)).map(({ row, value }) => [statusAt(row, NOW), value as number]),
    )
    const order = [...rank].sort(([, a], [, b]) => a - b).map(([status]) => status)
    expect(order).toEqual(['late', 'failed', 'in-progress', 'open', 'revoked', 'expired', 'complete'])
  })
})
