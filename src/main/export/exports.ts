import { renameSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { ExportOrder, ExportWritten } from '../../bridge/areas/export'
import { FORMATS_OF, type ExportFormat } from '../../domain/records'
import { refuseResultsOfOne, scoresByPerson } from '../records/privacy'
import { Refused } from '../refused'
import type { Services } from '../services'
import { orRefuse, type RunOptions } from '../worker/client'
import type { ExportAnswer } from './export-task'
import { filterForAudit } from './filter-audit'
import { refusalOf } from './save-error'

/** Asks a person where to save. @throws Refused `cancelled` */
export type Ask = (title: string, name: string, extension: string) => Promise<string>

type Needs = Pick<Services, 'store' | 'worker' | 'around' | 'organisation' | 'seals' | 'library'> & {
  readonly lrs: Pick<Services['lrs'], 'naming'>
}

const EXTENSION: Readonly<Record<ExportFormat, string>> = {
  csv: 'csv',
  xlsx: 'xlsx',
  jsonl: 'jsonl',
  xapi: 'jsonl',
  pdf: 'pdf',
}

const TITLE = { en: 'Export records', fr: 'Exporter les données' } as const

/** Writes exports, one at a time, and keeps account of each in the audit log. */
export class Exports {
  readonly #services: Needs
  readonly #ask: Ask
  #running: { readonly abort: AbortController; progress: { done: number; total: number } } | undefined

  constructor(services: Needs, ask: Ask) {
    this.#services = services
    this.#ask = ask
  }

  /** How far the one that runs is; `null` when none does. */
  get progress(): { done: number; total: number } | null {
    return this.#running?.progress ?? null
  }

  cancel(): void {
    this.#running?.abort.abort()
  }

  /**
   * @param by who asks for it
   * @throws Refused
   */
  async run(order: ExportOrder, by: string): Promise<ExportWritten> {
    const { subject, format, filter } = order
    if (!FORMATS_OF[subject].includes(format)) {
      throw new Refused('bad-request', `There is no ${format} of ${subject}.`)
    }
    this.#refuseByPrivacy(order)
    if (this.#running) {
      throw new Refused('export-running', 'Another export is being written. Wait for it, or cancel it.')
    }
    const running = { abort: new AbortController(), progress: { done: 0, total: 0 } }
    this.#running = running
    try {
      const now = this.#services.around.now().toISOString()
      const name = format === 'xapi' ? 'statements' : subject === 'attempts' ? 'records' : 'completion'
      const extension = EXTENSION[format]
      const path = await this.#ask(TITLE[order.locale], `${name}-${now.slice(0, 10)}.${extension}`, extension)
      const answer = await this.#write(order, path, now, {
        signal: running.abort.signal,
        onProgress: (done, total) => (running.progress = { done, total }),
      })
      const { rows, integrity } = answer
      const { altered, unsealed } = integrity
      this.#land(answer.temporary, path, by, {
        subject,
        format,
        filter: filterForAudit(filter),
        rows,
        ...(altered > 0 && { altered }),
        ...(unsealed > 0 && { unsealed }),
      })
      return { file: basename(path), rows, altered, unsealed }
    } finally {
      this.#running = undefined
    }
  }

  #refuseByPrivacy({ subject, format, filter }: ExportOrder): void {
    if (scoresByPerson(this.#services)) return
    refuseResultsOfOne(this.#services, filter)
    if (format === 'xapi') {
      throw new Refused(
        'hidden-by-privacy',
        `In pseudonymous mode no export tells the results of single people; ${subject} can be had as a table.`,
      )
    }
  }

  async #write(order: ExportOrder, path: string, now: string, options: RunOptions): Promise<ExportAnswer> {
    const { worker, seals, lrs, library } = this.#services
    const { subject, format, filter } = order
    if (format === 'pdf') throw new Error('not yet')
    const { secret, since } = seals()
    const scope = {
      subject,
      filter,
      now,
      scoresByPerson: scoresByPerson(this.#services),
      sealedSince: since,
    }
    const statements =
      format === 'xapi' ? { statements: { naming: lrs.naming(), courses: library.courses } } : {}
    const request = { scope, format, path, sealSecret: secret, ...statements }
    return orRefuse(await worker.run('export-records', request, options))
  }

  /** The file gets its name together with its entry in the audit log, or neither. */
  #land(temporary: string, path: string, by: string, detail: object): void {
    const { store, around } = this.#services
    try {
      store.writeAudit('records-exported', around.now().toISOString(), by, detail, () =>
        renameSync(temporary, path),
      )
    } catch (error) {
      rmSync(temporary, { force: true })
      throw refusalOf(error, path)
    }
  }
}
