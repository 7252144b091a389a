import { basename } from 'node:path'
import type { ExportOrder, ExportWritten } from '../../bridge/areas/export'
import {
  filterInWords,
  FORMATS_OF,
  type Detection,
  type ExportFormat,
  type RecordFilter,
} from '../../domain/records'
import { filterWithinPrivacy, mayShowPersonalResults } from '../people/privacy'
import { courseRule } from '../reporting/course-rule'
import { releasedResultsFor, type ReleasedResultsNeeds, type ResultsWorker } from '../reporting/results'
import { saveRecorded } from '../store/recorded-file'
import type { Person } from '../store/records'
import { localDay } from '../local-day'
import { orRefuse, Refused } from '../refused'
import type { Dialogs } from '../files/dialogs'
import type { Library } from '../library/library'
import type { RecordStore } from '../record-store/record-store'
import type { OrganisationStore } from '../people/organisation'
import type { Database } from '../store/libsql'
import type { Seals } from '../evidence/seal'
import type { System } from '../system'
import type { Result } from '../../bridge/result'
import type { RunOptions } from '../store/task'
import { writePending } from '../files/atomic-write'
import { refusalOf } from '../files/errors'
import type { ExportAnswer, ExportRequest, FileFormat } from './export-task'
import type { ReportRequest } from '../store/completion-report'
import type { ReportData } from './report-task'
import { filterForAudit } from './filter-audit'
import { NOTHING_LEFT_OUT } from './formats'
import { loadFilterWords } from './filter-naming'
import { loadTexts } from '../../texts/translate'
import type { ReportPrint } from './print-report'
import { dayAndTime, reportBody } from './report-page'

/**
 * Prints a report.
 * @throws Refused `cancelled`
 */
export type Print = (report: ReportPrint) => Promise<Uint8Array>

/** The worker that writes exports. */
export type ExportWorker = ResultsWorker & {
  run(task: 'export-records', request: ExportRequest, options: RunOptions): Promise<Result<ExportAnswer>>
  run(task: 'completion-report', request: ReportRequest, options: RunOptions): Promise<Result<ReportData>>
}

export interface ExportNeeds extends ReleasedResultsNeeds {
  readonly db: Database
  readonly worker: ExportWorker
  readonly system: Pick<System, 'now'>
  readonly organisation: Pick<OrganisationStore, 'name' | 'settings'>
  readonly seals: () => Seals
  readonly library: Pick<Library, 'course' | 'courses' | 'scenario'>
  readonly recordStore: Pick<RecordStore, 'naming'>
  readonly dialogs: Pick<Dialogs, 'save'>
}

const EXTENSION: Readonly<Record<ExportFormat, string>> = {
  csv: 'csv',
  xlsx: 'xlsx',
  jsonl: 'jsonl',
  xapi: 'jsonl',
  pdf: 'pdf',
}

/** A standing has no seal, because it is computed from attempts that have one. */
const NOT_SEALED = { whole: 0, altered: 0, unsealed: 0, open: 0 } as const

/** `total` is 0 until it is known. */
export interface Progress {
  readonly done: number
  readonly total: number
}

/** Writes exports, one at a time, and notes each in the audit log. */
export class Exports {
  readonly #needs: ExportNeeds
  readonly #print: Print
  readonly #tell: (progress: Progress) => void
  #running: AbortController | undefined

  /** @param tell is told the progress of the running export */
  constructor(needs: ExportNeeds, print: Print, tell: (progress: Progress) => void) {
    this.#needs = needs
    this.#print = print
    this.#tell = tell
  }

  cancel(): void {
    this.#running?.abort()
  }

