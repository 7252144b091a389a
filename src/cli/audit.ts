import { createHash, createPublicKey, verify } from 'node:crypto'
import { publicKeyOf } from '../domain/credentials'
import { checkAuditFile, NoAuditFileError, type AuditTools } from '../domain/records'
import type { Translate } from '../texts/translate'
import { LARGEST_LOG, onlyFile, readSavedText, UsageError } from './files'

const tools: AuditTools = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  verifies(did, text, signature) {
    const bytes = publicKeyOf(did)
    if (!bytes) return false
    const x = Buffer.from(bytes).toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'))
  },
}

/**
 * Checks an exported audit log.
 * @param issuers the `did:key` names that may have signed it; if there are none, a single key must have signed all of
 *   it
 */
export function auditCommand(files: readonly string[], issuers: readonly string[], t: Translate<'cli'>) {
  const file = onlyFile(files, 'audit', 'name.log')
  const wrong = issuers.find((did) => !publicKeyOf(did))
  if (wrong !== undefined) throw new UsageError((say) => say('audit.no-key', { did: wrong }))
  let verdict
  try {
    verdict = checkAuditFile(readSavedText(file, LARGEST_LOG).split('\n'), tools, issuers)
  } catch (cause) {
    if (!(cause instanceof NoAuditFileError)) throw cause
    const message = t('not-an-audit-log')
    return { code: 1, json: { ok: false, file, message }, text: `${t('file.bad', { file })}\n  ${message}` }
  }
  const { whole, entries, fault, signed } = verdict
  const message = fault
    ? t(`audit.${fault.kind}`, { seq: String(fault.seq), before: String(fault.seq - 1) })
    : t('audit.whole')
  const signature = signed
    ? t('audit.signed', { entries, seq: String(signed.seq), at: signed.at, signer: signed.signer })
    : t('audit.no-signature', { entries })
  return {
    code: whole ? 0 : 1,
    json: { ok: whole, file, ...verdict, message },
    text: `${t(whole ? 'file.ok' : 'file.bad', { file })}\n  ${message}\n  ${signature}`,
  }
}
