import { basename } from 'node:path'
import type { AttemptRow } from '../../bridge/channels'
import type { ExportedAttempt } from '../../domain/records'
import { printCertificate } from '../credentials/print'
import { askWhere, writeOrRefuse } from '../export/save-file'
import { certificateView, completions } from '../learn/courses'
import type { Library } from '../library/library'
import type { Services } from '../services'
import { Refused } from '../refused'
import type { Handlers } from './answer'

type RecordHandlers = Pick<Handlers, 'records.attempts' | 'records.completions' | 'certificate.savePdf'>

function toRow(attempt: ExportedAttempt, library: Library): AttemptRow {
  const found = library.scenario(attempt.scenario)
  return {
    id: attempt.id,
    personName: attempt.personName,
    personNumber: attempt.personNumber,
    course: attempt.course,
    courseTitle: library.course(attempt.course)?.title ?? { en: attempt.course },
    scenario: attempt.scenario,
    scenarioTitle: 'kind' in found ? { en: attempt.scenario } : found.scenario.title,
    truth: attempt.truth as AttemptRow['truth'],
    mode: attempt.mode as AttemptRow['mode'],
    startedAt: attempt.startedAt,
    endedAt: attempt.endedAt,
    scorePercent: attempt.scorePercent,
    passed: attempt.passed,
    disposition: attempt.disposition as AttemptRow['disposition'],
    outcome: attempt.outcome as AttemptRow['outcome'],
    critical: [...attempt.critical],
  }
}

export function recordHandlers(services: Services): RecordHandlers {
  const { store, library, around, rendererFolder, madePages } = services
  const now = () => around.now().toISOString()
  return {
    'records.attempts': ({ search, offset, limit }) => ({
      total: store.countAttempts(search),
      rows: [...store.attempts(search, offset, limit)].map((attempt) => toRow(attempt, library)),
    }),
    'records.completions': ({ search }) => completions(search, store, library),
    'certificate.savePdf': async ({ certificate: id, paper, locale }, { person }) => {
      const found = store.credential(id)
      const allowed =
        found && (found.personId === person!.id || ['hr', 'administrator'].includes(person!.role))
      if (!allowed) throw new Refused('not-found', 'There is no such certificate.')
      const path = await askWhere('Save certificate', `certificate-${id}.pdf`, 'pdf')
      const view = { ...found.certificate, ...certificateView(found.certificate, library) }
      const pdf = await printCertificate(view, paper, locale, rendererFolder, madePages)
      writeOrRefuse(path, pdf)
      store.writeAudit('certificate-saved', now(), person!.id, { id, paper })
      return { file: basename(path) }
    },
  }
}
