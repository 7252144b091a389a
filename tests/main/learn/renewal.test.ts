/** Plays a course again when its certificate ends, was revoked, or when the attempts behind it were deleted. */
import { afterEach, expect, it } from 'vitest'
import { statusAt } from '../../../src/domain/records'
import { courseStates } from '../../../src/main/learn/courses'
import { Standings } from '../../../src/main/learn/standings'
import { course, installation, priya } from '../installation'
import { issuerOn } from '../issuer'

const DAY_MS = 86_400_000

interface Row {
  readonly status: 'open' | 'in-progress' | 'failed' | 'complete'
  readonly round: number
  readonly due_at: string | null
  readonly valid_until: string | null
  readonly revoked_at: string | null
}

const issuers: { signWaiting(): Promise<void> }[] = []
// Signing goes on after an attempt has ended.
afterEach(async () => {
  for (const issuer of issuers.splice(0)) await issuer.signWaiting()
})

function desk(shipped = course) {
  const one = installation(priya, undefined, shipped)
  const { attempts, db, system, store, library } = one
  const standings = new Standings(db, library)
  const { issuer, credentials } = issuerOn(one, (person, id) => standings.refresh(person, id))
  issuers.push(issuer)
  const begin = () => {
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    standings.refresh(priya.id, 'short')
    return id
  }
  const end = (id: string, events: readonly string[]) => {
    events.forEach((event, i) => attempts.commit(priya, id, i + 1, 'decision', event))
    standings.refresh(priya.id, 'short')
  }
  const pass = () => end(begin(), ['ask', 'report'])
  const row = () => db.prepare('SELECT * FROM standings').get<Row>()!
  const status = () => {
    const { status: stored, due_at: dueAt, valid_until: validUntil, revoked_at: revokedAt } = row()
    return statusAt({ status: stored, dueAt, validUntil, revokedAt }, system.now().toISOString())
  }
  const certificates = () =>
    db.prepare('SELECT id, round FROM credentials ORDER BY issued_at').all<{ id: string; round: number }>()
  const onLearn = () =>
    courseStates(priya, store, library, new Map(), null, system.now().toISOString()).find(
      ({ id }) => id === 'short',
    )!
  return { ...one, issuer, credentials, begin, end, pass, row, status, certificates, onLearn }
}

it('a certificate is renewed by a new round in its last thirty days, and holds until its own end', () => {
  const { pass, begin, end, system, status, row, certificates, onLearn } = desk()
  pass()
  expect([status(), onLearn().renewable]).toEqual(['complete', false])
  expect(begin).toThrow('already counts')
  // Passed on 2 March 2026, valid until 2 September.
  system.pass(150 * DAY_MS)
  expect(begin).toThrow('already counts')
  system.pass(10 * DAY_MS)
  expect(onLearn().renewable).toBe(true)
  const second = begin()
  expect([row().status, row().round, status()]).toEqual(['in-progress', 2, 'complete'])
  end(second, ['give'])
  expect([row().status, status()]).toEqual(['failed', 'complete'])
  end(begin(), ['ask', 'report'])
  expect([row().round, status(), onLearn().renewable]).toEqual([3, 'complete', false])
  expect(certificates().map(({ round }) => round)).toEqual([1, 3])
  system.pass(30 * DAY_MS)
  expect([status(), onLearn().certificate?.id]).toEqual(['complete', certificates()[1]!.id])
})

it('a round for a new certificate that failed counts once the old one has ended', () => {
  const { pass, begin, end, system, status } = desk()
  pass()
  system.pass(170 * DAY_MS)
  end(begin(), ['give'])
  expect(status()).toBe('complete')
  system.pass(20 * DAY_MS)
  expect(status()).toBe('failed')
})

it('an expired and a revoked certificate are earned anew', () => {
  const late = desk()
  late.pass()
  late.system.pass(400 * DAY_MS)
  expect(late.status()).toBe('expired')
  late.pass()
  expect([late.status(), late.certificates().length]).toEqual(['complete', 2])
  const revoked = desk()
  revoked.pass()
  revoked.issuer.revoke(revoked.certificates()[0]!.id, priya.id, 'Played by a colleague')
  expect(revoked.status()).toBe('revoked')
  revoked.pass()
  expect([revoked.status(), revoked.certificates().length]).toEqual(['complete', 2])
})

it('the pass of a course without a certificate is neither renewed nor ever expired', () => {
  const { certificate: _, ...practice } = course
  const { pass, begin, system, status, onLearn } = desk(practice)
  pass()
  system.pass(800 * DAY_MS)
  expect([status(), onLearn().renewable]).toEqual(['complete', false])
  expect(begin).toThrow('already counts')
})

it('a course that became practice keeps the passes of those whose certificate has ended', () => {
  const { pass, system, status, db, library } = desk()
  pass()
  const { certificate: _, ...practice } = course
  new Standings(db, { ...library, courses: [practice] } as never).refresh(priya.id, 'short')
  system.pass(400 * DAY_MS)
  expect(status()).toBe('complete')
})

it('whoever passes after their attempts were deleted by age gets a certificate', () => {
  const { pass, db, system, status, row, certificates } = desk()
  pass()
  system.pass(400 * DAY_MS)
  db.exec('DELETE FROM decisions; DELETE FROM attempts')
  pass()
  expect([row().round, status()]).toEqual([2, 'complete'])
  expect(certificates().map(({ round }) => round)).toEqual([1, 2])
})

it('so does whoever did it on a computer that does not know of the certificate', () => {
  const { pass, db, store, system, status, row, certificates } = desk()
  pass()
  system.pass(400 * DAY_MS)
  db.exec('DELETE FROM decisions; DELETE FROM attempts')
  // Rounds are counted from one there.
  store.lastCertifiedRound = () => 0
  pass()
  expect([row().round, status()]).toEqual([1, 'complete'])
  expect(certificates().map(({ round }) => round)).toEqual([1, 1])
  expect(db.prepare('SELECT credential_id AS id FROM standings').get<{ id: string }>()!.id).toBe(
    certificates()[1]!.id,
  )
})
