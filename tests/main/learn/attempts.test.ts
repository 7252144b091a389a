import { describe, expect, it } from 'vitest'
import type { Course } from '../../../src/domain/course'
import { MOST_LOOKS } from '../../../src/domain/run'
import { Attempts } from '../../../src/main/learn/attempts'
import { courseStates } from '../../../src/main/learn/courses'
import { contentOf, fromScenario, type Library } from '../../../src/main/library/library'
import { openDatabase } from '../../../src/main/store/database'
import { LocalRecords } from '../../../src/main/store/records'
import { codeOf, KEY, NOW, testSystem, temporaryFolder } from '../helpers'
import { attack, course as short, priya } from '../installation'
import { issuerOn } from '../issuer'

function desk(modules: readonly string[] = ['small']) {
  const course: Course = { ...short, modules: [...modules] }
  const folder = temporaryFolder()
  const system = testSystem()
  let scenario = attack
  const library = {
    courses: [course],
    refusals: [],
    course: (id: string) => (id === course.id ? course : undefined),
    scenario: () => ({ ...fromScenario(scenario), ...contentOf(scenario) }),
  } as unknown as Library
  const open = () => {
    const { db } = openDatabase(folder, KEY, NOW)
    const store = new LocalRecords(db)
    return {
      db,
      store,
      attempts: new Attempts(
        store,
        library,
        system,
        () => 'Meridian',
        () => 'en',
        [issuerOn({ db, store, library, system }).issuer.afterEnd],
      ),
    }
  }
  const first = open()
  first.store.addPerson(priya, NOW.toISOString(), 'Meridian')
  return {
    ...first,
    system,
    library,
    /** Starts the program again on the same data. */
    reopen() {
      first.store.close()
      return open()
    },
    edit: () => (scenario = { ...attack, version: '1.0.1' }),
  }
}

