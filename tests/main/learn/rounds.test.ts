import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Course } from '../../../src/domain/course'
import { SEQUENTIAL_TERMS } from '../../../src/domain/course/sequential'
import type { Scenario } from '../../../src/domain/scenario/schema'
import { checkAttempt } from '../../../src/main/evidence/signed-attempt'
import { courseStates } from '../../../src/main/learn/courses'
import { assess, ending, raise, reply, scenarioOf, scene } from '../../domain/helpers'
import { codeOf, temporaryFolder } from '../helpers'
import { attack, course as short, installation, priya } from '../installation'

const DAY = 86_400_000

/** Makes a contact that two replies decide. */
function contact(n: number): Scenario {
  const genuine = n % 2 === 1
  const made = scenarioOf(
    {
      start: scene(
        {
          on: {
            well: genuine
              ? reply('One moment, please.', { target: 'well', actions: [assess(1, 1)] })
              : { meta: { tool: 'report' }, target: 'well', actions: [assess(1, 1)] },
            badly: reply('Whatever you say.', { target: 'badly', actions: [assess(0, 1)] }),
            worst: reply('Here it all is.', { target: 'badly', actions: [assess(0, 1), raise('leaked')] }),
          },
        },
        genuine ? [] : ['hurry'],
      ),
      well: ending(genuine ? 'served' : 'reported'),
      badly: ending(genuine ? 'refused' : 'complied'),
    },
    { critical: ['leaked'] },
  )
  const channel = (['chat', 'call', 'mail', 'desk'] as const)[n % 4]!
  const cast = Object.fromEntries(Object.entries(made.cast).map(([id, who]) => [id, { ...who, channel }]))
  const id = `contact-${n}`
  return {
    ...made,
    cast,
    id,
    truth: genuine ? 'legitimate' : 'attack',
    tactics: genuine ? [] : made.tactics,
    cues: Object.fromEntries(
      Object.entries(made.cues).map(([cue, what]) => [
        cue,
        { ...what, kind: genuine ? 'reassuring' : 'warning' },
      ]),
    ),
    machine: { ...made.machine, id },
  } as Scenario
}

const pool = (count: number) => Array.from({ length: count }, (_, n) => contact(n))
const drawn = (scenarios: readonly Scenario[], change: Partial<Course> = {}): Course => ({
  ...short,
  id: 'drawn',
  modules: scenarios.map(({ id }) => id),
  practice: undefined,
  rule: { kind: 'sequential', ...SEQUENTIAL_TERMS },
  rounds: { most: 2, days: 30 },
  ...change,
})

function office(count = 21, change: Partial<Course> = {}) {
  const folder = temporaryFolder()
  const scenarios = pool(count)
  mkdirSync(join(folder, 'courses'))
  const write = (scenario: Scenario) =>
    writeFileSync(join(folder, `${scenario.id}.scenario.json`), JSON.stringify(scenario))
  for (const scenario of [...scenarios, attack]) write(scenario)
  for (const course of [
    drawn(scenarios, change),
    { ...short, practice: undefined, rounds: { most: 2, days: 30 } },
  ]) {
    writeFileSync(join(folder, 'courses', `${course.id}.course.json`), JSON.stringify(course))
  }
  const made = installation(priya)
  made.library.use(folder)
  const { attempts, store, library, system } = made
  expect(
    library.courses
      .flatMap(({ modules }) => modules.map((id) => library.scenario(id)))
      .filter((found) => 'kind' in found),
  ).toEqual([])
  const state = (id = 'drawn') =>
    courseStates(priya, store, library, new Map(), null, system.now().toISOString()).find(
      (course) => course.id === id,
    )!
  return {
    ...made,
    folder,
    write,
    state,
    /**
     * Plays the next contact.
     * @returns its scenario
     */
    next(event = 'well'): string {
      const { id, scenario } = attempts.start(priya, 'drawn', null, 'assessed')
      attempts.commit(priya, id, 1, 'decision', event)
      return scenario.id
    },
  }
}

