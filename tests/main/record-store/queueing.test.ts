/** Checks which statements are queued, in whatever order attempts come and whatever can't be read. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { sealRow } from '../../../src/main/evidence/seal'
import { namingFrom } from '../../../src/main/record-store/naming'
import { StatementSource } from '../../../src/main/record-store/source'
import { whenAttemptsArrive } from '../../../src/main/compose/attempt-end'
import type { Fetch } from '../../../src/main/record-store/http'
import { ADMINISTRATOR, installation, library, type Installation } from './installation'

const open: Installation[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

/** Takes whatever comes. */
const good: Fetch = (_url, init) =>
  Promise.resolve(Response.json((JSON.parse(init.body ?? '[]') as { id: string }[]).map(({ id }) => id)))

function make(): Installation {
  const one = installation({ fetch: good })
  open.push(one)
  return one
}

const ofAttempts = ({ db }: Installation) =>
  db
    .prepare('SELECT statement_id AS id FROM outbox WHERE attempt_id IS NOT NULL ORDER BY statement_id')
    .all<{ id: string }>()
    .map(({ id }) => id)

/** Returns the ids of the statements that an export of all attempts has. */
function exported({ db, recordStore }: Installation): string[] {
  const source = new StatementSource(db, (id) => library.course(id))
  const naming = namingFrom(recordStore.naming())
  return [...source.attempts('1 = 1', [])]
    .flatMap((attempt) => source.statementsOfAttempt(attempt, naming))
    .map((one) => ('id' in one ? one.id : one.unreadable))
    .sort()
}

const ROUND = ['http://adlnet.gov/expapi/verbs/passed', 'http://adlnet.gov/expapi/verbs/failed']
const rounds = ({ db }: Installation) =>
  db
    .prepare("SELECT body FROM outbox WHERE body <> '' ORDER BY id")
    .all<{ body: string }>()
    .map(({ body }) => JSON.parse(body) as { verb: { id: string }; object: { id: string } })
    .filter(({ verb, object }) => ROUND.includes(verb.id) && object.id.includes('/courses/'))
    .map(({ verb }) => verb.id.split('/').pop())

/** Has attempts come in these bundles, one after another, as if none of them had been here. */
function arrive(one: Installation, bundles: readonly (readonly string[])[]): void {
  const { db } = one
  const ends = new Map(bundles.flat().map((id) => [id, one.store.attempt(id)!.endedAt] as const))
  const end = db.prepare('UPDATE attempts SET ended_at = ? WHERE id = ?')
  for (const id of ends.keys()) end.run(null, id)
  const arrived = whenAttemptsArrive(one)
  const { id: person } = one.store.personByNumber('IND-1')!
  for (const bundle of bundles) {
    for (const id of bundle) end.run(ends.get(id)!, id)
    if (bundle.length > 0) arrived(person, 'short', bundle)
  }
}

/** Changes columns of an attempt as if they had been so when it was sealed. */
function rewrite(
  { db, seals }: Installation,
  id: string,
  columns: Readonly<Record<string, string | number | null>>,
) {
  const names = Object.keys(columns).map((name) => `${name} = ?`)
  db.prepare(`UPDATE attempts SET ${names.join(', ')} WHERE id = ?`).run(...Object.values(columns), id)
  sealRow(db, seals, id)
}

