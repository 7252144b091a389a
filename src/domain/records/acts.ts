/**
 * What the audit log tells of; each has a sentence in the interface (`audit.act.…`). Details of an entry hold ids and
 * counts, never a name or an employee number.
 */
export const ACTS = [
  'set-up',
  'person-added',
  'sign-in',
  'sign-out',
  'credential-issued',
  'records-exported',
  'certificate-saved',
  'database-set-aside',
  'settings-changed',
  'person-erased',
  'person-exported',
  'retention-applied',
  'sealing-began',
  'audit-exported',
  'enrolment-made',
  'enrolled',
  'device-accepted',
  'device-refused',
  'device-revoked',
  'bundle-imported',
  'bundle-refused',
  'bundle-people-settled',
  'record-store-connected',
  'record-store-earlier',
  'record-store-paused',
  'record-store-disconnected',
  'statement-dropped',
] as const

export type Act = (typeof ACTS)[number]
