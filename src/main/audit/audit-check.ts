import type { AuditVerdict } from '../../domain/records'
import type { Task } from '../store/task'
import { checkAuditLog } from './audit-log'

/** Walks the whole audit log. `issuers` are this installation's keys. */
export const auditCheck: Task<{ readonly issuers: readonly string[] }, AuditVerdict> = (
  { issuers },
  { db, breathe },
) => checkAuditLog(db, issuers, breathe)
