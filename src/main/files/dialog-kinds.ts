/** A file that somebody saves. */
export type SaveDialog =
  | 'auditLog'
  | 'certificate'
  | 'badge'
  | 'credential'
  | 'revocations'
  | 'statusList'
  | 'issuerKey'
  | 'personFile'
  | 'refusedStatements'
  | 'rosterFaults'
  | 'setUpFile'
  | 'records'
  | 'completion'
  | 'statements'
  | 'dueDates'
/** A file that somebody chooses. */
export type OpenDialog =
  'certificateToVerify' | 'revocations' | 'logo' | 'issuerKey' | 'roster' | 'setUpFile' | 'bundles'
/** A folder that somebody chooses. */
export type FolderDialog = 'certificates' | 'exchange' | 'backups'
