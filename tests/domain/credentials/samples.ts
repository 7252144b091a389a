/** Certificates and keys that the tests of credentials share. */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { ENCODINGS } from '../../../src/interchange/encodings'
import { claimsOf, didKeyOf, signToken, type Certificate } from '../../../src/domain/credentials'
import { badgeTexts } from '../../../src/texts/credential-texts'
import { badgeOf, type Badge } from '../../../src/domain/credentials/badge'
import { signBadge } from '../../../src/domain/credentials/integrity'
import { verifyCertificate } from '../../../src/domain/credentials/verify'

export interface TestKey {
  readonly seed: Uint8Array
  readonly did: string
  sign(message: Uint8Array): Uint8Array
}

export function keyFrom(byte: number): TestKey {
  const seed = new Uint8Array(32).fill(byte)
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
  return {
    seed,
    did: didKeyOf(new Uint8Array(publicKey)),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  }
}

export const ISSUER = keyFrom(7)
export const STRANGER = keyFrom(9)

export const CERTIFICATE: Certificate = {
  id: 'HTL-7F3A-2201',
  course: 'first-week',
  courseVersion: '1.0.0',
  courseHash: 'c0'.repeat(32),
  scoringVersion: 1,
  locale: 'fr',
  title: 'Première semaine : distinguer les clients des attaques',
  description: 'Un parcours de 4 contacts simulés.',
  criteria: 'A mené chaque contact du parcours dans une même série évaluée.',
  personName: 'Zoé Lefèvre-Ânand “Zo” \\ <b>',
  identity: { sha256: 'ab'.repeat(32), salt: '5a'.repeat(16) },
  organisation: 'Méridien & Fils',
  issuedAt: '2026-11-24T10:00:00.000Z',
  validUntil: '2027-02-24T00:00:00.000Z',
  scorePercent: 91,
  attacks: 2,
  hits: 2,
  legitimate: 2,
  served: 1,
}

export const NOW = '2026-12-01T00:00:00.000Z'
/** What a verification gets from outside. */
export const outside = {
  encodings: ENCODINGS,
  parse: Date.parse,
  format: (ms: number) => new Date(ms).toISOString(),
}

export const signedBadge = (certificate = CERTIFICATE, key = ISSUER): Promise<Badge> =>
  signBadge(badgeOf(certificate, key.did, badgeTexts(certificate)), key.seed, certificate.issuedAt)

export const tokenOf = (certificate = CERTIFICATE, key = ISSUER): string =>
  signToken(claimsOf(certificate, key.did, Date.parse), key.sign)

/** The smallest picture: one grey dot. */
export const DOT = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** Verifies a file and puts the result in one line: the verdict, the reason or the notes, and each other certificate. */
export async function said(file: string | Uint8Array): Promise<string> {
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(Buffer.from(file))
  const { also, ...first } = await verifyCertificate(bytes, { now: NOW, ...outside })
  return [first, ...also]
    .map(({ status, reason, notes }) => [status, reason ?? notes.join(' ')].filter(Boolean).join(': '))
    .join(' | ')
}
