import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Course } from '../../src/domain/course'
import type { Scenario } from '../../src/domain/scenario/schema'
import { openSigningKey } from '../../src/main/keys/signing-key'
import { Attempts } from '../../src/main/learn/attempts'
import { noteLeft } from '../../src/main/learn/note-left'
import { Exchange } from '../../src/main/exchange/exchange'
import { openExchangeKey } from '../../src/main/exchange/sealed-box'
import { Library } from '../../src/main/library/library'
import { OrganisationStore } from '../../src/main/people/organisation'
import { openDatabase } from '../../src/main/store/database'
import { beganSealing, openSealSecret, Seals } from '../../src/main/evidence/seal'
import { signAndSeal } from '../../src/main/evidence/signed-attempt'
import { PersonRecords } from '../../src/main/store/person-records'
import { Standings } from '../../src/main/learn/standings'
import { LocalRecords, type Person } from '../../src/main/store/records'
import { assess, ending, raise, reply, scenarioOf, scene } from '../domain/helpers'
import { KEY, keychain, NOW, testSystem, temporaryFolder } from './helpers'
import { issuerOn } from './issuer'

const small: Scenario = scenarioOf(
  {
    start: scene(
      {
        on: {
          ask: reply('Who are you?', { target: 'pressed', actions: [assess(1, 1)] }),
          stop: { meta: { tool: 'report' }, target: 'reported', actions: [assess(1, 2)] },
          give: reply('Here it is.', { target: 'lost', actions: [assess(0, 1), raise('leaked')] }),
        },
      },
      ['hurry'],
    ),
    pressed: scene({
      on: {
        report: { meta: { tool: 'report' }, target: 'reported', actions: [assess(2, 2, 'reporting')] },
      },
    }),
    reported: ending('reported'),
    lost: ending('complied'),
  },
  { critical: ['leaked'] },
)
export const attack: Scenario = {
  ...small,
  desk: { policies: [{ id: 'identity', title: { en: 'Who is calling' }, text: { en: 'Ask first.' } }] },
}

export const course: Course = {
  format: 3,
  id: 'short',
  version: '1.2.0',
  title: { en: 'Short' },
  summary: { en: 'One contact.' },
  modules: ['small'],
  practice: ['drill'],
  rule: { kind: 'fixed', hitRate: 1, falseAlarmRate: 0, reportShare: 0 },
  rounds: { most: 100, days: 30 },
  certificate: { title: { en: 'Short course' }, validMonths: 6 },
}

export const priya: Person = {
  id: '00000000-0000-4000-8000-aaaaaaaaaaaa',
  name: 'Priya Raman',
  number: 'IND-2041',
  role: 'trainee',
}

/** Makes a folder of one course with one scenario, like the shipped one. */
function shippedFolder(course: Course): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'courses'))
  writeFileSync(join(folder, 'small.scenario.json'), JSON.stringify(attack))
  const drill = { ...attack, id: 'drill', machine: { ...attack.machine, id: 'drill' } }
  writeFileSync(join(folder, 'drill.scenario.json'), JSON.stringify(drill))
  writeFileSync(join(folder, 'courses', 'short.course.json'), JSON.stringify(course))
  return folder
}

/** Makes an installation with a real database and real keys, composed as in a real start. */
export function installation(person: Person = priya, system = testSystem(), shipped = course) {
  const folder = temporaryFolder()
  const { db } = openDatabase(folder, KEY, NOW)
  const store = new LocalRecords(db)
  const organisation = new OrganisationStore(db)
  const library = new Library(shippedFolder(shipped))
  const seals = new Seals(openSealSecret(folder, keychain), beganSealing(db, NOW.toISOString()))
  const deviceKey = openSigningKey(folder, 'device', keychain)
  const certificates = issuerOn({ db, store, library, system, organisation })
  const attempts = new Attempts(
    store,
    library,
    system,
    () => organisation.name() ?? '',
    () => 'en',
    [
      signAndSeal(
        db,
        () => seals,
        () => deviceKey,
      ),
      certificates.issuer.afterEnd,
      noteLeft({ store, organisation }),
    ],
  )
  store.addPerson(person, NOW.toISOString(), 'Meridian')
  const standings = new Standings(db, library)
  const trusted: string[] = []
  const exchange = new Exchange({
    db,
    dataFolder: folder,
    library,
    organisationStore: organisation,
    seals: () => seals,
    deviceKey: () => deviceKey,
    issuerKey: () => openSigningKey(folder, 'issuer', keychain),
    exchangeKey: () => openExchangeKey(folder, keychain),
    organisations: () => [openSigningKey(folder, 'issuer', keychain).did],
    trustIssuer: (did) => void trusted.push(did),
    now: () => system.now().toISOString(),
    wasErased: (number, endedAt) => new PersonRecords(db, KEY).wasErased(number, endedAt),
    afterImport: (personId, courseId) => standings.refresh(personId, courseId),
    coursesChanged: () => standings.takeCourses(library),
  })
  return {
    exchange,
    trusted,
    folder,
    db,
    store,
    organisation,
    library,
    seals,
    deviceKey,
    attempts,
    system,
    close: () => db.close(),
  }
}

export type Installation = ReturnType<typeof installation>

/**
 * Plays the only scenario to its good or its bad end.
 * @returns the attempt's id
 */
export function finish(
  { attempts, system }: Installation,
  person: Person,
  { good = true, mode = 'assessed' as 'assessed' | 'practice' } = {},
): string {
  const { id } = attempts.start(person, 'short', mode === 'practice' ? 'drill' : 'small', mode)
  system.pass(3000)
  if (!good) {
    attempts.commit(person, id, 1, 'decision', 'give')
    return id
  }
  attempts.commit(person, id, 1, 'decision', 'ask')
  system.pass(2000)
  attempts.commit(person, id, 2, 'desk', 'open-policy/identity')
  attempts.commit(person, id, 3, 'decision', 'report')
  return id
}
