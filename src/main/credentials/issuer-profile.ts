import {
  issuerProfileSchema,
  NO_PROFILE,
  type IssuerProfile,
  type IssuerProfileForm,
} from '../../domain/credentials'
import { audit } from '../store/tables/audit'
import { atomically, type Database } from '../store/libsql'
import { Pictures, type Picture } from '../store/tables/pictures'
import { readSetting, writeSetting } from '../store/tables/settings'

const PROFILE = 'issuer-profile'

/** Keeps the organisation's own details for its certificates, and its pictures. */
export class IssuerProfiles {
  readonly #pictures: Pictures

  constructor(private readonly db: Database) {
    this.#pictures = new Pictures(db)
  }

  /** @throws when the stored profile can't be read */
  profile(): IssuerProfile {
    const kept = readSetting(this.db, PROFILE)
    return kept === undefined ? NO_PROFILE : issuerProfileSchema.parse({ ...NO_PROFILE, ...JSON.parse(kept) })
  }

  #save(next: IssuerProfile, at: string, by: string): void {
    const kept = issuerProfileSchema.parse(next)
    writeSetting(this.db, PROFILE, JSON.stringify(kept))
    // The log notes whether contact, signatory and logo are set, but holds no names of people.
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

  /**
   * Changes the logo. Certificates that were issued with the old one keep it.
   * @param logo the picture as it was given and a small copy; `null` removes the logo
   */
  changeLogo(
    logo: { readonly paper: Picture; readonly small: Picture } | null,
    at: string,
    by: string,
  ): IssuerProfile {
    atomically(this.db, () => {
      const kept = logo && {
        paper: this.#pictures.keep(logo.paper),
        small: this.#pictures.keep(logo.small),
      }
      this.#save({ ...this.profile(), logo: kept }, at, by)
    })
    return this.profile()
  }

  /** Returns a picture by the SHA-256 of its bytes. */
  picture(sha256: string): Picture | undefined {
    return this.#pictures.picture(sha256)
  }
}
