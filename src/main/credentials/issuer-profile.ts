import { createHash } from 'node:crypto'
import {
  issuerProfileSchema,
  NO_PROFILE,
  type IssuerProfile,
  type IssuerProfileForm,
} from '../../domain/credentials'
import { audit } from '../records/audit'
import { atomically, type Database } from '../records/libsql'
import { readSetting, writeSetting } from '../records/settings'

const PROFILE = 'issuer-profile'

export interface Picture {
  readonly type: 'image/png' | 'image/jpeg'
  readonly bytes: Uint8Array
}

/** A picture as an address that carries it. */
export const dataAddress = ({ type, bytes }: Picture): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`

/** What the organisation says of itself on its certificates, and its pictures. */
export class IssuerProfiles {
  constructor(private readonly db: Database) {}

  /** @throws when what is kept can't be read */
  profile(): IssuerProfile {
    const kept = readSetting(this.db, PROFILE)
    return kept === undefined ? NO_PROFILE : issuerProfileSchema.parse({ ...NO_PROFILE, ...JSON.parse(kept) })
  }

  #save(next: IssuerProfile, at: string, by: string): void {
    const kept = issuerProfileSchema.parse(next)
    writeSetting(this.db, PROFILE, JSON.stringify(kept))
    // Which of them are set; the names of people do not stand in the log.
    const { web, contact, statusList, signatory, logo } = kept
    audit(this.db, at, by, 'issuer-profile-changed', {
      web,
      statusList,
      contact: contact !== null,
      signatory: signatory !== null,
      logo: logo?.paper ?? null,
    })
  }

  change(form: IssuerProfileForm, at: string, by: string): IssuerProfile {
    atomically(this.db, () => this.#save({ ...this.profile(), ...form }, at, by))
    return this.profile()
  }

  /** @param logo as it was given, and small; `null` takes it away. Certificates that bear the old one keep it. */
  changeLogo(
    logo: { readonly paper: Picture; readonly small: Picture } | null,
    at: string,
    by: string,
  ): IssuerProfile {
    atomically(this.db, () => {
      const kept = logo && { paper: this.keep(logo.paper), small: this.keep(logo.small) }
      this.#save({ ...this.profile(), logo: kept }, at, by)
    })
    return this.profile()
  }

  /** Keeps a picture once, however many certificates bear it. @returns the SHA-256 of its bytes */
  keep({ type, bytes }: Picture): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    this.db
      .prepare('INSERT INTO pictures (sha256, type, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      .run(sha256, type, Buffer.from(bytes))
    return sha256
  }

  /** A picture by the SHA-256 of its bytes. */
  picture(sha256: string): Picture | undefined {
    const row = this.db.prepare('SELECT type, bytes FROM pictures WHERE sha256 = ?').get(sha256) as
      { type: Picture['type']; bytes: Uint8Array } | undefined
    return row && { type: row.type, bytes: new Uint8Array(row.bytes) }
  }
}
