import { describe, expect, it } from 'vitest'
import { checkAuditFile } from '../../../src/domain/records'
import { signingKeyFrom } from '../../../src/main/keys/signing-key'
import { SecretStore } from '../../../src/main/store/tables/secrets'
import { SessionStore } from '../../../src/main/store/tables/sessions'
import { SignedIn } from '../../../src/main/people/signed-in'
import { sha256 } from '../../../src/main/sha256'
import { auditFile, checkAuditLog, signAuditLog } from '../../../src/main/audit/audit-log'
import { auditPage } from '../../../src/main/store/audit-pages'
import { openDatabase } from '../../../src/main/store/database'
import { LocalRecords } from '../../../src/main/store/records'
import { KEY, NOW, temporaryFolder } from '../helpers'
import { installation, priya } from '../installation'

const key = signingKeyFrom(new Uint8Array(32).fill(7), true)
const other = signingKeyFrom(new Uint8Array(32).fill(8), true)
const at = NOW.toISOString()

function withEntries(count: number) {
  const { db } = openDatabase(temporaryFolder(), KEY, NOW)
  const store = new LocalRecords(db)
  for (let i = 0; i < count; i++) store.writeAudit('records-exported', at, null, { rows: i })
  const head = signAuditLog(db, key, at)!
  return { db, store, head, verdict: () => checkAuditLog(db, [key.did]) }
}

describe('the audit log', () => {
  it('is whole as it was written, and signed', async () => {
    const { db, verdict } = withEntries(5)
    expect(await verdict()).toEqual({
      whole: true,
      entries: 5,
      fault: null,
      signed: { seq: 5, at, signer: key.did },
    })
    db.close()
  })

  it('refuses to be changed or shortened', () => {
    const { db } = withEntries(2)
    expect(() => db.prepare("UPDATE audit SET detail = '{}'").run()).toThrow(/only grows/)
    expect(() => db.prepare('DELETE FROM audit').run()).toThrow(/only grows/)
    db.close()
  })

  it.each([
    ['a change', `UPDATE audit SET detail = '{"rows":99}' WHERE seq = 3`, { kind: 'changed', seq: 3 }],
    ['a gap', 'DELETE FROM audit WHERE seq = 2', { kind: 'missing', seq: 2 }],
    ['an end that is gone', 'DELETE FROM audit WHERE seq > 3', { kind: 'truncated', seq: 4 }],
    ['an end that is gone with its head', 'DELETE FROM audit_heads', { kind: 'unsigned', seq: 1 }],
    ['another signature', "UPDATE audit_heads SET signature = 'AAAA'", { kind: 'head-altered', seq: 5 }],
  ])('shows %s behind its back', async (_name, sql, fault) => {
    const { db, verdict } = withEntries(5)
    db.exec('DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete')
    db.exec(sql)
    expect(await verdict()).toMatchObject({ whole: false, fault })
    db.close()
  })

  it('shows a head that another key signed', async () => {
    const { db, store, verdict } = withEntries(5)
    store.writeAudit('sign-in', at, null, {})
    signAuditLog(db, other, at)
    expect(await verdict()).toMatchObject({ fault: { kind: 'other-key', seq: 6 } })
    db.close()
  })

  it('keeps one head a day, and signs nothing twice', () => {
    const { db, store, head } = withEntries(3)
    expect(signAuditLog(db, key, at)).toEqual(head)
    store.writeAudit('sign-in', at, null, {})
    signAuditLog(db, key, '2026-03-02T17:00:00.000Z')
    store.writeAudit('sign-in', at, null, {})
    signAuditLog(db, key, '2026-03-03T08:00:00.000Z')
    expect(db.prepare('SELECT seq FROM audit_heads ORDER BY seq').all()).toMatchObject([
      { seq: 4 },
      { seq: 5 },
    ])
    db.close()
  })

  it('is signed when somebody comes and when they go', () => {
    const here = installation()
    const { db, organisation, system } = here
    const sign = () => void signAuditLog(db, key, at)
    const signedIn = new SignedIn(new SessionStore(db), new SecretStore(db), organisation, system, sign)
    const signedUpTo = () => db.prepare('SELECT max(seq) AS seq FROM audit_heads').get()
    const last = () => db.prepare('SELECT act, seq FROM audit ORDER BY seq DESC LIMIT 1').get()
    for (const [act, work] of [
      ['sign-in', () => signedIn.open(priya)],
      ['sign-out', () => signedIn.close()],
    ] as const) {
      work()
      const { seq } = signedUpTo() as { seq: number }
      expect(last()).toMatchObject({ act, seq })
    }
    here.close()
  })

  it('is exported so that anybody can check it', () => {
    const { db, head } = withEntries(4)
    const lines = [...auditFile(db, 'Meridian', at, head)].join('').split('\n')
    const verdict = checkAuditFile(lines, { sha256, verifies: () => true }, [key.did])
    expect(verdict).toMatchObject({ whole: true, entries: 4, organisation: 'Meridian' })
    db.close()
  })

  it('holds no name and no employee number', () => {
    const here = installation()
    const text = JSON.stringify(here.db.prepare('SELECT * FROM audit').all())
    expect(text).toContain(priya.id)
    expect(text).not.toContain(priya.number)
    expect(text).not.toContain(priya.name)
    here.close()
  })

  it('is read a page at a time, by act, person and period', () => {
    const here = installation()
    for (let i = 0; i < 5; i++)
      here.store.writeAudit('sign-in', `2026-03-0${i + 3}T09:00:00.000Z`, priya.id, {})
    const none = { act: null, person: '', from: null, to: null }
    const first = auditPage(here.db, none, null, 3)
    expect(first.map((line) => line.at.slice(0, 10))).toEqual(['2026-03-07', '2026-03-06', '2026-03-05'])
    expect(first[0]).toMatchObject({ act: 'sign-in', personName: priya.name, personNumber: priya.number })
    expect(auditPage(here.db, none, first[2]!.seq, 2).map((line) => line.at.slice(0, 10))).toEqual([
      '2026-03-04',
      '2026-03-03',
    ])
    expect(auditPage(here.db, { ...none, act: 'person-added' }, null, 9)).toHaveLength(1)
    expect(auditPage(here.db, { ...none, person: 'ind-20' }, null, 9).length).toBeGreaterThan(5)
    for (const person of ['RÁMA', 'rÀ', 'Ra\u0301m'])
      expect([person, auditPage(here.db, { ...none, person }, null, 9).length > 5]).toEqual([person, true])
    expect(auditPage(here.db, { ...none, person: '%' }, null, 9)).toEqual([])
    const period = { ...none, from: '2026-03-04T00:00:00.000Z', to: '2026-03-06T00:00:00.000Z' }
    expect(auditPage(here.db, period, null, 9)).toHaveLength(2)
    here.close()
  })
})
