/** Makes an installation with its records, in which attempts are really played, and which sends to a record store. */
import type { Course } from '../../../src/domain/course'
import type { Scenario } from '../../../src/domain/scenario/schema'
import { signingKeyFrom } from '../../../src/main/keys/signing-key'
import { Attempts } from '../../../src/main/learn/attempts'
import { contentOf, fromScenario, type Library } from '../../../src/main/library/library'
import type { Fetch } from '../../../src/main/record-store/http'
import { RecordStore } from '../../../src/main/record-store/record-store'
import { LIMITS, type SenderLimits } from '../../../src/main/record-store/sender'
import { StatementSource } from '../../../src/main/record-store/source'
import { OrganisationStore } from '../../../src/main/people/organisation'
import { openDatabase } from '../../../src/main/store/database'
import { attemptIntegrity, Seals } from '../../../src/main/evidence/seal'
import { whenAttemptEnds } from '../../../src/main/compose/attempt-end'
import { Standings } from '../../../src/main/learn/standings'
import { LocalRecords, type Person } from '../../../src/main/store/records'
import { assess, ending, raise, reply, scenarioOf, scene } from '../../domain/helpers'
import { keychain, KEY, NOW, testSystem, temporaryFolder } from '../helpers'
import { issuerOn } from '../issuer'

const small = (id: string): Scenario => ({
  ...scenarioOf(
    {
      start: scene({
        on: {
          report: { meta: { tool: 'report' }, target: 'reported', actions: [assess(2, 2, 'reporting')] },
          refuse: reply('No.', { target: 'refused', actions: [assess(2, 2, 'reporting')] }),
          give: reply('Here it is.', { target: 'lost', actions: [assess(0, 2), raise('leaked')] }),
        },
      }),
      reported: ending('reported'),
      refused: ending('refused'),
      lost: ending('complied'),
    },
    { critical: ['leaked'] },
  ),
  id,
  title: { en: `Scenario ${id}`, fr: `Scénario ${id}` },
})

export const course: Course = {
  format: 3,
  id: 'short',
  version: '1.2.0',
  title: { en: 'Short', fr: 'Courte' },
  summary: { en: 'Two contacts.' },
  modules: ['one', 'two'],
  rule: { kind: 'fixed', hitRate: 1, falseAlarmRate: 0, reportShare: 0.5 },
  rounds: { most: 100, days: 30 },
  certificate: { title: { en: 'Short course', fr: 'Formation courte' }, validMonths: 6 },
}
export const library = {
  courses: [course],
  refusals: [],
  course: (id: string) => (id === course.id ? course : undefined),
  scenario: (id: string) => ({ ...fromScenario(small(id)), ...contentOf(small(id)) }),
} as unknown as Library

export const ADMINISTRATOR = '00000000-0000-4000-8000-aaaaaaaaaaaa'
const person = (number: number): Person => ({
  id: `00000000-0000-4000-8000-bbbb${String(number).padStart(8, '0')}`,
  name: `Person ${number}`,
  number: `IND-${number}`,
  role: 'trainee',
})

interface Timer {
  readonly call: () => void
  readonly ms: number
}

/**
 * Uses small batches. The time limit of an answer is that of the program, because a busy machine would otherwise make a
 * delivery late and have it sent twice in an unrelated test.
 */
export const SMALL_BATCHES: SenderLimits = { ...LIMITS, count: 10 }

export function installation(options: { fetch?: Fetch; limits?: SenderLimits; folder?: string } = {}) {
  const folder = options.folder ?? temporaryFolder()
  const system = testSystem()
  const { db } = openDatabase(folder, KEY, NOW)
  const store = new LocalRecords(db)
  const organisation = new OrganisationStore(db)
  const seals = new Seals('cd'.repeat(32), '2020-01-01T00:00:00.000Z')
  let timer: Timer | undefined
  const waits: number[] = []
  const reports: unknown[] = []
  const recordStore = new RecordStore({
    db,
    source: new StatementSource(db, (id) => library.course(id)),
    organisation,
    folder,
    isAltered: (id) => attemptIntegrity(db, seals, id) === 'altered',
    keychain,
    fetch: options.fetch ?? (globalThis.fetch as unknown as Fetch),
    clock: {
      now: system.now,
      random: () => 1,
      later: (call, ms) => {
        const own = { call, ms }
        timer = own
        waits.push(ms)
        return () => {
          if (timer === own) timer = undefined
        }
      },
    },
    report: (error) => reports.push(error),
    limits: options.limits ?? SMALL_BATCHES,
  })
  // Each installation has ids of its own.
  const unique = {
    ...system,
    uuid: () => crypto.randomUUID(),
    randomBytes: (n: number) => crypto.getRandomValues(new Uint8Array(n)),
  }
  const standings = new Standings(db, library)
  const { issuer, credentials } = issuerOn({ db, store, library, system: unique }, (who, of, ids) => {
    standings.refresh(who, of)
    for (const id of ids) recordStore.noteCertificate(id, who)
  })
  const attempts = new Attempts(
    store,
    library,
    unique,
    () => 'Meridian',
    () => 'en',
    whenAttemptEnds({
      db,
      store,
      organisation,
      evidence: { seals: () => seals, deviceKey: () => signingKeyFrom(new Uint8Array(32).fill(7), true) },
      issuer,
      recordStore,
      standings,
    }),
  )
  return {
    db,
    store,
    recordStore,
    issuer,
    credentials,
    standings,
    attempts,
    seals,
    organisation,
    system,
    folder,
    waits,
    reports,
    person: (number: number): Person => {
      const one = person(number)
      if (!store.personByNumber(one.number)) store.addPerson(one, NOW.toISOString())
      return one
    },
    play(
      number: number,
      scenario: 'one' | 'two',
      event: 'report' | 'refuse' | 'give' = 'report',
      mode: 'assessed' | 'practice' = 'assessed',
    ) {
      const who = this.person(number)
      const { id } = attempts.start(who, 'short', scenario, mode)
      system.pass(5000)
      attempts.commit(who, id, 1, 'decision', event)
      return id
    },
    connect: (address: string, earlier = false) =>
      recordStore.connect({ address, key: 'key', secret: 'secret', homePage: '' }, earlier, ADMINISTRATOR),
    /** Returns the ids of all statements that were ever queued. */
    queued: () =>
      (db.prepare('SELECT statement_id AS id FROM outbox ORDER BY outbox.id').all() as { id: string }[]).map(
        ({ id }) => id,
      ),
    pending: () => timer?.ms,
    /** Moves the clock on until the sender's timer fires, and waits for the result. */
    async tick(): Promise<void> {
      const due = timer
      if (!due) return
      timer = undefined
      system.pass(due.ms)
      due.call()
      while (recordStore.state().sender.phase === 'sending')
        await new Promise((resolve) => setTimeout(resolve, 5))
      await new Promise((resolve) => setTimeout(resolve, 1))
    },
    /** Continues until nothing waits any more. */
    async drain(tries = 50): Promise<void> {
      for (let i = 0; i < tries && this.pending() !== undefined; i += 1) await this.tick()
    },
    async close(): Promise<void> {
      await recordStore.stop()
      store.close()
    },
  }
}
export type Installation = ReturnType<typeof installation>
