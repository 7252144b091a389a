/** Checks that statements say of a round what the records say. */
import { afterEach, describe, expect, it } from 'vitest'
import { StatementSource } from '../../../src/main/record-store/source'
import { course, installation, library, type Installation } from './installation'

let one: Installation | undefined
afterEach(async () => {
  await one?.close()
  one = undefined
})

describe('roundCompletedBy', () => {
  it.each([
    { events: ['report', 'report'], reported: 2, passed: true },
    { events: ['report', 'refuse'], reported: 1, passed: true },
    { events: ['refuse', 'refuse'], reported: 0, passed: false },
    { events: ['report', 'give'], reported: 1, passed: false },
  ] as const)('says of $events what the standing says, with a share of reports', ({ events, ...said }) => {
    one = installation()
    one.play(1, 'one', events[0])
    one.play(1, 'two', events[1])
    const source = new StatementSource(one.db, (id) => library.course(id))
    const rounds = [...source.attempts('1 = 1', [])].flatMap(
      (attempt) => source.roundCompletedBy(attempt) ?? [],
    )
    expect(course.rule.reportShare).toBeGreaterThan(0)
    expect(rounds).toMatchObject([said])
    const { status } = one.db.prepare('SELECT status FROM standings').get<{ status: string }>()!
    expect(status === 'complete').toBe(said.passed)
  })
})

it('tells of a certificate by the title that stands on it, also after its course gives none or is gone', () => {
  one = installation()
  one.play(1, 'one')
  one.play(1, 'two')
  const { certificate: _, ...practice } = course
  for (const now of [course, practice, undefined]) {
    const source = new StatementSource(one.db, () => now)
    const [told] = [...source.certificates('1 = 1', [])]
    expect(told!.title['en']).toBe('Short course')
  }
})
