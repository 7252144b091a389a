import type { Certificate } from './certificate'
import type { CertificateDays } from './validity'

/** What verifying a file comes to. */
export const VERDICTS = [
  'valid',
  'expired',
  'not-yet-valid',
  'revoked',
  'unknown-issuer',
  'tampered',
  'unreadable',
] as const
export type VerdictStatus = (typeof VERDICTS)[number]

/** Why a file is `tampered` (the first nine) or `unreadable`; every other verdict has none. */
export const VERDICT_REASONS = [
  'not-json',
  'repeated-member',
  'other-form',
  'not-signed',
  'signature',
  'token-differs',
  'token-missing',
  'several',
  'checksum',
  'too-large',
  'unpacks-to-too-much',
  'damaged',
  'locked',
  'archive',
  'no-credential',
  'not-a-certificate',
] as const
export type VerdictReason = (typeof VERDICT_REASONS)[number]

export const FILE_FORMS = ['json', 'pdf', 'png', 'token'] as const
export type FileForm = (typeof FILE_FORMS)[number]

/** Largest file that is looked into, in bytes. A certificate of ours has a tenth of it. */
export const LARGEST_FILE = 2_000_000
/** Most room, in bytes, that unpacking the compressed parts of one PDF may take, all together. */
export const LARGEST_UNPACKED = 10_000_000

/** What else there is to know of a file in which something of ours was found. */
export const VERDICT_NOTES = ['token-alone', 'credential-alone', 'within-another', 'beside-others'] as const
export type VerdictNote = (typeof VERDICT_NOTES)[number]

/** What a certificate says, as far as a file tells it. */
export type Told = Pick<
  Certificate,
  | 'id'
  | 'personName'
  | 'organisation'
  | 'course'
  | 'courseVersion'
  | 'issuedAt'
  | 'validUntil'
  | 'scorePercent'
  | 'hits'
  | 'attacks'
  | 'served'
  | 'legitimate'
> &
  CertificateDays & {
    readonly title: string | null
    /** Its place in the published list of revoked certificates; a token tells none. */
    readonly place: StatusPlace | null
  }

export interface StatusPlace {
  /** Address at which the list is published. */
  readonly list: string
  readonly index: number
}

/** What is known of a revocation; a published list tells neither the day nor whether another one took its place. */
export interface Revocation {
  readonly at: string | null
  /** The calendar day of it, YYYY-MM-DD, where it was revoked. */
  readonly on: string | null
  readonly superseded: boolean
}

export interface CertificateVerdict {
  readonly status: VerdictStatus
  readonly reason: VerdictReason | null
  readonly form: FileForm | null
  /** The `did:key` that signed; `null` unless its signature holds. */
  readonly issuer: string | null
  /** False when nobody said whose certificates are expected: then `valid` only says that nothing was altered. */
  readonly issuerChecked: boolean
  readonly revocation: Revocation | null
  /** What was signed; `null` unless the signature holds. */
  readonly told: Told | null
  readonly notes: readonly VerdictNote[]
  /** What else of ours the file holds; what is the matter with all of them stands in the verdict that holds these. */
  readonly also: readonly CertificateVerdict[]
}