describe('Attempts', () => {
  it('commits each decision with the time it took, pauses left out', () => {
    const { attempts, store, system } = desk()
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    system.pass(4000)
    attempts.pause(priya, id, true)
    system.pass(60_000)
    attempts.pause(priya, id, false)
    system.pass(1000)
    expect(attempts.commit(priya, id, 1, 'decision', 'ask').entry).toMatchObject({ seq: 1, elapsedMs: 5000 })
    expect(store.log(id)).toHaveLength(1)
    store.close()
  })

  it('counts as paused nothing in which somebody acted, nor the way out of a scene and back', () => {
    const { attempts, store, system } = desk()
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    attempts.pause(priya, id, true)
    system.pass(3000)
    attempts.commit(priya, id, 1, 'desk', 'open-policy/identity')
    system.pass(2000)
    attempts.resume(priya, id)
    system.pass(1000)
    expect(attempts.commit(priya, id, 2, 'decision', 'ask').entry).toMatchObject({ elapsedMs: 6000 })
    store.close()
  })

  it('leaves a pause out that lasts while somebody is away from the scene', () => {
    const { attempts, store, system } = desk()
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    system.pass(1000)
    attempts.pause(priya, id, true)
    system.pass(60_000)
    attempts.resume(priya, id)
    attempts.pause(priya, id, false)
    system.pass(500)
    expect(attempts.commit(priya, id, 1, 'decision', 'ask').entry).toMatchObject({ elapsedMs: 1500 })
    store.close()
  })

  it('keeps of the desk only what the desk has, and so many looks for each scene', () => {
    const { attempts, store } = desk()
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    for (const event of [
      'open-policy/none',
      'anything',
      'report/x',
      'open-policy/identity/x',
      'a'.repeat(200),
    ]) {
      expect(codeOf(() => attempts.commit(priya, id, 1, 'desk', event))).toBe('not-offered')
    }
    for (let seq = 1; seq <= MOST_LOOKS; seq += 1)
      attempts.commit(priya, id, seq, 'desk', 'open-policy/identity')
    const next = MOST_LOOKS + 1
    expect(codeOf(() => attempts.commit(priya, id, next, 'desk', 'report'))).toBe('looked-enough')
    attempts.resume(priya, id)
    expect(codeOf(() => attempts.commit(priya, id, next, 'desk', 'report'))).toBe('looked-enough')
    attempts.commit(priya, id, next, 'decision', 'ask')
    expect(attempts.commit(priya, id, next + 1, 'desk', 'open-policy/identity').entry.seq).toBe(next + 1)
    expect(store.log(id)).toHaveLength(MOST_LOOKS + 2)
    store.close()
  })

  it('goes on at the last committed decision after the program died', () => {
    const before = desk()
    const { id } = before.attempts.start(priya, 'short', 'small', 'assessed')
    before.attempts.commit(priya, id, 1, 'desk', 'open-policy/identity')
    before.attempts.commit(priya, id, 2, 'decision', 'ask')
    const { attempts, store } = before.reopen()
    const view = attempts.resume(priya, id)
    expect(view.log.map((entry) => entry.event)).toEqual(['open-policy/identity', 'ask'])
    expect(attempts.commit(priya, id, 3, 'decision', 'report').ended).toBe(true)
    store.close()
  })

  it('says which contact of the course it is, also when it goes on, and not of practice', () => {
    const { attempts, store } = desk(['first', 'small', 'last'])
    const { id, place } = attempts.start(priya, 'short', 'small', 'assessed')
    expect(place).toEqual({ number: 2, of: 3, drawn: false })
    expect(attempts.resume(priya, id).place).toEqual({ number: 2, of: 3, drawn: false })
    attempts.commit(priya, id, 1, 'decision', 'give')
    expect(attempts.start(priya, 'short', 'small', 'practice').place).toBeNull()
    store.close()
  })

  it('says no place once the course has no such contact any more', () => {
    const modules = ['small', 'last']
    const { attempts, store, library } = desk(modules)
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    library.course('short')!.modules.splice(0, 1)
    expect(attempts.resume(priya, id).place).toBeNull()
    store.close()
  })

  it('refuses what the scene does not offer, and writes nothing', () => {
    const { attempts, store } = desk()
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    expect(codeOf(() => attempts.commit(priya, id, 1, 'decision', 'report'))).toBe('not-offered')
    expect(codeOf(() => attempts.commit(priya, id, 2, 'decision', 'ask'))).toBe('log-out-of-step')
    expect(store.log(id)).toEqual([])
    store.close()
  })

  it('answers a repeated commit with what is there, once', () => {
    const { attempts, store } = desk()
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    const first = attempts.commit(priya, id, 1, 'decision', 'ask')
    expect(attempts.commit(priya, id, 1, 'decision', 'ask')).toEqual(first)
    expect(store.log(id)).toHaveLength(1)
    store.close()
  })

  it('shows an attempt to nobody but its owner', () => {
    const { attempts, store } = desk()
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    const other = { ...priya, id: '00000000-0000-4000-8000-bbbbbbbbbbbb' }
    expect(codeOf(() => attempts.resume(other, id))).toBe('not-found')
    expect(codeOf(() => attempts.commit(other, id, 1, 'decision', 'ask'))).toBe('not-found')
    store.close()
  })

  it('notices that the scenario changed, keeps the old log and starts afresh', () => {
    const { attempts, store, edit } = desk()
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    attempts.commit(priya, id, 1, 'decision', 'ask')
    edit()
    expect(codeOf(() => attempts.resume(priya, id))).toBe('scenario-changed')
    const fresh = attempts.restart(priya, id)
    expect(fresh.log).toEqual([])
    expect(fresh.scenario.version).toBe('1.0.1')
    expect(store.log(id)).toHaveLength(1)
    store.close()
  })

  it('computes the score itself and issues the certificate of a passed round', () => {
    const { attempts, store, library } = desk()
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    attempts.commit(priya, id, 1, 'decision', 'ask')
    attempts.commit(priya, id, 2, 'decision', 'report')
    const [state] = courseStates(priya, store, library)
    expect(state?.modules[0]).toMatchObject({
      state: 'done',
      scorePercent: 100,
      passed: true,
      outcome: 'hit',
    })
    expect(state?.certificate).toMatchObject({
      personName: 'Priya Raman',
      organisation: 'Meridian',
      validUntil: '2026-09-02T23:59:59.000Z',
      scorePercent: 100,
    })
    expect(codeOf(() => attempts.start(priya, 'short', 'small', 'assessed'))).toBe('not-allowed')
    store.close()
  })

  it('gives no certificate after a critical act, and begins a new round', () => {
    const { attempts, store, library } = desk()
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    attempts.commit(priya, id, 1, 'decision', 'give')
    const [failed] = courseStates(priya, store, library)
    expect(failed).toMatchObject({ round: 1, certificate: null, result: { complete: true, passed: false } })
    attempts.start(priya, 'short', 'small', 'assessed')
    const [again] = courseStates(priya, store, library)
    expect(again).toMatchObject({ round: 2, modules: [{ state: 'in-progress' }] })
    store.close()
  })

  it('never counts practice', () => {
    const { attempts, store, library, system } = desk()
    const assessed = attempts.start(priya, 'short', 'small', 'assessed')
    attempts.commit(priya, assessed.id, 1, 'decision', 'give')
    system.pass(1000)
    const { id } = attempts.start(priya, 'short', 'small', 'practice')
    attempts.commit(priya, id, 1, 'decision', 'ask')
    attempts.commit(priya, id, 2, 'decision', 'report')
    const [state] = courseStates(priya, store, library)
    expect(state).toMatchObject({ certificate: null, round: 1, result: { complete: true, passed: false } })
    expect([...store.attempts('')]).toMatchObject([
      { mode: 'practice', scorePercent: 100, truth: 'attack' },
      { mode: 'assessed' },
    ])
    store.close()
  })
})

describe('the minutes that Learn gives', () => {
  it('are the same for each contact, so that they do not tell an attack from a genuine one', () => {
    const { store } = desk()
    const minutes: Readonly<Record<string, number>> = { genuine: 5, attack: 8, another: 7 }
    const course: Course = { ...short, modules: Object.keys(minutes) }
    const library = {
      courses: [course],
      course: () => course,
      scenario: (id: string) => {
        const scenario = { ...attack, id, minutes: minutes[id]! }
        return { ...fromScenario(scenario), ...contentOf(scenario) }
      },
    } as unknown as Library
    const [state] = courseStates(priya, store, library)
    expect(state!.modules.map((module) => module.minutes)).toEqual([7, 7, 7])
  })
})
