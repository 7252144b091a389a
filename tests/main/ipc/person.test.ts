import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { personHandlers, type PersonNeeds } from '../../../src/main/ipc/person'
import type { PersonView } from '../../../src/bridge'
import { openDatabase } from '../../../src/main/store/database'
import { OrganisationStore } from '../../../src/main/people/organisation'
import { PersonRecords } from '../../../src/main/store/person-records'
import { LocalRecords, type Person } from '../../../src/main/store/records'
import { PersonalDataAccess } from '../../../src/main/people/personal-data-access'
import { contentOf } from '../../../src/main/library/library'
import { assess, ending, reply, scenarioOf, scene } from '../../domain/helpers'
import { Refused } from '../../../src/main/refused'
import { Seals } from '../../../src/main/evidence/seal'
import { KEY, NOW, testSystem, temporaryFolder } from '../helpers'

const chosen = { path: '' }

const AT = NOW.toISOString()
const person = (last: string, role: Person['role'], name: string): Person => ({
  id: `00000000-0000-4000-8000-00000000000${last}`,
  name,
  number: `N-${last}`,
  role,
})
const ines = person('1', 'hr', 'Ines Duarte')
const priya = person('2', 'trainee', 'Priya Raman')
const boss = person('3', 'administrator', 'Ana Silva')
const ATTEMPT = '00000000-0000-4000-8000-0000000000aa'

const scenario = scenarioOf({
  start: scene({ on: { report: reply('I report this.', { target: 'done', actions: [assess(1, 1)] }) } }),
  done: ending('reported'),
})

function setUp() {
  const folder = temporaryFolder()
  const { db } = openDatabase(folder, KEY, NOW)
  const store = new LocalRecords(db)
  const organisation = new OrganisationStore(db)
  for (const one of [ines, priya, boss]) store.addPerson(one, AT, 'Meridian')
  const copy = contentOf(scenario)
  store.startAttempt(
    {
      id: ATTEMPT,
      personId: priya.id,
      course: 'short',
      round: 1,
      mode: 'assessed',
      scenario: scenario.id,
      scenarioHash: copy.hash,
      truth: 'attack',
      channel: 'chat',
      locale: 'en',
      seed: null,
      roundSeed: null,
      startedAt: AT,
      endedAt: null,
      setAsideAt: null,
    },
    { ...copy, id: scenario.id, version: scenario.version },
  )
  store.appendDecision(ATTEMPT, { seq: 1, kind: 'decision', event: 'report', at: AT, elapsedMs: 900 })
  const personRecords = new PersonRecords(db, KEY)
  const services = {
    db,
    store,
    organisation,
    personalDataAccess: new PersonalDataAccess({
      store,
      personRecords,
      organisation,
      earlier: { state: () => null },
    }),
    system: testSystem(),
    dialogs: {
      save: () =>
        chosen.path === '' ? Promise.reject(new Refused('cancelled', '')) : Promise.resolve(chosen.path),
    },
    library: {
      course: () => undefined,
      scenario: (file: string) => ({ kind: 'scenario', file, message: '' }),
    },
    seals: () => new Seals('cd'.repeat(32), AT),
  } as unknown as PersonNeeds
  return { folder, db, store, organisation, handlers: personHandlers(services) }
}

describe('replaying an attempt for HR', () => {
  it('gives the log with the scenario as it was played, although the file is no longer there', () => {
    const { handlers } = setUp()
    const shown = handlers['person.replay']({ attempt: ATTEMPT }, { person: ines })
    expect(shown).toMatchObject({
      personName: 'Priya Raman',
      attempt: { trainee: 'Priya', mode: 'assessed' },
    })
    expect(shown).toHaveProperty('attempt.log.0.event', 'report')
    expect(shown).toHaveProperty('attempt.scenario.id', scenario.id)
  })

  it('shows no answers in pseudonymous mode', () => {
    const { handlers, organisation } = setUp()
    organisation.change({ privacy: 'pseudonymous' }, AT, boss.id)
    expect(() => handlers['person.replay']({ attempt: ATTEMPT }, { person: ines })).toThrow(/pseudonymous/)
  })
})

