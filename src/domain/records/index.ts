export { CSV_BYTE_ORDER_MARK, csvCell, csvLine, mayRunAsFormula, type Cell } from './csv'
export type { ExportedAttempt } from './attempts-csv'
export { DEFAULT_ORGANISATION_SETTINGS, withPin, type OrganisationSettings } from './organisation'
export { organisationSettingsSchema } from './organisation-schema'
export {
  columnsOf,
  EXPORT_COLUMNS,
  EXPORT_FORMATS,
  EXPORT_SUBJECTS,
  FORMATS_OF,
  type ExportFormat,
  type ExportSubject,
  type RecordColumn,
} from './export-columns'
export { reportCounts, type Detection, type ReportCounts, type ReportRow } from './report'
export { filterInWords, type FilterWords } from './filter-words'
export {
  asksForResults,
  dayOfInstant,
  EVERYTHING,
  groupOf,
  namesGroups,
  STANDING_ORDERS,
  STANDING_STATUSES,
  type RecordFilter,
  type StandingSort,
  type StandingStatus,
} from './filter'
export { emailOf, LONGEST_EMAIL } from './email'
export {
  groupFault,
  LONGEST_GROUP,
  LONGEST_NAME,
  nameFault,
  organisationFault,
  sameGroup,
  saysNothing,
  tidyName,
  withVisibleSigns,
} from './person-name'
export {
  readDelimited,
  unwrapped,
  SEPARATORS,
  type DelimitedRecord,
  type RecordFault,
  type Separator,
} from './delimited'
export { ROSTER_ENCODINGS, UPPER_HALVES, type RosterEncoding } from './encodings'
export { strangeIn } from './strange'
export { canonicalJson } from './canonical'
export { attemptDocumentSchema, documentScore, logText, type AttemptDocument } from './attempt-document'
export { keepsRecords, RECORD_KEEPERS, ROLES, type Role } from './roles'
export { addUpReleases, type ResultRelease } from './releases'
export type { CompetencyCounts, ResultCounts } from './result-counts'
export {
  AUDIT_FAULTS,
  AUDIT_START,
  AuditCheck,
  auditHash,
  auditHeadText,
  type AuditEntry,
  type AuditFault,
  type AuditFaultKind,
  type AuditHead,
  type AuditTools,
  type AuditVerdict,
} from './audit'
export {
  auditFileHeader,
  auditFileLines,
  checkAuditFile,
  NoAuditFileError,
  type AuditFileVerdict,
} from './audit-file'
export {
  standingOf,
  statusAt,
  type CompetencyPoints,
  type Standing,
  type StandingAttempt,
  type StandingDates,
} from './standing'
export {
  BUNDLE_REASONS,
  bundleContentSchema,
  bundleSchema,
  comparisonCode,
  ENROLMENT_REASONS,
  enrolmentSchema,
  LARGEST_MEDIA_IN_ALL,
  mayChange,
  sameName,
  type Bundle,
  type BundleContent,
  type BundlePerson,
  type BundleReason,
  type Enrolment,
  type EnrolmentReason,
} from './exchange-files'
export { ATTENTION_DAYS, ATTENTION_REASONS, attentionOf, type AttentionReason } from './attention'
export { ACTS, AUDIT_DETAILS, AUDIT_IDS, type Act, type AuditDetail, type AuditDetailKey } from './audit-acts'
export {
  faultOfSecret,
  normalSecret,
  PASSPHRASE_LENGTH,
  PIN_LENGTH,
  type SecretFault,
  type SecretKind,
} from './secret-rules'
export {
  planRoster,
  ROSTER_FAULTS,
  type ChangedField,
  type KnownPerson,
  type RosterChange,
  type RosterFault,
  type RosterFaultCode,
  type RosterPlan,
  type RosterRow,
} from './roster'
export type { Leaver, RosterReading } from './roster-leavers'
export {
  missingColumn,
  NO_COLUMNS,
  ROSTER_FIELDS,
  ROSTER_GROUPS,
  type RosterField,
  type RosterGroup,
  type RosterMapping,
} from './roster-columns'
export { guessColumns, HEAD_RECORDS, headerLineOf, headLines, separatorOf } from './guess-roster-columns'
export { numberKey } from './roster-entries'
export { mergedGroups, rosterTable, type RosterTable } from './roster-rows'
export type { PeopleFilter } from './people-filter'
