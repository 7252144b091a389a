import { z } from 'zod'
import { storedCourseSchema } from '../course'
import { LARGEST_MEDIA } from '../scenario/media'
import { MEDIA_FILE_PATTERN } from '../scenario/schema'
import { ID_PATTERN } from '../scenario/vocabulary'
import { attemptDocumentSchema } from './attempt-document'
import { organisationSettingsSchema } from './organisation-schema'

const did = z.string().regex(/^did:key:z[1-9A-HJ-NP-Za-km-z]{40,60}$/)
const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const name = z.string().trim().min(1).max(120)

/** A person in the files that installations exchange. */
const personSchema = z.strictObject({
  id: z.uuid(),
  name,
  number: z.string().trim().min(1).max(40),
  team: z.string().max(120).nullable(),
  site: z.string().max(120).nullable(),
})

/** A scenario with the hash of its content; `content` is the JSON text that was hashed. */
const scenarioCopySchema = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  version: z.string().max(40),
  hash: sha256,
  content: z.string().max(5_000_000),
})

/** The most bytes of all pictures and sounds in one file together. */
export const LARGEST_MEDIA_IN_ALL = 40_000_000

/** A picture or sound that scenarios use, as base64. */
const mediaCopySchema = z.strictObject({
  file: z.string().regex(MEDIA_FILE_PATTERN),
  content: base64.max(Math.ceil(LARGEST_MEDIA / 3) * 4),
})

/**
 * The enrolment that HR's installation gives to every device. It holds public keys, courses and settings and no secret,
 * so that a copy in the wrong hands opens nothing.
 */
export const enrolmentSchema = z.strictObject({
  type: z.literal('hold-the-line/enrolment'),
  format: z.literal(1),
  organisation: z.strictObject({ name, did }),
  /** The X25519 public key for which bundles are encrypted. */
  exchangeKey: base64,
  madeAt: z.iso.datetime(),
  settings: organisationSettingsSchema.omit({ installation: true }),
  courses: z.array(storedCourseSchema).min(1).max(500),
  scenarios: z.array(scenarioCopySchema).min(1).max(5000),
  /** The pictures and sounds that its scenarios use; left out if they use none. */
  media: z.array(mediaCopySchema).max(5000).optional(),
  people: z.array(personSchema).max(200_000),
  /** An Ed25519 signature with the organisation's key over the canonical JSON of everything else, base64. */
  signature: base64,
})
export type Enrolment = z.output<typeof enrolmentSchema>

/** The reasons why an enrolment file can't be used, or not on this computer. */
export const ENROLMENT_REASONS = [
  'empty',
  'damaged',
  'not-an-enrolment',
  'newer-format',
  'altered',
  'scenario-unusable',
  'media-unusable',
  'unusable-name',
  'is-hr',
  'other-organisation',
  'older',
] as const
export type EnrolmentReason = (typeof ENROLMENT_REASONS)[number]

/** The readable part of a bundle: enough to tell which device made it and whether it is complete. */
export const bundleSchema = z.strictObject({
  type: z.literal('hold-the-line/bundle'),
  format: z.literal(1),
  /** The recipient. */
  organisation: did,
  /** The sender. */
  device: did,
  /** Counts from 0 without gaps. Number 0 holds no attempt; with it the device asks to be accepted. */
  number: z.number().int().min(0).max(10_000_000),
  madeAt: z.iso.datetime(),
  /** The ephemeral X25519 public key of this bundle. `content` is the encrypted content with its tag. */
  key: base64,
  nonce: base64,
  content: base64,
  /** An Ed25519 signature with the device's key over the canonical JSON of everything else, base64. */
  signature: base64,
})
export type Bundle = z.output<typeof bundleSchema>

export const bundleContentSchema = z.strictObject({
  device: z.strictObject({ name, site: z.string().max(120).nullable() }),
  people: z.array(personSchema).max(10_000),
  scenarios: z.array(scenarioCopySchema).max(1000),
  attempts: z.array(z.strictObject({ document: attemptDocumentSchema, signature: base64 })).max(10_000),
})
export type BundleContent = z.output<typeof bundleContentSchema>
export type BundlePerson = z.output<typeof personSchema>

/**
 * The reasons why a bundle was not taken. These wait and are tried again: `torn` (not completely written yet),
 * `unknown-device`, `number-clash`, `unusable-name` (somebody has to be added by hand), `newer-format`,
 * `unknown-scenario`, `unknown-course`, `revoked-device`. The others are final.
 */
export const BUNDLE_REASONS = [
  'torn',
  'damaged',
  'not-a-bundle',
  'newer-format',
  'too-large',
  'other-organisation',
  'altered',
  'unknown-device',
  'revoked-device',
  'number-clash',
  'unusable-name',
  'unknown-course',
  'unknown-scenario',
  'wrong-signature',
  'wrong-score',
  'attempt-clash',
] as const
export type BundleReason = (typeof BUNDLE_REASONS)[number]

/** Reasons that can disappear without another file. */
const MAY_CHANGE: readonly BundleReason[] = [
  'torn',
  'unknown-device',
  'revoked-device',
  'number-clash',
  'unusable-name',
  'newer-format',
  'unknown-course',
  'unknown-scenario',
]

/** Returns true if a bundle that was not taken for this reason should be tried again. */
export const mayChange = (reason: BundleReason): boolean => MAY_CHANGE.includes(reason)

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Makes a code that two people can compare aloud, such as `K7QM-2XNP`, from 40 bits of a hash.
 * @param hash the hash of the things that are compared; at least 8 bytes
 */
export function comparisonCode(hash: Uint8Array): string {
  const letters = Array.from(hash.slice(0, 8), (byte) => ALPHABET[byte & 31]!).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** Returns the words of a name without accents and capitals, to compare names that were typed twice. */
const folded = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/**
 * Returns true if two names under one employee number may belong to the same person: they share a word of at least two
 * letters. `Priya Raman` and `RAMAN, Priya K.` may. For `Priya Raman` and `Arun Mehta` a person has to decide.
 */
export function sameName(a: string, b: string): boolean {
  const words = new Set(folded(a))
  const other = folded(b)
  return other.some((word) => word.length > 1 && words.has(word)) || [...words].join(' ') === other.join(' ')
}