describe('the page of one person', () => {
  const finish = (db: ReturnType<typeof setUp>['db']) =>
    db.exec(`
      UPDATE attempts SET ended_at = '${AT}', disposition = 'reported', outcome = 'hit', earned = 1, possible = 1,
        passed = 1, critical = '[]' WHERE id = '${ATTEMPT}';
      UPDATE standings SET status = 'failed', modules = 1, modules_done = 1, score = 40`)

  it('says where they stand and what they did', () => {
    const { handlers, db } = setUp()
    finish(db)
    const page = handlers['person.view']({ person: priya.id }, { person: ines })
    expect(page).toMatchObject({
      name: 'Priya Raman',
      attemptsInAll: 1,
      standings: [{ course: 'short', status: 'failed', modulesDone: 1, result: { scorePercent: 40 } }],
      attempts: [{ id: ATTEMPT, scorePercent: 100, outcome: 'hit' }],
      detection: { attacks: 1, hits: 1 },
    })
  })

  it('names an attempt whose score was written without a seal', () => {
    const { handlers, db } = setUp()
    finish(db)
    const page = handlers['person.view']({ person: priya.id }, { person: ines })
    expect(page).toHaveProperty('attempts.0.integrity', 'altered')
    db.exec(`UPDATE attempts SET critical = 'no JSON' WHERE id = '${ATTEMPT}'`)
    expect(handlers['person.view']({ person: priya.id }, { person: ines })).toHaveProperty(
      'attempts.0.critical',
      [],
    )
  })

  it('tells in pseudonymous mode what is done and due, and nothing of how', () => {
    const { handlers, db, organisation } = setUp()
    finish(db)
    organisation.change({ privacy: 'pseudonymous' }, AT, boss.id)
    const page = handlers['person.view']({ person: priya.id }, { person: ines })
    expect(page).toMatchObject({ attempts: null, detection: null, standings: [{ result: null }] })
    expect(JSON.stringify({ ...page, id: '' })).not.toMatch(/failed|40|hit|reported/)
  })

  it('lets the certificates of others be opened in named mode, one’s own always', () => {
    const { handlers, organisation } = setUp()
    const opens = (of: Person, by: Person) =>
      (handlers['person.view']({ person: of.id }, { person: by }) as PersonView).certificatesOpen
    expect([opens(priya, ines), opens(ines, ines)]).toEqual([true, true])
    organisation.change({ privacy: 'pseudonymous' }, AT, boss.id)
    expect([opens(priya, ines), opens(ines, ines)]).toEqual([false, true])
  })

  it('is not there for nobody', () => {
    const { handlers } = setUp()
    expect(() => handlers['person.view']({ person: ATTEMPT }, { person: ines })).toThrow(/no such person/)
  })
})

describe('the file of one person', () => {
  it('is written whole, for HR and for the person', async () => {
    const { handlers, folder } = setUp()
    for (const caller of [ines, priya]) {
      chosen.path = join(folder, `${caller.number}.json`)
      await handlers['person.saveFile']({ person: priya.id }, { person: caller })
      expect(JSON.parse(readFileSync(chosen.path, 'utf8'))).toHaveProperty('person.name', 'Priya Raman')
    }
  })

  it('is not for colleagues, and in pseudonymous mode not for HR', async () => {
    const { handlers, organisation } = setUp()
    await expect(handlers['person.saveFile']({ person: ines.id }, { person: priya })).rejects.toThrow(/own/)
    organisation.change({ privacy: 'pseudonymous' }, AT, boss.id)
    await expect(handlers['person.saveFile']({ person: priya.id }, { person: ines })).rejects.toThrow(/own/)
  })

  it('is not noted as saved when nobody chose where', async () => {
    const { handlers, db } = setUp()
    chosen.path = ''
    await expect(handlers['person.saveFile']({ person: priya.id }, { person: priya })).rejects.toThrow()
    expect(db.prepare("SELECT count(*) AS n FROM audit WHERE act = 'person-exported'").get()).toMatchObject({
      n: 0,
    })
  })
})

describe('erasing', () => {
  it('removes the person', () => {
    const { handlers, store } = setUp()
    expect(
      handlers['person.erase']({ person: priya.id, number: priya.number }, { person: ines }),
    ).toMatchObject({ attempts: 1 })
    expect(store.person(priya.id)).toBeUndefined()
  })

  it('erases neither oneself nor, as HR, an administrator', () => {
    const { handlers, store } = setUp()
    expect(() =>
      handlers['person.erase']({ person: ines.id, number: ines.number }, { person: ines }),
    ).toThrow(/themselves/)
    expect(() =>
      handlers['person.erase']({ person: boss.id, number: boss.number }, { person: ines }),
    ).toThrow(/administrator/)
    expect(() => handlers['person.erase']({ person: boss.id, number: 'X' }, { person: ines })).toThrow(
      /another employee number/,
    )
    expect(store.person(boss.id)).toBeDefined()
  })
})
