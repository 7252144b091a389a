/** The reasons why a call was refused or failed. The renderer has a sentence for each code. */
export const ERROR_CODES = [
  'bad-request',
  'not-allowed',
  'not-signed-in',
  'locked',
  'must-change',
  'wrong-secret',
  'too-many-tries',
  'weak-secret',
  'other-administrator',
  'last-administrator',
  'manager-unknown',
  'manager-cycle',
  /** The act would now do something else than was shown. */
  'stale',
  'unusable-name',
  'roster-unreadable',
  'roster-workbook',
  'roster-not-text',
  'roster-empty',
  'roster-faults',
  'not-found',
  'already-exists',
  /** Trainees already have a document with this id. */
  'already-published',
  'round-waits',
  'not-yet',
  'scenario-changed',
  'scenario-invalid',
  'media-unusable',
  'not-offered',
  'looked-enough',
  'attempt-ended',
  'log-out-of-step',
  'being-signed',
  'unprintable',
  'wrong-passphrase',
  'picture-type',
  'media-type',
  'media-size',
  'media-pixels',
  'media-in-use',
  'picture-large',
  'picture-damaged',
  'file-unreadable',
  'write-failed',
  'disk-full',
  'not-writable',
  'too-many-rows',
  'export-running',
  'hidden-by-privacy',
  'results-closed',
  'earlier-closed',
  'administrator-resets',
  'pin-needed',
  'cancelled',
  'records-busy',
  'backup-unreadable',
  'backup-locked',
  'backup-newer',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

export interface Failure {
  readonly code: ErrorCode
  readonly message: string
  /** The seconds until another try makes sense. */
  readonly wait?: number
}

/** The answer to every call across processes. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }
