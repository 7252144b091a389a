import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStatusList } from '../../../src/domain/credentials/status-list'
import { verifyCertificate } from '../../../src/domain/credentials/verify'
import { IssuerProfiles } from '../../../src/main/credentials/issuer-profile'
import { StatusListFile } from '../../../src/main/credentials/status-list-file'
import { writeAtomically } from '../../../src/main/files/atomic-write'
import { CredentialStore } from '../../../src/main/store/tables/credentials'
import { NOW, temporaryFolder } from '../helpers'
import { finish, installation, priya } from '../installation'
import { issuerOn } from '../issuer'

const ADDRESS = 'https://www.example.com/revoked.json'
const PROFILE = { web: null, contact: null, statusList: ADDRESS, signatory: null }
const at = NOW.toISOString()

/** Makes an installation with a published list and a certificate that was just issued. */
async function issued(profile = PROFILE) {
  const one = installation()
  const { issuer, credentials, key, reports } = issuerOn(one)
  const profiles = new IssuerProfiles(one.db)
  profiles.change(profile, at, 'p')
  one.db.prepare('UPDATE people SET email = ? WHERE id = ?').run('Priya.Raman@Example.com', priya.id)
  finish(one, priya)
  await issuer.signWaiting()
  const { id } = one.db.prepare('SELECT id FROM credentials').get() as { id: string }
  const file = new StatusListFile({
    db: one.db,
    store: one.store,
    credentials,
    profiles,
    key,
    now: () => one.system.now(),
    write: writeAtomically,
    report: (error) => reports.push(error),
  })
  return { ...one, issuer, credentials, profiles, file, id, reports }
}

const placeOf = (credentials: CredentialStore, id: string) =>
  credentials.credential(id)!.certificate.statusIndex!

describe('the published list', () => {
  it('is saved where HR wants it, and written anew there with each revocation', async () => {
    const { file, credentials, issuer, id, close } = await issued()
    const path = join(temporaryFolder(), 'revoked.json')
    expect(await file.rewrite()).toBe('none')
    expect(await file.save(path, 'p')).toEqual({ file: 'revoked.json', count: 0, address: ADDRESS })
    const place = placeOf(credentials, id)
    expect((await readStatusList(readFileSync(path, 'utf8')))!.isRevoked(place)).toBe(false)
    const newer = issuer.reissue(id, priya.id)
    expect(await file.rewrite()).toBe('written')
    const list = (await readStatusList(readFileSync(path, 'utf8')))!
    expect([list.isRevoked(place), list.isRevoked(newer.statusIndex!)]).toEqual([true, false])
    close()
  })

  it('says when it can’t be written, and what was revoked stays revoked', async () => {
    const { file, issuer, credentials, id, close } = await issued()
    const folder = temporaryFolder()
    await file.save(join(folder, 'revoked.json'), 'p')
    rmSync(folder, { recursive: true })
    issuer.revoke(id, priya.id, 'Played by a colleague')
    expect(await file.rewrite()).toBe('not-written')
    expect(credentials.credential(id)!.revokedAt).not.toBeNull()
    close()
  })

  it('remembers nothing and tells nothing in the log when it could not be saved', async () => {
    const { file, db, close } = await issued()
    await expect(file.save(join(temporaryFolder(), 'gone', 'revoked.json'), 'p')).rejects.toThrow()
    expect(await file.rewrite()).toBe('none')
    expect(db.prepare("SELECT * FROM audit WHERE act = 'revocations-exported'").all()).toEqual([])
    close()
  })

  it('is not there without an address, and certificates then say how to ask', async () => {
    const { file, credentials, id, close } = await issued({ ...PROFILE, statusList: null } as never)
    await expect(file.save('x.json', 'p')).rejects.toThrow('no address')
    const { document, certificate } = credentials.credential(id)!
    expect(certificate).not.toHaveProperty('statusIndex')
    expect(JSON.parse(document!)).toMatchObject({
      description: expect.stringContaining('contact Meridian') as string,
    })
    close()
  })

  it('keeps a revoked place when the person is erased, and gives none twice', async () => {
    const { file, issuer, credentials, db, id, close } = await issued()
    const place = placeOf(credentials, id)
    issuer.revoke(id, priya.id, 'Played by a colleague')
    db.prepare('DELETE FROM credentials').run()
    const draws = [place, place, 12]
    const random = () => {
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32BE(draws.shift()!)
      return new Uint8Array(bytes)
    }
    expect(credentials.freeStatusPlace(random)).toBe(12)
    const path = join(temporaryFolder(), 'revoked.json')
    await file.save(path, 'p')
    expect((await readStatusList(readFileSync(path, 'utf8')))!.isRevoked(place)).toBe(true)
    close()
  })
})

describe('a certificate', () => {
  it('names the holder by a salted hash of the e-mail address in small letters, and never in clear', async () => {
    const { credentials, id, close } = await issued()
    const { certificate, document } = credentials.credential(id)!
    const { createHash } = await import('node:crypto')
    const hash = createHash('sha256')
      .update(`priya.raman@example.com${certificate.email!.salt}`)
      .digest('hex')
    expect(certificate.email!.sha256).toBe(hash)
    expect(certificate.email!.salt).not.toBe(certificate.identity.salt)
    expect(document).toContain(`sha256$${hash}`)
    expect(document!.toLowerCase()).not.toContain('priya.raman')
    close()
  })

  it('carries its pictures, which the database keeps once', async () => {
    const { credentials, profiles, issuer, db, id, system, close } = await issued()
    const picture = { type: 'image/png' as const, bytes: Uint8Array.from({ length: 900 }, (_, i) => i % 251) }
    profiles.changeLogo({ paper: picture, small: picture }, at, 'p')
    const { id: newer } = issuer.reissue(id, priya.id)
    await issuer.signWaiting()
    const { document } = credentials.credential(newer)!
    const carried = `data:image/png;base64,${Buffer.from(picture.bytes).toString('base64')}`
    expect(JSON.parse(document!)).toMatchObject({ issuer: { image: { id: carried } } })
    const verdict = await verifyCertificate(new Uint8Array(Buffer.from(document!)), {
      now: system.now().toISOString(),
      encodings: [],
      parse: Date.parse,
      format: (ms) => new Date(ms).toISOString(),
    })
    expect(verdict).toMatchObject({ status: 'valid', told: { place: { list: ADDRESS } } })
    const rows = db.prepare('SELECT document FROM credentials').all() as { document: string }[]
    for (const row of rows) expect(row.document).not.toContain('base64')
    close()
  })
})
