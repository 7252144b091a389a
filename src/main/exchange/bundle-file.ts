import { gunzipSync, gzipSync } from 'node:zlib'
import {
  bundleContentSchema,
  bundleSchema,
  canonicalJson,
  type Bundle,
  type BundleContent,
  type BundleReason,
} from '../../domain/records'
import type { SigningKey } from '../keys/signing-key'
import { canonicalJsonVerifies, signCanonicalJson } from '../evidence/signed-attempt'
import { openBox, sealBox, type ExchangeKey } from './sealed-box'

/** A bundle of 200 attempts has about 100 KB. A file larger than this is no bundle. */
export const LARGEST_BUNDLE = 64 * 1024 * 1024
const LARGEST_CONTENT = 256 * 1024 * 1024

type Head = Pick<Bundle, 'organisation' | 'device' | 'number' | 'madeAt'>

const labelOf = ({ organisation, device, number, madeAt }: Head): string =>
  canonicalJson({ organisation, device, number, madeAt })

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64')

/** Writes a bundle as the text of its file, encrypted for HR and signed by the device. */
export function makeBundle(
  head: Head,
  content: BundleContent,
  recipient: Uint8Array,
  key: Pick<SigningKey, 'sign'>,
): string {
  const box = sealBox(gzipSync(canonicalJson(content)), recipient, labelOf(head))
  const unsigned = {
    type: 'hold-the-line/bundle' as const,
    format: 1 as const,
    ...head,
    key: base64(box.key),
    nonce: base64(box.nonce),
    content: base64(box.content),
  }
  return `${JSON.stringify({ ...unsigned, signature: signCanonicalJson(unsigned, key) })}\n`
}

/** The reason in a bundle's file for which it can't be taken. */
export class BundleRefused extends Error {
  override readonly name = 'BundleRefused'
  constructor(
    readonly reason: BundleReason,
    /** The envelope, if it could be read. */
    readonly bundle?: Bundle,
  ) {
    super(reason)
  }
}

function parse(text: string): unknown {
  // A complete bundle ends with a brace and a line break. One without is still being written, or was cut off.
  if (!text.endsWith('}\n')) throw new BundleRefused('torn')
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new BundleRefused('damaged')
  }
}

/**
 * Reads the envelope of a bundle and verifies its signature.
 * @param organisations the `did:key` names for which bundles are taken
 * @throws BundleRefused
 */
export function readBundle(bytes: Uint8Array, organisations: readonly string[]): Bundle {
  const text = Buffer.from(bytes).toString('utf8')
  const raw = parse(text) as { type?: unknown; format?: unknown } | null
  if (raw?.type !== 'hold-the-line/bundle') throw new BundleRefused('not-a-bundle')
  if (typeof raw.format === 'number' && raw.format > 1) throw new BundleRefused('newer-format')
  const read = bundleSchema.safeParse(raw)
  if (!read.success) throw new BundleRefused('damaged')
  const { signature, ...unsigned } = read.data
  // Not even white space or the unused bits of base64 may differ, so that a bundle has exactly one text.
  const exact = `${JSON.stringify(read.data)}\n` === text && base64(fromBase64(signature)) === signature
  if (!exact || !canonicalJsonVerifies(unsigned.device, unsigned, signature))
    throw new BundleRefused('altered')
  if (!organisations.includes(unsigned.organisation)) throw new BundleRefused('other-organisation')
  return read.data
}

/**
 * Decrypts the content of a bundle.
 * @throws BundleRefused
 */
export function readContent(bundle: Bundle, key: ExchangeKey): BundleContent {
  const box = {
    key: fromBase64(bundle.key),
    nonce: fromBase64(bundle.nonce),
    content: fromBase64(bundle.content),
  }
  const plain = openBox(box, key, labelOf(bundle))
  if (!plain) throw new BundleRefused('altered', bundle)
  let text: string
  try {
    text = gunzipSync(plain, { maxOutputLength: LARGEST_CONTENT }).toString('utf8')
  } catch {
    throw new BundleRefused('too-large', bundle)
  }
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    throw new BundleRefused('damaged', bundle)
  }
  const read = bundleContentSchema.safeParse(raw)
  if (!read.success) throw new BundleRefused('damaged', bundle)
  return read.data
}