describe('a round that is drawn', () => {
  it('goes contact by contact, says which and never how it stands, and ends in a certificate', () => {
    const { next, state, attempts, close } = office()
    expect(state()).toMatchObject({ modules: [], rule: { kind: 'sequential', least: 9, most: 20 } })
    const met = Array.from({ length: 8 }, () => next())
    expect(new Set(met).size).toBe(8)
    const open = state()
    expect(open.result).toMatchObject({ attacks: 0, hits: 0, contacts: 0, complete: false })
    for (const module of open.modules) {
      expect(module).toMatchObject({ state: 'done', outcome: null, passed: null, scorePercent: null })
    }
    const { place } = attempts.start(priya, 'drawn', null, 'assessed')
    expect(place).toEqual({ number: 9, of: 20, drawn: true })
    const going = state().modules.at(-1)!
    expect(going.state).toBe('in-progress')
    expect(codeOf(() => attempts.start(priya, 'drawn', null, 'assessed'))).toBe('already-exists')
    attempts.commit(priya, going.attempt!, 1, 'decision', 'well')
    const passed = state()
    expect(passed.result).toMatchObject({ complete: true, passed: true, contacts: 9 })
    expect(passed.modules.every(({ outcome }) => outcome !== null)).toBe(true)
    expect(passed.certificate).toMatchObject({ scorePercent: 100 })
    expect(codeOf(() => next())).toBe('not-allowed')
    close()
  })

  it('ends at a critical act; a second round begins with others; a third has to wait for its day', () => {
    const { next, state, system, attempts, close } = office()
    const first = [next(), next(), next('worst')]
    expect(state().result).toMatchObject({ complete: true, passed: false, critical: ['leaked'] })
    const second = [next('badly'), next('badly')]
    expect(second.filter((id) => first.includes(id))).toEqual([])
    expect(state()).toMatchObject({ round: 2, result: { complete: true, passed: false } })
    const opens = state().nextRoundAt!
    expect(Date.parse(opens) - system.now().getTime()).toBe(30 * DAY)
    expect(codeOf(() => next())).toBe('round-waits')
    system.pass(30 * DAY - 1000)
    expect(codeOf(() => next())).toBe('round-waits')
    system.pass(1000)
    expect(state().nextRoundAt).toBeNull()
    const third = next()
    expect([...first, ...second]).not.toContain(third)
    expect(attempts.start(priya, 'drawn', null, 'assessed').place).toMatchObject({ number: 2 })
    close()
  })

  it('takes no contact by name', () => {
    const { attempts, close } = office()
    expect(codeOf(() => attempts.start(priya, 'drawn', 'contact-3', 'assessed'))).toBe('not-allowed')
    close()
  })

  it.each([10, 21])('can be passed, and fails undecided when %i contacts are used up', (count) => {
    const wide = office(count)
    const events = Array.from({ length: 20 }, (_, n) => ([3, 8, 13, 18].includes(n) ? 'badly' : 'well'))
    for (const event of events) if (!wide.state().result.complete) wide.next(event)
    const { result } = wide.state()
    expect(result.complete).toBe(true)
    expect(result.passed).toBe(false)
    expect(result.contacts).toBe(Math.min(20, count))
    const again = office(count)
    for (let n = 0; n < 9; n += 1) again.next()
    expect(again.state().result.passed).toBe(true)
    wide.close()
    again.close()
  })

  it('keeps a seed with each attempt and with its round, under seal and signature', () => {
    const { next, db, seals, close } = office()
    next()
    next()
    const rows = db
      .prepare('SELECT id, seed, round_seed FROM attempts ORDER BY started_at, id')
      .all<{ id: string; seed: number; round_seed: number }>()
    expect(rows).toHaveLength(2)
    expect(rows[0]!.round_seed).toBe(rows[1]!.round_seed)
    for (const { id, seed } of rows) {
      expect(seed).toBeGreaterThanOrEqual(0)
      expect(checkAttempt(db, seals, id)).toEqual({ integrity: 'whole', alteration: null })
    }
    const { id } = rows[0]!
    db.prepare('UPDATE attempts SET seed = seed + 1 WHERE id = ?').run(id)
    expect(checkAttempt(db, seals, id)).toMatchObject({ alteration: 'record' })
    db.prepare('UPDATE attempts SET seed = NULL WHERE id = ?').run(id)
    expect(checkAttempt(db, seals, id)).toMatchObject({ alteration: 'record' })
    close()
  })
})

