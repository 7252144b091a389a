import { afterAll, describe, expect, it } from 'vitest'
import { attentionOf, EVERYTHING, type Standing } from '../../../src/domain/records/index'
import { attentionByTeam, attentionIn, attentionSql, dueDates } from '../../../src/main/store/attention'
import { Records } from '../export/records'
import { openDatabase } from '../../../src/main/store/database'
import { KEY, temporaryFolder } from '../helpers'

const NOW = '2026-03-02T09:00:00.000Z'
const UNTIL = '2026-03-09T09:00:00.000Z'
const stored: readonly Standing['status'][] = ['open', 'in-progress', 'failed', 'complete']
const moments = [
  null,
  '2026-03-01T00:00:00.000Z',
  NOW,
  UNTIL,
  '2026-03-09T09:00:00.001Z',
  '2027-01-01T00:00:00.000Z',
]

const { db } = openDatabase(temporaryFolder(), KEY, new Date(NOW))
afterAll(() => db.close())

describe('who needs help', () => {
  it.each([true, false])('is told by SQL as by the domain (named: %s)', (named) => {
    const statement = db.prepare(
      `SELECT ${attentionSql(NOW, UNTIL, named)} AS reason
       FROM (SELECT ? AS status, ? AS due_at, ? AS valid_until, ? AS revoked_at) s`,
    )
    for (const status of stored)
      for (const dueAt of moments)
        for (const validUntil of moments)
          for (const revokedAt of [null, NOW]) {
            const dates = { status, dueAt, validUntil, revokedAt }
            const { reason } = statement.get(status, dueAt, validUntil, revokedAt) as {
              reason: string | null
            }
            expect([dates, reason]).toEqual([dates, attentionOf(dates, NOW, UNTIL, named)])
          }
  })

  const records = new Records()
  const late = { status: 'in-progress', due_at: '2026-02-01T00:00:00.000Z' }
  const soon = { status: 'open', due_at: '2026-03-05T00:00:00.000Z' }
  const add = (name: string, team: string | null, standing: Record<string, string>) =>
    records.standing(records.person({ name, team }), standing)
  add('Zoé', 'Cards', late)
  add('Ana', 'cards', soon)
  add('Bo', 'Cards', { status: 'failed' })
  add('Cy', 'Fraud', { status: 'complete', valid_until: '2026-03-04T00:00:00.000Z' })
  add('Di', 'Fraud', { status: 'complete', valid_until: '2026-08-04T00:00:00.000Z' })
  add('Ed', null, late)
  const question = { filter: EVERYTHING, now: NOW, until: UNTIL, named: true }

  it('is counted by team, people without one last', () => {
    const none = { late: 0, failed: 0, due: 0, expired: 0, expires: 0 }
    expect(attentionByTeam(records.db, question)).toEqual([
      {
        team: expect.stringMatching(/^cards$/i) as string,
        people: 3,
        counts: { ...none, late: 1, due: 1, failed: 1 },
      },
      { team: 'Fraud', people: 1, counts: { ...none, expires: 1 } },
      { team: null, people: 1, counts: { ...none, late: 1 } },
    ])
  })

  it('is named in one team, the most pressing first, as many as asked for', () => {
    const names = (team: string | null, limit = 9) =>
      attentionIn(records.db, question, team, limit).map(({ name, reason }) => [name, reason])
    expect(names('Cards')).toEqual([
      ['Zoé', 'late'],
      ['Bo', 'failed'],
      ['Ana', 'due'],
    ])
    expect(names('Cards', 1)).toEqual([['Zoé', 'late']])
    expect(names(null)).toEqual([['Ed', 'late']])
    expect(
      attentionIn(records.db, { ...question, named: false }, 'Cards', 9).map(({ name }) => name),
    ).toEqual(['Zoé', 'Ana'])
  })

  it('has left out who works here no more, and keeps to the group of the filter', () => {
    records.db.exec(`UPDATE people SET left_at = '${NOW}' WHERE name = 'Cy'`)
    expect(attentionByTeam(records.db, question).map(({ team }) => team)).not.toContain('Fraud')
    const filter = { ...EVERYTHING, teams: ['Cards'], statuses: ['complete'] as const, search: 'nobody' }
    expect(attentionByTeam(records.db, { ...question, filter }).map(({ people }) => people)).toEqual([3])
  })

  it('gives every due date that is open, by course and day', () => {
    const dates = dueDates(records.db, question, 9)
    expect(dates.map(({ dueAt, names, people }) => [dueAt, names, people])).toEqual([
      ['2026-02-01T00:00:00.000Z', ['Ed', 'Zoé'], 2],
      ['2026-03-05T00:00:00.000Z', ['Ana'], 1],
    ])
  })
})
