import { basename } from 'node:path'
import { auditFile, signAuditLog } from '../audit/audit-log'
import { auditPage } from '../store/audit-pages'
import { AuditSubjects } from '../audit/audit-subjects'
import { localDay } from '../local-day'
import { dayOfInstant, keepsRecords, type Act } from '../../domain/records'
import { mayShowPersonalResults, wholeDays } from '../people/privacy'
import { orRefuse, Refused } from '../refused'
import { saveRecorded } from '../store/recorded-file'
import type { IssuerKey } from '../credentials/issuer-key'
import type { SigningKey } from '../keys/signing-key'
import type { Dialogs } from '../files/dialogs'
import type { Library } from '../library/library'
import type { OrganisationStore } from '../people/organisation'
import type { Database } from '../store/libsql'
import type { Seals } from '../evidence/seal'
import type { System } from '../system'
import type { RecordWorker } from '../worker/client'
import type { Handlers } from './answer'

type AuditHandlers = Pick<Handlers, 'audit.page' | 'audit.check' | 'audit.checkRecords' | 'audit.save'>

/** Entries from before pseudonymous mode that tell a result of one person. In that mode none is written. */
const TELLING_RESULTS: readonly Act[] = ['attempt-left']

export interface AuditNeeds {
  readonly db: Database
  readonly system: Pick<System, 'now'>
  readonly library: Library
  readonly organisation: Pick<OrganisationStore, 'name' | 'settings'>
  readonly worker: Pick<RecordWorker, 'run'>
  readonly dialogs: Pick<Dialogs, 'save'>
  readonly seals: () => Seals
  readonly logKey: () => SigningKey
  readonly deviceKey: () => SigningKey
  readonly issuers: Pick<IssuerKey, 'trusted'>
}

export function auditHandlers(needs: AuditNeeds): AuditHandlers {
  const { db, system, library, organisation, worker } = needs
  const now = () => system.now().toISOString()
  /**
   * Returns the keys with which this installation signs the log or once did: alone, as a device, and before a key was
   * replaced.
   */
  const keys = () => [needs.logKey().did, needs.deviceKey().did, ...needs.issuers.trusted()]
  return {
    'audit.page': ({ before, limit, ...filter }) => {
      const named = mayShowPersonalResults(needs)
      const allowed = named ? filter : { ...wholeDays(filter), without: TELLING_RESULTS }
      const lines = auditPage(db, allowed, before, limit + 1)
      const names = new AuditSubjects(db, library)
      const page = lines.slice(0, limit).map(({ role, ...line }) => ({
        ...line,
        at: named || line.personId === null || keepsRecords(role) ? line.at : dayOfInstant(line.at),
        named: names.of(line),
      }))
      return { lines: page, more: lines.length > limit }
    },
    'audit.check': async () => orRefuse(await worker.run('audit-check', { issuers: keys() })),
    'audit.checkRecords': async () => {
      const { secret, since } = needs.seals()
      return orRefuse(await worker.run('records-check', { secret, since }))
    },
    'audit.save': async (_request, { person }) => {
      if (!mayShowPersonalResults(needs) && person.role !== 'administrator') {
        throw new Refused(
          'hidden-by-privacy',
          'In pseudonymous mode an administrator saves the log: it holds the times at which people learned.',
        )
      }
      const at = now()
      const path = await needs.dialogs.save('auditLog', localDay(system.now()))
      let entries = 0
      // The entry about this export is the last one in the exported file, and the signature covers it.
      const content = () => {
        const head = signAuditLog(db, needs.logKey(), at)!
        entries = head.seq
        return auditFile(db, organisation.name() ?? '', at, head)
      }
      saveRecorded(db, path, content, { act: 'audit-exported', at, by: person.id, detail: {} })
      return { file: basename(path), entries }
    },
  }
}
