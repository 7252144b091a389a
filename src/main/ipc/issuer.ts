import { basename } from 'node:path'
import { clipboard } from 'electron'
import { backUpKey, openKeyBackup } from '../credentials/key-backup'
import { askForFile } from '../export/open-file'
import { askWhere, writeOrRefuse } from '../export/save-file'
import { Refused } from '../refused'
import type { Services } from '../services'
import type { Handlers } from './answer'

type IssuerHandlers = Pick<Handlers, 'issuer.state' | 'issuer.copy' | 'issuer.backUp' | 'issuer.restore'>

/** Bytes; a back-up has about 500. */
const LARGEST_BACKUP = 64 * 1024

export function issuerHandlers({ store, issuer, issuers, around }: Services): IssuerHandlers {
  const now = () => around.now().toISOString()
  const onlyHere = () => {
    if (!issuer.issuesHere()) {
      throw new Refused('not-allowed', 'This computer issues no certificates; HR’s installation does.')
    }
  }
  return {
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
