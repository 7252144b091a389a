import { filterInWords } from '../../domain/records'
import { Exports } from '../export/exports'
import { filterNaming } from '../export/filter-naming'
import { printReport } from '../export/print-report'
import { scoresByPerson } from '../records/privacy'
import type { Services } from '../services'
import type { Handlers } from './answer'

type ExportHandlers = Pick<Handlers, 'export.describe' | 'export.run' | 'export.progress' | 'export.cancel'>

export function exportHandlers(services: Services): ExportHandlers {
  const exports = new Exports(services, (report) =>
    printReport(report, services.rendererFolder, services.madePages),
  )
  return {
    'export.describe': ({ filter, locale }) => ({
      filter: filterInWords(filter, filterNaming(services, locale)),
      scoresByPerson: scoresByPerson(services),
    }),
    'export.run': (order, { person }) => exports.run(order, person!),
    'export.progress': () => exports.progress,
    'export.cancel': () => {
      exports.cancel()
      return null
    },
  }
}