describe('the statement of a round', () => {
  it('is queued once, by whichever bundle completes the round, in every order of bundles', async () => {
    const one = make()
    const played = [
      one.play(1, 'one', 'give'),
      one.play(1, 'two'),
      one.play(1, 'one'),
      one.play(1, 'two'),
    ] as const
    await one.connect('https://lrs.example.org/xapi')
    const wanted = exported(one)
    expect(wanted).toHaveLength(4 * 3 + 2)
    const order = fc.shuffledSubarray([...played], { minLength: played.length })
    const cuts = fc.array(fc.integer({ min: 0, max: played.length }), { maxLength: 3 })
    fc.assert(
      fc.property(order, cuts, (ids, places) => {
        one.db.exec('DELETE FROM outbox')
        const ends = [...places.sort((a, b) => a - b), ids.length]
        arrive(
          one,
          ends.map((to, i) => ids.slice(ends[i - 1] ?? 0, to)),
        )
        expect(ofAttempts(one)).toEqual(wanted)
        expect(rounds(one).sort()).toEqual(['failed', 'passed'])
      }),
      { numRuns: 30 },
    )
    expect(one.recordStore.state().refused).toBe(0)
  })

  it('is queued when somebody completes the round here after contacts that a clock ahead of ours dated', async () => {
    const one = make()
    await one.connect('https://lrs.example.org/xapi')
    const ahead = one.play(1, 'one')
    rewrite(one, ahead, { ended_at: '2036-01-01T00:00:00.000Z' })
    one.play(1, 'two')
    expect(rounds(one)).toEqual(['passed'])
    expect(ofAttempts(one)).toEqual(exported(one))
  })

  it('stays one when a contact that came late counts in place of another', async () => {
    const one = make()
    const first = one.play(1, 'one')
    const last = one.play(1, 'two')
    const late = one.play(1, 'one', 'give', 'practice')
    await one.connect('https://lrs.example.org/xapi')
    arrive(one, [[last], [first]])
    expect(rounds(one)).toEqual(['passed'])
    // On another computer the same contact had been begun earlier, and ended later and otherwise.
    rewrite(one, late, { mode: 'assessed', round: 1, started_at: '2020-01-01T00:00:00.000Z' })
    arrive(one, [[late]])
    expect(rounds(one)).toEqual(['passed'])
    expect(one.recordStore.state()).toMatchObject({ waiting: 3 * 3 + 1, refused: 0 })
  })

  it('is queued when what completed the round could not be written at first', async () => {
    const one = make()
    const first = one.play(1, 'one')
    const last = one.play(1, 'two')
    await one.connect('https://lrs.example.org/xapi')
    const wanted = exported(one)
    const { ended_at: ended, competencies } = one.db
      .prepare('SELECT ended_at, competencies FROM attempts WHERE id = ?')
      .get<{ ended_at: string; competencies: string }>(first)!
    rewrite(one, first, { ended_at: null })
    arrive(one, [[last]])
    expect(rounds(one)).toEqual([])
    rewrite(one, first, { ended_at: ended, competencies: '{' })
    one.recordStore.noteAttempts([first], one.store.personByNumber('IND-1')!.id)
    expect(one.recordStore.state().refused).toBe(1)
    rewrite(one, first, { competencies })
    one.recordStore.retry('all')
    expect(one.recordStore.state().refused).toBe(0)
    expect(ofAttempts(one)).toEqual(wanted)
  })
})

describe('what can’t be read', () => {
  const scenarioOf = ({ db }: Installation, attempt: string) =>
    db.prepare('SELECT scenario_hash AS hash FROM attempts WHERE id = ?').get<{ hash: string }>(attempt)!.hash

  /** Makes the scenario of an attempt unreadable, for an installation that has not read it yet. */
  const spoil = (one: Installation, attempt: string) =>
    one.db.prepare("UPDATE scenarios SET content = '{' WHERE hash = ?").run(scenarioOf(one, attempt))

  it('is set aside with its reason among the earlier records, and the others go', async () => {
    const one = make()
    const unreadable = one.play(1, 'one')
    one.play(1, 'two')
    one.play(2, 'two')
    const certificates = one.db.prepare('SELECT id FROM credentials').all<{ id: string }>()
    spoil(one, unreadable)
    one.db.prepare("UPDATE credentials SET payload = '{'").run()
    await one.connect('https://lrs.example.org/xapi', true)
    await one.drain()
    expect(one.recordStore.state()).toMatchObject({
      waiting: 0,
      refused: 1 + certificates.length,
      earlier: null,
      sender: { phase: 'idle', problem: null },
    })
    expect(certificates).toHaveLength(1)
    expect(
      one
        .queued()
        .filter((id) => id.startsWith('unwritten'))
        .sort(),
    ).toEqual([`unwritten-${unreadable}`, `unwritten-${certificates[0]!.id}`].sort())
    expect(
      one.recordStore
        .refused(0, 9)
        .map(({ reason }) => reason)
        .join(),
    ).toContain('can’t be read')
  })

  it('is set aside when names change, also when it had been before, and the others go', async () => {
    const first = make()
    await first.connect('https://lrs.example.org/xapi')
    const unreadable = first.play(1, 'one')
    first.play(2, 'two')
    spoil(first, unreadable)
    first.organisation.change({ privacy: 'pseudonymous' }, first.system.now().toISOString(), null)
    const folder = first.folder
    await first.close()
    open.splice(0)
    const one = installation({ fetch: good, folder })
    open.push(one)
    for (const homePage of ['https://meridian.example', 'https://meridian.example/other']) {
      one.recordStore.connect(
        { address: 'https://lrs.example.org/xapi', key: 'key', homePage },
        false,
        ADMINISTRATOR,
      )
      await one.drain()
      expect(one.recordStore.state()).toMatchObject({
        waiting: 0,
        refused: 1,
        sender: { phase: 'idle', problem: null },
      })
      expect(one.queued()).toContain(`unwritten-${unreadable}`)
    }
    expect(one.queued()).toHaveLength(4)
  })
})
