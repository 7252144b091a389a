import { describe, expect, it } from 'vitest'
import { certificateStatus, type Certificate } from '../../../src/domain/credentials'
import { verifyCertificate } from '../../../src/domain/credentials/verify'
import { EVERYTHING } from '../../../src/domain/records/filter'
import { Standings } from '../../../src/main/learn/standings'
import { DEFAULT_ORGANISATION_SETTINGS } from '../../../src/domain/records/organisation'
import { revocations } from '../../../src/main/store/revocations'
import { hasLeft } from '../../../src/main/store/tables/people'
import { course, installation, priya } from '../installation'
import { issuerOn } from '../issuer'

const MONTH_MS = 31 * 86_400_000

/** Makes an installation with people, one of whom has passed the course. */
function desk(shipped = course) {
  const one = installation(priya, undefined, shipped)
  const standings = new Standings(one.db, one.library)
  const { issuer, credentials, key, reports } = issuerOn(one, (person, id) => standings.refresh(person, id))
  const { attempts, db, system } = one
  const pass = (person = priya) => {
    const { id } = attempts.start(person, 'short', 'small', 'assessed')
    attempts.commit(person, id, 1, 'decision', 'ask')
    return attempts.commit(person, id, 2, 'decision', 'report')
  }
  const rows = () =>
    db.prepare('SELECT * FROM credentials ORDER BY issued_at, id').all() as Record<string, unknown>[]
  const moments = () => ({ now: system.now().toISOString(), soon: system.now().toISOString() })
  const verify = (document: string) =>
    verifyCertificate(new Uint8Array(Buffer.from(document)), {
      now: system.now().toISOString(),
      issuers: [key().did],
      encodings: [],
      parse: Date.parse,
      format: (ms) => new Date(ms).toISOString(),
    })
  return { ...one, standings, issuer, credentials, key, reports, pass, rows, moments, verify }
}

