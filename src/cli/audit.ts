import { createHash, createPublicKey, verify } from 'node:crypto'
import { publicKeyOf } from '../domain/credentials'
import { checkAuditFile, NoAuditFileError, type AuditFault, type AuditTools } from '../domain/records'
import { readText, UsageError } from './files'

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

const SENTENCES: Record<AuditFault['kind'], (seq: number) => string> = {
  changed: (seq) => `Entry ${seq} was changed after it was written.`,
  broken: (seq) => `Entry ${seq} does not follow entry ${seq - 1}: one of the two was rewritten.`,
  missing: (seq) => `Entry ${seq} is missing.`,
  reordered: (seq) => `Entry ${seq} is not in its place.`,
  rewritten: (seq) => `An entry from ${seq} on was rewritten: a later signature does not match.`,
  truncated: (seq) => `The end is missing, from entry ${seq} on: the signature covers more than there is.`,
  unsigned: (seq) => `From entry ${seq} on, no signature covers the log.`,
  'head-altered': (seq) => `The signature at entry ${seq} was changed.`,
  'other-key': (seq) => `The signature at entry ${seq} was made with another key.`,
  unreadable: (seq) => `The line where entry ${seq} should be is not an entry.`,
}

/**
 * Checks an exported audit log.
 * @param issuers `did:key` of those who may have signed; without any, one key must have signed all of it
 */
export function auditCommand(files: readonly string[], issuers: readonly string[]) {
  const [file, ...more] = files
  if (file === undefined || more.length > 0) throw new UsageError('audit: name one exported audit log.')
  const wrong = issuers.find((did) => !publicKeyOf(did))
  if (wrong !== undefined) throw new UsageError(`audit: ‘${wrong}’ is not a did:key of an Ed25519 key.`)
  let verdict
  try {
    verdict = checkAuditFile(readText(file).split('\n'), tools, issuers)
  } catch (cause) {
    if (!(cause instanceof NoAuditFileError)) throw cause
    return {
      code: 1,
      json: { ok: false, file, message: cause.message },
      text: `BAD ${file}\n  ${cause.message}`,
    }
  }
  const { whole, entries, fault, signed } = verdict
  const message = fault ? SENTENCES[fault.kind](fault.seq) : 'Every entry is as it was written.'
  const signature = signed
    ? `signed up to entry ${signed.seq} on ${signed.at} by ${signed.signer}`
    : 'no signature matches'
  return {
    code: whole ? 0 : 1,
    json: { ok: whole, file, ...verdict, message },
    text: `${whole ? 'ok ' : 'BAD'} ${file}\n  ${message}\n  ${entries} entries, ${signature}`,
  }
}
