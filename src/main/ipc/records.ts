import { basename } from 'node:path'
import { printCertificate } from '../credentials/print'
import { askWhere, writeOrRefuse } from '../export/save-file'
import { certificateView } from '../learn/courses'
import type { Services } from '../services'
import { Refused } from '../refused'
import type { Handlers } from './answer'

type RecordHandlers = Pick<Handlers, 'certificate.savePdf'>

export function recordHandlers(services: Services): RecordHandlers {
  const { store, library, around, rendererFolder, madePages } = services
  const now = () => around.now().toISOString()
  return {
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
