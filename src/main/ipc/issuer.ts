import { basename } from 'node:path'
import { clipboard } from 'electron'
import { LARGEST_LOGO } from '../../domain/credentials'
import { readLogo } from '../credentials/logo'
import { backUpKey, openKeyBackup } from '../credentials/key-backup'
import { askForFile } from '../export/open-file'
import { askWhere, writeOrRefuse } from '../export/save-file'
import { dataAddress } from '../records/pictures'
import { Refused } from '../refused'
import type { Services } from '../services'
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

/** Bytes; a back-up has about 500. */
const LARGEST_BACKUP = 64 * 1024

export function issuerHandlers({ store, issuer, issuers, issuerProfiles, around }: Services): IssuerHandlers {
  const now = () => around.now().toISOString()
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
      issuerProfiles.change(form, now(), person!.id)
      return profile()
    },
    'issuer.chooseLogo': async (_request, { person }) => {
      onlyHere()
      const { bytes } = await askForFile('Choose a logo', ['png', 'jpg', 'jpeg'], LARGEST_LOGO)
      issuerProfiles.changeLogo(readLogo(bytes), now(), person!.id)
      return profile()
    },
    'issuer.removeLogo': (_request, { person }) => {
      onlyHere()
      issuerProfiles.changeLogo(null, now(), person!.id)
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
      const path = await askWhere('Back up the issuer’s key', 'issuer-key-backup.json', 'json')
      const key = issuers.open()
      writeOrRefuse(path, await backUpKey(key, passphrase))
      store.writeAudit('issuer-backed-up', now(), person!.id, { did: key.did })
      return { file: basename(path) }
    },
    'issuer.restore': async ({ passphrase }, { person }) => {
      onlyHere()
      const { bytes } = await askForFile('Restore the issuer’s key', ['json'], LARGEST_BACKUP)
      const changed = issuers.replace(await openKeyBackup(new TextDecoder().decode(bytes), passphrase))
      const { did } = issuers.open()
      if (changed) store.writeAudit('issuer-restored', now(), person!.id, { did })
      return { did, changed }
    },
  }
}