  /**
   * @param by the person who asks for it
   * @throws Refused
   */
  async run(asked: ExportOrder, by: Pick<Person, 'id' | 'name'>): Promise<ExportWritten> {
    const { subject, format } = asked
    if (!FORMATS_OF[subject].includes(format)) {
      throw new Refused('bad-request', `There is no ${format} of ${subject}.`)
    }
    this.#refuseByPrivacy(asked)
    const filter = filterWithinPrivacy(this.#needs, asked.filter)
    const order = { ...asked, filter }
    if (this.#running) {
      throw new Refused('export-running', 'Another export is being written. Wait for it, or cancel it.')
    }
    const running = new AbortController()
    this.#running = running
    try {
      const moment = this.#needs.system.now()
      const now = moment.toISOString()
      const what = format === 'xapi' ? 'statements' : subject === 'attempts' ? 'records' : 'completion'
      const path = await this.#needs.dialogs.save(what, localDay(moment), EXTENSION[format])
      const { signal } = running
      const answer = await (order.format === 'pdf'
        ? this.#writeReport(order, path, now, by.name, signal)
        : this.#write({ ...order, format: order.format }, path, now, {
            signal,
            onProgress: (done, total) => this.#tell({ done, total }),
          }))
      const { rows, integrity, leftOut } = answer
      const { altered, unsealed } = integrity
      const alteredInAll = altered + leftOut.altered
      const unreadable = [...leftOut.of, ...leftOut.courses]
      const { temporary } = answer
      const detail = {
        subject,
        format,
        filter: filterForAudit(filter),
        rows,
        ...(alteredInAll > 0 && { altered: alteredInAll }),
        ...(unsealed > 0 && { unsealed }),
        ...(leftOut.records > 0 && { leftOut: leftOut.records }),
        ...(unreadable.length > 0 && { unreadable }),
      }
      const at = this.#needs.system.now().toISOString()
      const entry = { act: 'records-exported', at, by: by.id, detail } as const
      saveRecorded(this.#needs.db, path, { temporary }, entry)
      return { file: basename(path), rows, altered, unsealed, leftOut }
    } finally {
      this.#running = undefined
    }
  }

  #refuseByPrivacy({ subject, format }: ExportOrder): void {
    if (format === 'xapi' && !mayShowPersonalResults(this.#needs)) {
      throw new Refused(
        'hidden-by-privacy',
        `In pseudonymous mode no export tells the results of single people; ${subject} can be had as a table.`,
      )
    }
  }

  async #write(
    order: Pick<ExportOrder, 'subject' | 'filter'> & { format: FileFormat },
    path: string,
    now: string,
    options: RunOptions,
  ): Promise<ExportAnswer> {
    const { worker, seals, recordStore, library } = this.#needs
    const { subject, format, filter } = order
    const { secret, since } = seals()
    const scope = {
      subject,
      filter,
      now,
      scoresByPerson: mayShowPersonalResults(this.#needs),
      sealedSince: since,
    }
    const statements =
      format === 'xapi' ? { statements: { naming: recordStore.naming(), courses: library.courses } } : {}
    const request = { scope, format, path, sealSecret: secret, ...statements }
    return orRefuse(await worker.run('export-records', request, options))
  }

  async #writeReport(
    { filter, paper, locale }: ExportOrder,
    path: string,
    now: string,
    by: string,
    signal: AbortSignal,
  ): Promise<ExportAnswer> {
    const { worker, organisation } = this.#needs
    const named = mayShowPersonalResults(this.#needs)
    const request = { filter, now, scoresByPerson: named }
    const { rows, detection: counted } = orRefuse(await worker.run('completion-report', request, { signal }))
    const [words, texts] = await Promise.all([
      loadFilterWords(this.#needs, locale),
      loadTexts(locale, 'report'),
    ])
    const facts = {
      organisation: organisation.name() ?? '',
      filter: filterInWords(filter, words),
      by,
      at: now,
      detection: named ? counted : await this.#released(filter),
      smallestGroup: named ? null : organisation.settings().smallestGroup,
      courseTitle: words.course,
      courseRule: (id: string) => {
        const rule = courseRule(this.#needs, id)
        return rule && { words: rule.words[locale] ?? rule.words['en']!, version: rule.courseVersion }
      },
    }
    const pdf = await this.#print({
      body: reportBody(rows, facts, texts, locale, named),
      organisation: facts.organisation,
      at: now,
      footer: [facts.organisation, texts('title'), dayAndTime(now, locale), by].join(' · '),
      paper,
      locale,
      texts,
      signal,
    })
    if (signal.aborted) throw new Refused('cancelled', 'It was cancelled.')
    try {
      return {
        temporary: writePending(path, pdf),
        rows: rows.length,
        integrity: NOT_SEALED,
        leftOut: NOTHING_LEFT_OUT,
      }
    } catch (error) {
      throw refusalOf(error, path)
    }
  }

  /**
   * Returns the released results of the groups that the filter names; `undefined` if the filter does more than that, or
   * if nothing was released.
   */
  async #released(filter: RecordFilter): Promise<Detection | undefined> {
    const all = (await releasedResultsFor(this.#needs, filter))?.all
    return all && all.attempts > 0
      ? { ...all, missed: all.attacks - all.hits, turnedAway: all.falseAlarms }
      : undefined
  }
}
