import { filterInWords } from '../../domain/records'
import { Exports, type ExportNeeds } from '../export/exports'
import { loadFilterWords } from '../export/filter-naming'
import { printReport } from '../export/print-report'
import { mayShowPersonalResults } from '../people/privacy'
import type { Handlers } from './answer'
import type { PageEvents } from './events'

type ExportHandlers = Pick<Handlers, 'export.describe' | 'export.run' | 'export.cancel'>

export type ExportHandlerNeeds = ExportNeeds & {
  readonly rendererFolder: string
  readonly madePages: Map<string, string>
  readonly events: Pick<PageEvents, 'tell'>
}

export function exportHandlers(needs: ExportHandlerNeeds): ExportHandlers {
  const exports = new Exports(
    needs,
    (report) => printReport(report, needs.rendererFolder, needs.madePages),
    (progress) => needs.events.tell('export.progress', progress),
  )
  return {
    'export.describe': async ({ filter, locale }) => ({
      filter: filterInWords(filter, await loadFilterWords(needs, locale)),
      scoresByPerson: mayShowPersonalResults(needs),
    }),
    'export.run': (order, { person }) => exports.run(order, person),
    'export.cancel': () => {
      exports.cancel()
      return null
    },
  }
}
