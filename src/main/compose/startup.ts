import type { AppState } from '../../bridge/channels'
import type { Result } from '../../bridge/result'
import { firstState, keptLocale, openRecords, type OpenRecords } from './open-records'
import type { OpenedFiles } from '../files/opened-files'
import { filesClosed } from '../store/libsql'
import { asStartProblem, mayPass, RecordsUnusable } from '../store/start-check'
import type { Restored } from '../store/restore'
import type { SendToPage } from '../windows/to-page'
import type { WithoutRecords } from './without-records'
import type { Program } from './program'

/** Main waits this many milliseconds after the first screen before it loads the rest of its code. */
const FIRST_SCREEN_MS = 300
/** Main waits at most this many milliseconds for the first call of the page. */
const LONGEST_WAIT_MS = 5000
/** Main looks again this often whether another program has released the records. */
const AGAIN_MS = 700

interface Parts {
  readonly madePages: Map<string, string>
  readonly rendererFolder: string
  readonly report: (error: unknown) => void
  /** The files that the system asked this program to open. */
  readonly opened: OpenedFiles
  /** Called when all services are ready, and with `undefined` when they have ended. */
  readonly onStarted: (program: Program | undefined) => void
  /** Called when the state of the application has changed. */
  readonly onChange: () => void
  readonly send: SendToPage
  /** Called with the language that was chosen, if any. It must not delay the first screen. */
  readonly onLocale: (kept: string | undefined) => void
  /** Called with an error that nothing here can handle. */
  readonly onFault: (error: unknown) => void
}

/**
 * Opens the records, or says why they can't be opened. The first question of the page is answered from the records
 * alone; everything else comes after that.
 */
export class Startup {
  #records: OpenRecords | undefined
  #first: AppState | undefined
  #program: Promise<Program> | undefined
  #problem: RecordsUnusable | undefined
  #restored: Restored | undefined
  #withoutRecords: Promise<WithoutRecords> | undefined
  /** Set while the records are being replaced. Calls wait until that has ended. */
  #exchange: Promise<unknown> | undefined
  #ended = false

  constructor(private readonly parts: Parts) {}

  /** @param anew keeps unusable records under another name and begins without records */
  open(anew = false): void {
    if (this.#ended) return
    const now = new Date()
    this.#problem = undefined
    this.#program = undefined
    this.#first = undefined
    try {
      this.#records = { ...openRecords(now, anew), restored: this.#restored }
      this.#first = firstState(this.#records, now, this.parts.opened)
      this.#beginSoon(this.#first ? LONGEST_WAIT_MS : 0)
    } catch (error) {
      this.#records?.db.close()
      this.#records = undefined
      this.#stopAt(error)
    }
  }

  /** @throws the error if it is no problem of the records but a fault of the program */
  #stopAt(error: unknown): void {
    const problem = asStartProblem(error)
    if (!(problem instanceof RecordsUnusable)) throw problem
    if (this.#problem?.problem !== problem.problem) this.parts.report(problem)
    this.#problem = problem
    this.parts.onLocale(undefined)
    if (mayPass(problem.problem)) setTimeout(() => this.#lookAgain(), AGAIN_MS)
  }

  #lookAgain(): void {
    if (this.#ended || this.#exchange || !this.#problem || !mayPass(this.#problem.problem)) return
    const before = this.#problem.problem
    try {
      this.open()
      if (this.#problem?.problem !== before) this.parts.onChange()
    } catch (error) {
      this.parts.onFault(error)
    }
  }

  #beginSoon(ms: number): void {
    setTimeout(() => {
      if (this.#records && !this.#problem && !this.#ended) this.#begin().catch(this.parts.onFault)
    }, ms)
  }

  /** @returns `undefined` if the records have become unusable in the meantime, or the program is ending */
  #begin(): Promise<Program | undefined> {
    const records = this.#records
    if (!records || (this.#ended && !this.#program)) return Promise.resolve(undefined)
    const { madePages, rendererFolder, report, opened, send } = this.parts
    this.#program ??= import('./program').then(({ startProgram }) => {
      if (this.#ended) throw new Error('The program is ending.')
      const reopen = (work: () => Promise<Restored>) => this.#reopen(work)
      const program = startProgram({ records, madePages, rendererFolder, report, opened, send, reopen })
      this.parts.onStarted(program)
      this.parts.onLocale(keptLocale(records))
      return program
    })
    return this.#program.catch((error: unknown) => {
      if (this.#records !== records) return undefined
      records.db.close()
      this.#records = undefined
      this.#program = undefined
      if (!this.#ended) this.#stopAt(error)
      return undefined
    })
  }

  /** Stops all services, replaces the records and opens them again, even if the replacement failed. */
  #reopen(work: () => Promise<Restored>): Promise<Restored> {
    const exchange = (async () => {
      const program = await this.#program?.catch(() => undefined)
      this.parts.onStarted(undefined)
      if (program) await program.close()
      else this.#records?.db.close()
      await filesClosed()
      this.#records = undefined
      try {
        this.#restored = await work()
        return this.#restored
      } finally {
        this.open()
      }
    })()
    this.#exchange = exchange.catch(() => undefined).finally(() => (this.#exchange = undefined))
    return exchange
  }

  async answer(name: string, ours: boolean, raw: unknown): Promise<Result<unknown>> {
    // Waits while the records are being replaced. The call that replaces them has passed this line before.
    await this.#exchange
    if (this.#first && !this.#program && ours && name === 'app.state') {
      this.#beginSoon(FIRST_SCREEN_MS)
      // A file may have come since the state was computed.
      return { ok: true, value: { ...this.#first, waitingFile: this.parts.opened.first ?? null } }
    }
    const program = this.#problem ? undefined : await this.#begin()
    // The page that asked goes as well.
    if (!program && this.#ended) return new Promise(() => {})
    return program ? program.answer(name, ours, raw) : this.#answerWithout(name, ours, raw)
  }

  async #answerWithout(name: string, ours: boolean, raw: unknown): Promise<Result<unknown>> {
    this.#withoutRecords ??= import('./without-records').then(({ withoutRecords }) =>
      withoutRecords({
        problem: () => this.#problem,
        reopen: (work) => this.#reopen(work),
        beginAnew: async () => {
          await filesClosed()
          this.open(true)
        },
        lookAgain: () => this.open(),
        report: this.parts.report,
      }),
    )
    return (await this.#withoutRecords).answer(name, ours, raw)
  }

  /**
   * Ends what was begun. Timers and calls still come until the process is gone; they must find nothing to do, least of
   * all an error that is shown in a box and waits for somebody.
   */
  end(): void {
    this.#ended = true
    if (!this.#program) this.#records?.db.close()
  }
}