describe('leaving an assessed contact', () => {
  it('ends it as abandoned, which is never passed, and stands in the audit log', () => {
    const { attempts, state, db, seals, store, close } = office()
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    attempts.commit(priya, id, 1, 'decision', 'ask')
    attempts.leave(priya, id)
    expect(state('short')).toMatchObject({
      modules: [{ state: 'done', disposition: 'abandoned', outcome: 'miss', passed: false }],
      result: { complete: true, passed: false },
    })
    expect(store.log(id).map(({ event }) => event)).toEqual(['ask', '@left'])
    expect(checkAttempt(db, seals, id)).toEqual({ integrity: 'whole', alteration: null })
    const entry = db.prepare("SELECT detail FROM audit WHERE act = 'attempt-left'").get<{ detail: string }>()!
    expect(JSON.parse(entry.detail)).toMatchObject({ id, course: 'short' })
    expect(codeOf(() => attempts.leave(priya, id))).toBe('attempt-ended')
    expect(codeOf(() => attempts.commit(priya, id, 3, 'decision', 'report'))).toBe('attempt-ended')
    close()
  })

  it('stands in no log in pseudonymous mode, since it tells a result of one person', () => {
    const { attempts, organisation, system, state, db, close } = office()
    organisation.change({ privacy: 'pseudonymous' }, system.now().toISOString(), null)
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    attempts.leave(priya, id)
    expect(state('short')).toMatchObject({ modules: [{ disposition: 'abandoned' }] })
    expect(db.prepare("SELECT 1 FROM audit WHERE act = 'attempt-left'").get()).toBeUndefined()
    close()
  })

  it('counts in a round that is drawn, and the next contact is another', () => {
    const { attempts, next, state, close } = office()
    const { id, scenario } = attempts.start(priya, 'drawn', null, 'assessed')
    attempts.leave(priya, id)
    expect(state().modules).toHaveLength(1)
    expect(next()).not.toBe(scenario.id)
    close()
  })

  it('of practice changes nothing', () => {
    const { attempts, store, next, close } = office()
    const met = next()
    const { id } = attempts.start(priya, 'drawn', met, 'practice')
    attempts.leave(priya, id)
    expect(store.attempt(id)!.endedAt).toBeNull()
    close()
  })
})

describe('beginning again', () => {
  it('is for what can’t go on: a changed contact is set aside, visibly, and drawn again', () => {
    const { attempts, write, library, folder, store, state, close } = office()
    const { id, scenario } = attempts.start(priya, 'drawn', null, 'assessed')
    expect(codeOf(() => attempts.restart(priya, id))).toBe('not-allowed')
    const { sha256: _, ...same } = scenario as Scenario & { sha256?: string }
    write({ ...same, version: '9.9.9' })
    library.use(folder)
    expect(codeOf(() => attempts.resume(priya, id))).toBe('scenario-changed')
    const fresh = attempts.restart(priya, id)
    expect(fresh.scenario).toMatchObject({ id: scenario.id, version: '9.9.9' })
    expect(store.attempt(id)!.setAsideAt).not.toBeNull()
    expect(state().modules).toHaveLength(1)
    close()
  })
})

describe('practice', () => {
  it('waits for the assessed round, in whatever course that was assigned or begun', () => {
    const { attempts, next, db, close } = office(21, { practice: ['small', 'contact-5'] })
    expect(codeOf(() => attempts.start(priya, 'drawn', 'contact-5', 'practice'))).toBe('not-yet')
    const met = next()
    attempts.start(priya, 'drawn', met, 'practice')
    const { id, scenario } = attempts.start(priya, 'drawn', null, 'assessed')
    expect(codeOf(() => attempts.start(priya, 'drawn', scenario.id, 'practice'))).toBe('not-yet')
    attempts.leave(priya, id)
    attempts.start(priya, 'drawn', scenario.id, 'practice')
    // The contact is assessed in no course of this person. Once such a course is assigned, practice has to wait.
    attempts.start(priya, 'drawn', 'small', 'practice')
    db.exec(
      `INSERT INTO standings (person_id, course, assigned_at) VALUES ('${priya.id}', 'short', '2026-01-01T00:00:00.000Z')`,
    )
    expect(codeOf(() => attempts.start(priya, 'drawn', 'small', 'practice'))).toBe('not-yet')
    close()
  })
})
