import { signAuditLog } from '../audit/audit-log'
import { beganSealing, openSealSecret, Seals } from '../evidence/seal'
import { openSigningKey, type SigningKey } from '../keys/signing-key'
import type { Base } from './base'
import { once } from './lifecycle'

interface Ports {
  readonly isDevice: () => boolean
  readonly issuerKey: () => SigningKey
}

/** The seals of attempts, the keys that sign them, and the signed head of the audit log. */
export function composeEvidence({ records, system, keychain, report }: Base, ports: Ports) {
  const { folder, db } = records
  const sealedSince = beganSealing(db, system.now().toISOString())
  const deviceKey = once(() => openSigningKey(folder, 'device', keychain))
  const logKey = () => (ports.isDevice() ? deviceKey() : ports.issuerKey())
  /** Never in the way of the work: the next signature covers what this one could not. */
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
