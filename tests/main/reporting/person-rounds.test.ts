import { describe, expect, it } from 'vitest'
import { DEFAULT_ORGANISATION_SETTINGS } from '../../../src/domain/records'
import { SCORING_VERSION } from '../../../src/domain/scoring'
import { attemptReplay } from '../../../src/main/reporting/attempt-replay'
import { personView } from '../../../src/main/reporting/person-view'
import { course, finish, installation, priya, type Installation } from '../installation'
import { codeOf } from '../helpers'

const DAY = 86_400_000

/** Makes an installation in which two rounds may be begun in 30 days. */
function limited(): Installation {
  const made = installation()
  const { library } = made
  const found = { ...course, rounds: { most: 2, days: 30 } }
  Object.defineProperty(library, 'course', { value: (id: string) => (id === found.id ? found : undefined) })
  return made
}

const services = ({ db, library, system, organisation, seals, store }: Installation) => ({
  db,
  library,
  system,
  organisation,
  store,
  seals: () => seals,
})
const standing = (one: Installation) => personView(services(one), priya.id, priya).standings[0]!

describe('the rounds of a person', () => {
  it('tell of each how many contacts it had and what came of it, and when the next may begin', () => {
    const one = limited()
    finish(one, priya, { good: false })
    const [first] = standing(one).rounds!
    expect(first).toMatchObject({
      round: 1,
      outcome: 'failed',
      contacts: 1,
      attacks: 1,
      hits: 0,
      reported: 0,
      legitimate: 0,
      critical: 1,
      setAside: 0,
      altered: false,
      otherVersions: [],
    })
    expect(first!.endedAt).toBe(new Date(Date.parse(first!.beganAt) + 3000).toISOString())
    expect(standing(one)).toMatchObject({ nextRoundAt: null, limit: { most: 2, days: 30 }, refusedAt: null })
    one.system.pass(DAY)
    const { id } = one.attempts.start(priya, 'short', 'small', 'assessed')
    expect(standing(one).rounds![1]).toMatchObject({
      round: 2,
      outcome: 'going-on',
      contacts: 0,
      endedAt: null,
    })
    one.attempts.commit(priya, id, 1, 'decision', 'give')
    const opens = new Date(Date.parse(first!.beganAt) + 30 * DAY).toISOString()
    expect(standing(one).nextRoundAt).toBe(opens)
    one.close()
  })

  it('are late and go on for nobody who has left', () => {
    const one = limited()
    finish(one, priya, { good: false })
    const due = new Date(one.system.now().getTime() - 1).toISOString()
    one.db.prepare("UPDATE standings SET status = 'failed', due_at = ?").run(due)
    expect(standing(one)).toMatchObject({ status: 'late', dueAt: due, limit: { most: 2, days: 30 } })
    finish(one, priya, { good: false })
    expect(standing(one).nextRoundAt).not.toBeNull()
    one.db.prepare('UPDATE people SET left_at = ?').run(due)
    expect(standing(one)).toMatchObject({ status: 'failed', dueAt: due, nextRoundAt: null, limit: null })
    expect(standing(one).rounds).toHaveLength(2)
    one.close()
  })

  it('say when another one was asked for too early, and go on saying it once that is over', () => {
    const one = limited()
    for (let round = 0; round < 2; round += 1) finish(one, priya, { good: false })
    const ask = () => codeOf(() => one.attempts.start(priya, 'short', 'small', 'assessed'))
    one.system.pass(DAY)
    expect(ask()).toBe('round-waits')
    one.system.pass(DAY)
    const last = one.system.now().toISOString()
    expect(ask()).toBe('round-waits')
    expect(standing(one)).toMatchObject({ refusedAt: last })
    one.system.pass(30 * DAY)
    finish(one, priya)
    expect(standing(one).rounds!.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'passed'])
    expect(standing(one)).toMatchObject({ nextRoundAt: null, refusedAt: last })
    // Other refusals do not count as a round that was asked for too early.
    expect(ask()).toBe('not-allowed')
    expect(standing(one)).toMatchObject({ refusedAt: last })
    one.close()
  })

  it('keep what a certificate says, whatever the course asks for today, and name the version they had', () => {
    const one = installation()
    finish(one, priya)
    const { library } = one
    const found = { ...course, version: '2.0.0', rule: { ...course.rule, reportShare: 1 } }
    const stricter = { ...found, modules: ['small', 'drill'], practice: [] }
    Object.defineProperty(library, 'course', { value: () => stricter })
    expect(standing(one).rounds).toMatchObject([{ outcome: 'passed', otherVersions: ['1.2.0'] }])
    one.close()
  })

  it('mark a round of which an attempt was changed behind the back of the program, with flags that are no JSON', () => {
    const one = limited()
    const id = finish(one, priya, { good: false })
    one.db.exec(`UPDATE attempts SET critical = 'no JSON', outcome = 'hit', passed = 1 WHERE id = '${id}'`)
    expect(standing(one).rounds).toMatchObject([{ altered: true }])
    one.close()
  })

  it('come with the rule in words, its kind and its version, in every language', () => {
    const one = limited()
    finish(one, priya)
    const { rule } = standing(one)
    expect(rule).toMatchObject({ kind: 'fixed', version: 2, courseVersion: '1.2.0' })
    expect(rule!.words['en']).toContain('Fixed rule, version 2, at most 2 rounds in 30 days')
    expect(rule!.words['fr']).toContain('Règle fixe, version 2, 2 séries au plus en 30 jours')
    // The certificate says the same.
    const { payload } = one.db.prepare('SELECT payload FROM credentials').get<{ payload: string }>()!
    expect((JSON.parse(payload) as { criteria: string }).criteria).toBe(rule!.words['en'])
    one.close()
  })

  it('are hidden in pseudonymous mode, which tells the rule all the same', () => {
    const one = limited()
    for (let round = 0; round < 2; round += 1) finish(one, priya, { good: false })
    codeOf(() => one.attempts.start(priya, 'short', 'small', 'assessed'))
    one.organisation.change(
      { ...DEFAULT_ORGANISATION_SETTINGS, privacy: 'pseudonymous' },
      one.system.now().toISOString(),
      null,
    )
    expect(standing(one)).toMatchObject({ rounds: null, nextRoundAt: null, refusedAt: null, limit: null })
    expect(standing(one).rule).toMatchObject({ kind: 'fixed' })
    one.close()
  })
})

describe('an attempt that is opened', () => {
  it('says by which version it was scored, and that of today', () => {
    const one = installation()
    const id = finish(one, priya)
    expect(attemptReplay(services(one), id).attempt.scoring).toEqual({
      version: SCORING_VERSION,
      today: SCORING_VERSION,
    })
    one.db.exec('UPDATE attempts SET scoring_version = 1')
    expect(attemptReplay(services(one), id).attempt.scoring).toEqual({ version: 1, today: SCORING_VERSION })
    const open = one.attempts.start(priya, 'short', 'drill', 'practice')
    expect(attemptReplay(services(one), open.id).attempt.scoring).toBeNull()
    one.close()
  })
})
