import { expect, it, vi } from 'vitest'
import { certificatesHandlers, type CertificatesNeeds } from '../../../src/main/ipc/certificates'
import { signRevocations } from '../../../src/domain/credentials'
import { PersonRecords } from '../../../src/main/store/person-records'
import { revocations } from '../../../src/main/store/revocations'
import { KEY } from '../helpers'
import { finish, installation, priya } from '../installation'
import { issuerOn } from '../issuer'

vi.mock('electron', () => ({ BrowserWindow: {}, dialog: {} }))

const HR = { id: '00000000-0000-4000-8000-00000000b055', name: 'Ines', number: 'HR-1', role: 'hr' as const }

it('a revoked certificate stays revoked when its person is erased', async () => {
  const one = installation()
  const { issuer, credentials } = issuerOn(one)
  finish(one, priya)
  await issuer.signWaiting()
  const first = one.db.prepare('SELECT id FROM credentials').get<{ id: string }>()!
  const second = issuer.reissue(first.id, HR.id)
  await issuer.signWaiting()
  const files = [first, second].map(({ id }) => credentials.credential(id)!.document ?? '')
  const dids = () => files.map((text) => (JSON.parse(text) as { issuer: { id: string } }).issuer.id)
  const handlers = certificatesHandlers({
    ...one,
    issuer,
    credentials,
    issuers: { trusted: dids, own: dids },
  } as unknown as CertificatesNeeds)
  const verify = async (text: string) => {
    const caller = { person: HR }
    const verdict = await handlers['certificates.verify'](
      { name: 'credential.json', bytes: new TextEncoder().encode(text) },
      caller,
    )
    return verdict.status
  }
  expect(await verify(files[1]!)).toBe('valid')
  issuer.revoke(second.id, HR.id, 'Played by a colleague')
  expect(await verify(files[1]!)).toBe('revoked')
  const before = revocations(one.db)
  expect(before.map(({ superseded }) => superseded).sort()).toEqual([false, true])

  new PersonRecords(one.db, KEY).erase(priya.id, HR.id, one.system.now().toISOString())
  expect(credentials.credential(second.id)).toBeUndefined()
  expect(revocations(one.db)).toEqual(before)
  expect(await verify(files[1]!)).toBe('revoked')
  one.close()
})

it('after a restore a list that this installation signed tells what was revoked since the backup', async () => {
  const one = installation()
  const { issuer, credentials, key } = issuerOn(one)
  finish(one, priya)
  await issuer.signWaiting()
  const { id } = one.db.prepare('SELECT id FROM credentials').get<{ id: string }>()!
  const document = credentials.credential(id)!.document!
  const { did, sign } = key()
  expect(document).toContain(did)
  const at = one.system.now().toISOString()
  const list = signRevocations(
    { iss: did, at, revoked: [{ id, at, on: '2026-03-02', superseded: false }] },
    sign,
  )
  const handlers = certificatesHandlers({
    ...one,
    issuer,
    credentials,
    issuers: { trusted: () => [did], own: () => [did] },
    dialogs: {
      open: () => Promise.resolve({ name: 'revocations.json', bytes: new TextEncoder().encode(list) }),
    },
  } as unknown as CertificatesNeeds)
  const caller = { person: HR }
  const bytes = new TextEncoder().encode(document)
  const verify = () => handlers['certificates.verify']({ name: 'credential.json', bytes }, caller)
  expect(await verify()).toMatchObject({ status: 'valid', listAt: null })
  await handlers['certificates.chooseList'](undefined, caller)
  expect(await verify()).toMatchObject({ status: 'revoked', revocation: { on: '2026-03-02' }, listAt: at })
  one.close()
})
