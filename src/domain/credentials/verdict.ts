import type { Certificate } from './certificate'
import type { CertificateDays } from './validity'

/** Verifying a file gives one of these verdicts. */
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

/** The reasons for which a file is `tampered` (the first nine) or `unreadable`. Every other verdict has no reason. */
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
  'empty',
  'too-large',
  'unpacks-to-too-much',
  'damaged',
  'locked',
  'archive',
  'no-credential',
  'revocation-list',
  'not-a-certificate',
] as const
export type VerdictReason = (typeof VERDICT_REASONS)[number]

export const FILE_FORMS = ['json', 'pdf', 'png', 'token'] as const
export type FileForm = (typeof FILE_FORMS)[number]

/** The largest file that is examined, in bytes. A certificate of ours has about a tenth of that. */
export const LARGEST_FILE = 2_000_000
/** The most bytes to which all compressed parts of one PDF may unpack together. */
export const LARGEST_UNPACKED = 10_000_000

/** Further facts about a file in which something of ours was found. */
export const VERDICT_NOTES = ['token-alone', 'credential-alone', 'within-another', 'beside-others'] as const
export type VerdictNote = (typeof VERDICT_NOTES)[number]

/** The content of a certificate, as far as a file contains it. */
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
    /** Its place in the published list of revoked certificates; `null` if it names none, and always for a token. */
    readonly place: StatusPlace | null
  }

export interface StatusPlace {
  /** The address at which the list is published. */
  readonly list: string
  readonly index: number
}

/**
 * The known facts about a revocation. A published list tells neither the time nor whether another certificate replaced
 * this one.
 */
export interface Revocation {
  readonly at: string | null
  /** The calendar day of the revocation, YYYY-MM-DD, at the computer that revoked it. */
  readonly on: string | null
  readonly superseded: boolean
}

export interface CertificateVerdict {
  readonly status: VerdictStatus
  readonly reason: VerdictReason | null
  readonly form: FileForm | null
  /** The `did:key` of the signer; `null` unless its signature is valid. */
  readonly issuer: string | null
  /** False when the caller did not say which issuers are expected. Then `valid` only means that nothing was altered. */
  readonly issuerChecked: boolean
  readonly revocation: Revocation | null
  /** The signed content; `null` unless the signature is valid. */
  readonly told: Told | null
  readonly notes: readonly VerdictNote[]
  /** The verdicts on the other certificates in the file. The verdict that holds them is the gravest of all. */
  readonly also: readonly CertificateVerdict[]
}
