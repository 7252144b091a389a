import { signAuditLog } from '../audit/audit-log'
import { beganSealing, openSealSecret, Seals } from '../evidence/seal'
import { openSigningKey, type SigningKey } from '../keys/signing-key'
import type { Base } from './base'
import { once } from './lifecycle'

interface Ports {
  readonly isDevice: () => boolean
  readonly issuerKey: () => SigningKey
}

/** Makes the seals of attempts, the keys that sign them, and the signature of the audit log. */
export function composeEvidence({ records, system, keychain, report }: Base, ports: Ports) {
  const { folder, db } = records
  const sealedSince = beganSealing(db, system.now().toISOString())
  const deviceKey = once(() => openSigningKey(folder, 'device', keychain))
  const logKey = () => (ports.isDevice() ? deviceKey() : ports.issuerKey())
  /** An error here must not stop the work; the next signature covers these entries, too. */
  const signLog = () => {
    try {
      signAuditLog(db, logKey(), system.now().toISOString())
    } catch (error) {
      report(error)
    }
  }
  return {
    seals: once(() => new Seals(openSealSecret(folder, keychain), sealedSince)),
    deviceKey,
    logKey,
    signLog,
    stop: signLog,
  }
}

export type ComposedEvidence = ReturnType<typeof composeEvidence>
