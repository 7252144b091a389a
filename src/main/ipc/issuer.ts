import { basename } from 'node:path'
import { clipboard } from 'electron'
import { LARGEST_LOGO } from '../../domain/credentials'
import { readLogo } from '../credentials/logo'
import { backUpKey, openKeyBackup } from '../credentials/key-backup'
import { dataAddress } from '../store/tables/pictures'
import { saveRecorded } from '../store/recorded-file'
import { localDay } from '../local-day'
import { Refused } from '../refused'
import type { Issuer } from '../credentials/issuer'
import type { IssuerKey } from '../credentials/issuer-key'
import type { IssuerProfiles } from '../credentials/issuer-profile'
import type { Dialogs } from '../files/dialogs'
import type { Database } from '../store/libsql'
import type { LocalRecords } from '../store/records'
import type { System } from '../system'
import type { Handlers } from './answer'

type IssuerHandlers = Pick<
  Handlers,
  | 'issuer.state'
  | 'issuer.copy'
  | 'issuer.backUp'
  | 'issuer.restore'
  | 'issuer.profile'
  | 'issuer.changeProfile'
  | 'issuer.chooseLogo'
  | 'issuer.removeLogo'
>

/** In bytes. A backup has about 500. */
const LARGEST_BACKUP = 64 * 1024

export interface IssuerNeeds {
  readonly db: Database
  readonly store: Pick<LocalRecords, 'writeAudit'>
  readonly dialogs: Pick<Dialogs, 'open' | 'save'>
  readonly issuer: Pick<Issuer, 'issuesHere'>
  readonly issuers: IssuerKey
  readonly issuerProfiles: IssuerProfiles
  readonly system: Pick<System, 'now'>
}

export function issuerHandlers({
  db,
  store,
  dialogs,
  issuer,
  issuers,
  issuerProfiles,
  system,
}: IssuerNeeds): IssuerHandlers {
  const now = () => system.now().toISOString()
  const onlyHere = () => {
    if (!issuer.issuesHere()) {
      throw new Refused('not-allowed', 'This computer issues no certificates; HR’s installation does.')
    }
  }
  const profile = () => {
    const { logo, ...form } = issuerProfiles.profile()
    const picture = logo && issuerProfiles.picture(logo.paper)
    return { ...form, logo: picture ? dataAddress(picture) : null }
  }
  return {
    'issuer.profile': profile,
    'issuer.changeProfile': (form, { person }) => {
      onlyHere()
      issuerProfiles.change(form, now(), person.id)
      return profile()
    },
    'issuer.chooseLogo': async (_request, { person }) => {
      onlyHere()
      const { bytes } = await dialogs.open('logo', LARGEST_LOGO)
      issuerProfiles.changeLogo(readLogo(bytes), now(), person.id)
      return profile()
    },
    'issuer.removeLogo': (_request, { person }) => {
      onlyHere()
      issuerProfiles.changeLogo(null, now(), person.id)
      return profile()
    },
    'issuer.state': () => {
      const issuesHere = issuer.issuesHere()
      const key = issuesHere ? issuers.open() : undefined
      return { did: key?.did ?? null, issuesHere, inKeychain: key?.inKeychain ?? true }
    },
    'issuer.copy': () => {
      onlyHere()
      clipboard.writeText(issuers.open().did)
      return null
    },
    'issuer.backUp': async ({ passphrase }, { person }) => {
      onlyHere()
      const path = await dialogs.save('issuerKey', localDay(system.now()))
      const key = issuers.open()
      const backup = await backUpKey(key, passphrase)
      saveRecorded(db, path, backup, {
        act: 'issuer-backed-up',
        at: now(),
        by: person.id,
        detail: { did: key.did },
      })
      return { file: basename(path) }
    },
    'issuer.restore': async ({ passphrase }, { person }) => {
      onlyHere()
      const { bytes } = await dialogs.open('issuerKey', LARGEST_BACKUP)
      const seed = await openKeyBackup(new TextDecoder().decode(bytes), passphrase)
      const changed = issuers.replace(seed, (did, work) =>
        store.writeAudit('issuer-restored', now(), person.id, { did }, work),
      )
      const { did } = issuers.open()
      return { did, changed }
    },
  }
}
