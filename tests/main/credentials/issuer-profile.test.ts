import { describe, expect, it } from 'vitest'
import { NO_PROFILE } from '../../../src/domain/credentials'
import { IssuerProfiles } from '../../../src/main/credentials/issuer-profile'
import { openDatabase } from '../../../src/main/store/database'
import { finish, installation, priya } from '../installation'
import { KEY, NOW, temporaryFolder } from '../helpers'

const at = NOW.toISOString()
const FORM = {
  web: 'https://www.example.com',
  contact: 'hr@example.com',
  statusList: null,
  signatory: { name: 'Ana Reyes', title: 'Head of Training' },
}
const picture = (...bytes: number[]) => ({ type: 'image/png' as const, bytes: Uint8Array.from(bytes) })

describe('what certificates show of the organisation', () => {
  it('is nothing at first, and what was saved afterwards', () => {
    const { db } = openDatabase(temporaryFolder(), KEY, NOW)
    expect(new IssuerProfiles(db).profile()).toEqual(NO_PROFILE)
    new IssuerProfiles(db).change(FORM, at, 'p')
    expect(new IssuerProfiles(db).profile()).toEqual({ ...FORM, logo: null })
    const { detail } = db.prepare("SELECT detail FROM audit WHERE act = 'issuer-profile-changed'").get() as {
      detail: string
    }
    expect(detail).toContain('https://www.example.com')
    expect(detail).not.toContain('Ana')
    db.close()
  })

  it('keeps each picture once, and the old one for the certificates that bear it', () => {
    const { db } = openDatabase(temporaryFolder(), KEY, NOW)
    const profiles = new IssuerProfiles(db)
    const { logo } = profiles.changeLogo({ paper: picture(1, 2), small: picture(3) }, at, 'p')
    profiles.changeLogo({ paper: picture(1, 2), small: picture(3) }, at, 'p')
    expect(db.prepare('SELECT count(*) AS n FROM pictures').get()).toMatchObject({ n: 2 })
    expect(profiles.changeLogo(null, at, 'p').logo).toBeNull()
    expect(profiles.picture(logo!.paper)).toEqual(picture(1, 2))
    expect(profiles.picture('0'.repeat(64))).toBeUndefined()
    db.close()
  })

  it('is copied into a certificate when that is issued', () => {
    const one = installation()
    const profiles = new IssuerProfiles(one.db)
    profiles.change(FORM, at, 'p')
    finish(one, priya)
    profiles.change({ ...FORM, signatory: null }, at, 'p')
    const { payload } = one.db.prepare('SELECT payload FROM credentials').get() as { payload: string }
    expect(JSON.parse(payload)).toMatchObject({ profile: { ...FORM, logo: null } })
    one.close()
  })
})