describe('issuing', () => {
  it('writes the certificate in the transaction that ends the attempt, and signs it right after', async () => {
    const { pass, rows, credentials, issuer, verify, system } = desk()
    pass()
    const [row] = rows() as [Record<string, unknown>]
    expect(row).toMatchObject({ person_id: priya.id, course: 'short', document: null, token: null })
    const certificate = JSON.parse(row['payload'] as string) as Certificate
    expect(certificate).toMatchObject({
      personName: priya.name,
      title: 'Short course',
      scorePercent: 100,
      attacks: 1,
      hits: 1,
      scoringVersion: expect.any(Number) as number,
      courseHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    expect(row['payload']).not.toContain(priya.number)
    system.pass(2000)
    await issuer.signWaiting()
    const signed = credentials.credential(certificate.id)!
    expect(await verify(signed.document!)).toMatchObject({ status: 'valid', told: { id: certificate.id } })
    expect(await verify(signed.token!)).toMatchObject({ status: 'valid', form: 'token' })
  })

  it('issues nothing when the transaction fails', () => {
    const { attempts, db, rows } = desk()
    db.exec(`CREATE TRIGGER stop BEFORE INSERT ON credentials BEGIN SELECT RAISE(ABORT, 'no room'); END`)
    const { id } = attempts.start(priya, 'short', 'small', 'assessed')
    attempts.commit(priya, id, 1, 'decision', 'ask')
    expect(() => attempts.commit(priya, id, 2, 'decision', 'report')).toThrow('no room')
    expect(rows()).toEqual([])
    expect(db.prepare('SELECT ended_at FROM attempts').all()).toEqual([{ ended_at: null }])
  })

  it('signs at the next start what the program could not sign, and one that can’t be read holds up no other', async () => {
    const one = desk()
    one.pass()
    one.db
      .prepare(
        `INSERT INTO credentials (id, person_id, course, course_version, round, payload, issued_at, valid_until)
      VALUES ('HTL-0000-0000', ?, 'short', '1', 9, '{}', '2026-01-01', '2030-01-01')`,
      )
      .run(priya.id)
    const { issuer, key, reports } = issuerOn(one)
    await issuer.signWaiting()
    expect(
      one
        .rows()
        .map((row) => row['document'] !== null)
        .sort(),
    ).toEqual([false, true])
    expect(reports).toHaveLength(1)
    expect(String(reports[0])).toContain('HTL-0000-0000')
    expect(key().did).toMatch(/^did:key:/)
  })

  it('gives nothing for a course without a certificate, whose pass lasts and whom nothing waits for', async () => {
    const { certificate: _, ...practice } = course
    const { pass, rows, db, issuer, credentials, system, standings } = desk(practice)
    pass()
    await issuer.signWaiting()
    standings.refresh(priya.id, 'short')
    expect(rows()).toEqual([])
    system.pass(20 * MONTH_MS)
    const now = system.now().toISOString()
    expect([...credentials.candidates(EVERYTHING, now, [practice])]).toEqual([])
    expect(credentials.waiting(EVERYTHING, now, [practice]).n).toBe(0)
    expect(db.transaction(() => issuer.issue(priya, practice, priya.id))()).toBeUndefined()
    const standing = db.prepare('SELECT status, valid_until FROM standings').get()
    expect(standing).toMatchObject({ status: 'complete', valid_until: null })
  })

  it('leaves certificates to HR’s installation on a device', async () => {
    const { pass, rows, organisation, issuer } = desk()
    organisation.change(
      { ...DEFAULT_ORGANISATION_SETTINGS, installation: 'device' },
      '2026-01-01T00:00:00.000Z',
      priya.id,
    )
    pass()
    await issuer.signWaiting()
    expect(rows()).toEqual([])
    expect(() => issuer.revoke('HTL-0000-0000', priya.id, 'because')).toThrow('HR')
  })

  it.each([
    ['2026-08-31T12:00:00.000Z', '2027-02-28T20:00:00.000Z', '2027-03-01T00:00:00.000Z'],
    ['2026-03-02T12:00:00.000Z', '2026-09-02T20:00:00.000Z', '2026-09-03T00:00:00.000Z'],
  ])('offers what was passed at %s as long as it would be issued', (passedAt, last, over) => {
    const { pass, db, credentials, standings } = desk()
    pass()
    db.exec('DELETE FROM credentials')
    standings.refresh(priya.id, 'short')
    db.exec(`UPDATE standings SET passed_at = '${passedAt}'`)
    const waiting = (now: string) => credentials.waiting(EVERYTHING, now, [course]).n
    expect([waiting(last), waiting(over)]).toEqual([1, 0])
  })

  it('issues afterwards what a round earned, once, and valid from the day on which it was passed', () => {
    const { pass, rows, db, issuer, credentials, system, standings } = desk()
    pass()
    db.exec('DELETE FROM credentials')
    standings.refresh(priya.id, 'short')
    const candidates = () => [...credentials.candidates(EVERYTHING, system.now().toISOString(), [course])]
    expect(candidates()).toEqual([{ personId: priya.id, course: 'short' }])
    expect(
      credentials.waiting({ ...EVERYTHING, search: 'nobody' }, system.now().toISOString(), [course]).n,
    ).toBe(0)
    system.pass(2 * MONTH_MS)
    const issued = db.transaction(() => issuer.issue(priya, course, priya.id))()!
    expect(issued.validUntil.slice(0, 10)).toBe('2026-09-02')
    expect(db.transaction(() => issuer.issue(priya, course, priya.id))()).toBeUndefined()
    expect(candidates()).toEqual([])
    expect(rows()).toHaveLength(1)
    db.exec('DELETE FROM credentials')
    standings.refresh(priya.id, 'short')
    expect(candidates()).toHaveLength(1)
    system.pass(5 * MONTH_MS)
    // A round that was passed too long ago is neither offered nor issued.
    expect(candidates()).toEqual([])
    expect(db.transaction(() => issuer.issue(priya, course, priya.id))()).toBeUndefined()
  })
})

describe('revoking and issuing anew', () => {
  it('revokes once, with a reason that stays here', async () => {
    const { pass, rows, issuer, credentials, db } = desk()
    pass()
    await issuer.signWaiting()
    const id = rows()[0]!['id'] as string
    issuer.revoke(id, priya.id, 'Played by a colleague')
    expect(credentials.credential(id)).toMatchObject({ revokedReason: 'Played by a colleague' })
    expect(revocations(db)).toEqual([
      { id, on: '2026-03-02', at: expect.any(String) as string, superseded: false },
    ])
    expect(() => issuer.revoke(id, priya.id, 'again')).toThrow('already')
    const log = db.prepare(`SELECT detail FROM audit WHERE act = 'credential-revoked'`).all()
    expect(log).toEqual([{ detail: JSON.stringify({ id, superseded: false }) }])
    const standing = db
      .prepare('SELECT credential_id, valid_until, revoked_at FROM standings')
      .get() as Record<string, string>
    expect(standing['credential_id']).toBeNull()
    const { revokedAt, certificate } = credentials.credential(id)!
    expect(standing).toMatchObject({ revoked_at: revokedAt, valid_until: certificate.validUntil })
    expect([...credentials.candidates(EVERYTHING, '2026-03-03T00:00:00.000Z', [course])]).toEqual([])
  })

  it('gives a new id and today’s name, keeps what was achieved, and supersedes the old one', async () => {
    const { pass, rows, issuer, credentials, db, verify } = desk()
    pass()
    const old = rows()[0]!['id'] as string
    db.prepare('UPDATE people SET name = ? WHERE id = ?').run('Priya Raman-Dubois', priya.id)
    const next = issuer.reissue(old, priya.id)
    await issuer.signWaiting()
    expect(next.id).not.toBe(old)
    expect(credentials.credential(old)).toMatchObject({ revokedReason: 'superseded' })
    const signed = credentials.credential(next.id)!
    expect(signed).toMatchObject({ replaces: old, revokedAt: null })
    expect(await verify(signed.document!)).toMatchObject({
      status: 'valid',
      told: { personName: 'Priya Raman-Dubois', scorePercent: 100 },
    })
    expect(() => issuer.reissue(old, priya.id)).toThrow('in force already')
    expect(db.prepare('SELECT credential_id FROM standings').get()).toMatchObject({ credential_id: next.id })
  })

  it('issues nothing anew that has expired', () => {
    const { pass, rows, issuer, system } = desk()
    pass()
    system.pass(7 * MONTH_MS)
    expect(() => issuer.reissue(rows()[0]!['id'] as string, priya.id)).toThrow('expired')
  })
})

describe('the list of certificates', () => {
  it('finds each by where it stands, as the domain tells it', async () => {
    const { db, pass, rows, issuer, credentials, system } = desk()
    pass()
    const soonAfter = (days: number) => ({
      now: system.now().toISOString(),
      soon: new Date(system.now().getTime() + days * 86_400_000).toISOString(),
    })
    const where = (days = 30) => {
      const at = soonAfter(days)
      const found = (['valid', 'expires-soon', 'expired', 'revoked', 'unsigned'] as const).filter(
        (status) => credentials.count({ filter: EVERYTHING, status, ...at }) === 1,
      )
      const [row] = rows() as [Record<string, string | null>]
      const told = certificateStatus(
        {
          signed: row['document'] !== null,
          revokedAt: row['revoked_at']!,
          validUntil: row['valid_until']!,
          holderLeft: hasLeft(db, priya.id),
        },
        at.now,
        at.soon,
      )
      expect(found).toEqual([told])
      expect(credentials.count({ filter: EVERYTHING, status: null, ...at })).toBe(1)
      expect(credentials.page({ filter: EVERYTHING, status: told, ...at }, 0, 10)).toHaveLength(1)
      return told
    }
    expect(where()).toBe('unsigned')
    await issuer.signWaiting()
    expect(where()).toBe('valid')
    expect(where(300)).toBe('expires-soon')
    db.prepare('UPDATE people SET left_at = ? WHERE id = ?').run(system.now().toISOString(), priya.id)
    expect(where(300)).toBe('valid')
    system.pass(7 * MONTH_MS)
    expect(where()).toBe('expired')
    issuer.revoke(rows()[0]!['id'] as string, priya.id, 'because')
    expect(where()).toBe('revoked')
  })
})
