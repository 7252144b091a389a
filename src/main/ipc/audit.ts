import { basename } from 'node:path'
import { auditFile, auditPage, signAuditLog } from '../records/audit-log'
import { AuditNames } from '../records/audit-names'
import { localDay } from '../local-day'
import { dayOfInstant } from '../../domain/records'
import { wholeDays } from '../records/days'
import { scoresByPerson } from '../records/privacy'
import { Refused } from '../refused'
import { saveRecorded } from '../records/recorded-file'
import { orRefuse } from '../worker/client'
import type { Services } from '../services'
import type { Handlers } from './answer'

const RECORD_KEEPERS: readonly string[] = ['hr', 'administrator']

type AuditHandlers = Pick<Handlers, 'audit.page' | 'audit.check' | 'audit.checkRecords' | 'audit.save'>

export function auditHandlers(services: Services): AuditHandlers {
  const { db, around, library, organisation, worker } = services
  const now = () => around.now().toISOString()
  /** What this installation signs with, today, while it was alone, and before its key was replaced. */
  const keys = () => [services.logKey().did, services.deviceKey().did, ...services.issuers.trusted()]
  return {
    'audit.page': ({ before, limit, ...filter }) => {
      const named = scoresByPerson(services)
      const lines = auditPage(db, named ? filter : wholeDays(filter), before, limit + 1)
      const names = new AuditNames(db, library)
      const page = lines.slice(0, limit).map(({ role, ...line }) => ({
        ...line,
        at:
          named || line.personId === null || RECORD_KEEPERS.includes(role ?? '')
            ? line.at
            : dayOfInstant(line.at),
        named: names.of(line),
      }))
      return { lines: page, more: lines.length > limit }
    },
    'audit.check': async () => orRefuse(await worker.run('audit-check', { issuers: keys() })),
    'audit.checkRecords': async () => {
      const { secret, since } = services.seals()
      return orRefuse(await worker.run('records-check', { secret, since }))
    },
    'audit.save': async (_request, { person }) => {
      if (!scoresByPerson(services) && person!.role !== 'administrator') {
        throw new Refused(
          'hidden-by-privacy',
          'In pseudonymous mode an administrator saves the log: it holds the times at which people learned.',
        )
      }
      const at = now()
      const path = await services.dialogs.save('auditLog', localDay(around.now()))
      let entries = 0
      // The export is the last entry of what is exported, and what is signed covers it.
      const content = () => {
        const head = signAuditLog(db, services.logKey(), at)!
        entries = head.seq
        return auditFile(db, organisation.name() ?? '', at, head)
      }
      saveRecorded(db, path, content, { act: 'audit-exported', at, by: person!.id, detail: {} })
      return { file: basename(path), entries }
    },
  }
}
