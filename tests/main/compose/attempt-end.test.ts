import { afterEach, describe, expect, it } from 'vitest'
import { VERBS } from '../../../src/domain/xapi/vocabulary'
import { whenAttemptsArrive } from '../../../src/main/compose/attempt-end'
import { checkAttempt } from '../../../src/main/evidence/signed-attempt'
import type { Fetch } from '../../../src/main/record-store/http'
import type { Database } from '../../../src/main/store/libsql'
import { installation, type Installation } from '../record-store/installation'

const open: Installation[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

const answering: Fetch = (url) =>
  Promise.resolve(
    url.endsWith('/about')
      ? Response.json({ version: ['1.0.3'] })
      : Response.json({ statements: [], more: '' }),
  )

/** Makes an installation that reports to a record store. */
async function connected(): Promise<Installation> {
  const one = installation({ fetch: answering })
  open.push(one)
  await one.connect('https://lrs.example.org/xapi')
  return one
}

const standing = ({ db }: Installation) =>
  db
    .prepare('SELECT status, modules_done, last_activity, credential_id FROM standings')
    .get<Record<string, unknown>>()

/** Returns the verbs of the waiting statements, with their subjects. */
const waiting = ({ db }: Installation) =>
  db
    .prepare('SELECT body FROM outbox ORDER BY id')
    .all<{ body: string }>()
    .map(({ body }) => {
      const { verb, object } = JSON.parse(body) as { verb: { id: string }; object: { id: string } }
      const name = Object.entries(VERBS).find(([, { id }]) => id === verb.id)?.[0]
      return `${name} ${object.id.split('/').at(-2)}`
    })

const certificates = ({ db }: Installation) => db.prepare('SELECT id FROM credentials').all<{ id: string }>()

describe('the end of an attempt', () => {
  it('leaves a signed and sealed attempt, its statements, and a standing that counts it', async () => {
    const one = await connected()
    const id = one.play(1, 'one')
    expect(checkAttempt(one.db, one.seals, id)).toMatchObject({ integrity: 'whole' })
    expect(waiting(one)).toEqual(['initialized scenarios', 'completed scenarios', 'passed scenarios'])
    expect(standing(one)).toMatchObject({ status: 'in-progress', modules_done: 1, credential_id: null })
    expect(certificates(one)).toEqual([])
  })

  it('gives the certificate of a round that it passes, which the standing and the record store name', async () => {
    const one = await connected()
    const first = one.play(1, 'one')
    const last = one.play(1, 'two')
    const [certificate] = certificates(one)
    expect(standing(one)).toMatchObject({
      status: 'complete',
      modules_done: 2,
      credential_id: certificate!.id,
    })
    expect(waiting(one).slice(3).sort()).toEqual([
      'completed scenarios',
      'earned certificates',
      'initialized scenarios',
      'passed courses',
      'passed scenarios',
    ])
    // Nothing that is written later changes the sealed columns.
    for (const id of [first, last]) {
      expect(checkAttempt(one.db, one.seals, id)).toMatchObject({ integrity: 'whole' })
    }
  })

  it('says of a round that failed that it failed, and gives no certificate', async () => {
    const one = await connected()
    one.play(1, 'one', 'give')
    one.play(1, 'two')
    expect(standing(one)).toMatchObject({ status: 'failed', credential_id: null })
    expect(waiting(one)).toContain('failed courses')
    expect(certificates(one)).toEqual([])
  })

  it('is the same for a contact that was left', async () => {
    const one = await connected()
    const who = one.person(1)
    const { id } = one.attempts.start(who, 'short', 'one', 'assessed')
    one.attempts.leave(who, id)
    expect(checkAttempt(one.db, one.seals, id)).toMatchObject({ integrity: 'whole' })
    expect(waiting(one)).toContain('failed scenarios')
    expect(standing(one)).toMatchObject({ status: 'in-progress', modules_done: 1 })
  })

  it('counts practice towards nothing, and signs and reports it all the same', async () => {
    const one = await connected()
    one.play(1, 'one')
    const before = standing(one)
    const id = one.play(1, 'one', 'report', 'practice')
    expect(checkAttempt(one.db, one.seals, id)).toMatchObject({ integrity: 'whole' })
    expect(waiting(one).slice(3)).toEqual(['initialized scenarios', 'attempted scenarios'])
    const after = standing(one)
    expect(after).toMatchObject({ status: 'in-progress', modules_done: 1 })
    expect(after!['last_activity']).not.toBe(before!['last_activity'])
  })

  it.each([
    ['the certificate', 'BEFORE INSERT ON credentials'],
    ['the standing', 'BEFORE UPDATE ON standings'],
    ['the seal', 'BEFORE UPDATE OF seal ON attempts'],
  ])('is all there or not at all: %s can’t be written', async (_what, when) => {
    const one = await connected()
    one.play(1, 'one')
    const before = { waiting: waiting(one), standing: standing(one) }
    const who = one.person(1)
    const { id } = one.attempts.start(who, 'short', 'two', 'assessed')
    one.db.exec(`CREATE TRIGGER no_room ${when} BEGIN SELECT RAISE(ABORT, 'no room'); END`)
    expect(() => one.attempts.commit(who, id, 1, 'decision', 'report')).toThrow('no room')
    expect(one.store.attempt(id)!.endedAt).toBeNull()
    expect(one.store.log(id)).toEqual([])
    expect(waiting(one)).toEqual(before.waiting)
    expect(standing(one)).toMatchObject({ status: 'in-progress', modules_done: 1, credential_id: null })
    expect(certificates(one)).toEqual([])
    // The attempt goes on; when there is room again, the same decision ends it.
    one.db.exec('DROP TRIGGER no_room')
    expect(one.attempts.commit(who, id, 1, 'decision', 'report')).toMatchObject({ ended: true })
    expect(standing(one)).toMatchObject({ status: 'complete' })
    expect(certificates(one)).toHaveLength(1)
  })
})

/** Copies rows of one database unchanged into another. */
function carry(from: Database, to: Database, table: string): void {
  for (const row of from.prepare(`SELECT * FROM ${table}`).all<Record<string, unknown>>()) {
    const names = Object.keys(row)
    to.prepare(
      `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ).run(...Object.values(row))
  }
}

describe('attempts that ended on another computer', () => {
  it('bring their statements, the certificate and the standing, and stay signed as they were', async () => {
    const device = installation()
    open.push(device)
    const ids = [device.play(1, 'one'), device.play(1, 'two')]
    const hr = await connected()
    for (const table of ['people', 'scenarios', 'attempts', 'decisions']) carry(device.db, hr.db, table)
    const { issuer, recordStore, standings } = hr
    const arrived = whenAttemptsArrive({ issuer, recordStore, standings })
    hr.db.transaction(() => arrived(device.person(1).id, 'short', ids))()
    const [certificate] = certificates(hr)
    expect(certificate!.id).not.toBe(certificates(device)[0]!.id)
    expect(standing(hr)).toMatchObject({ status: 'complete', credential_id: certificate!.id })
    expect(waiting(hr).filter((what) => what.startsWith('passed'))).toEqual([
      'passed scenarios',
      'passed scenarios',
      'passed courses',
    ])
    expect(waiting(hr)).toContain('earned certificates')
    for (const id of ids) expect(checkAttempt(hr.db, hr.seals, id)).toMatchObject({ integrity: 'whole' })
  })
})
