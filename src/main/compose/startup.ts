import type { AppState } from '../../bridge/channels'
import type { Result } from '../../bridge/result'
import { firstState, keptLocale, openRecords, type OpenRecords } from './open-records'
import { filesClosed } from '../store/libsql'
import { asStartProblem, mayPass, RecordsUnusable } from '../store/start-check'
import type { Restored } from '../store/restore'
import type { SendToPage } from '../windows/to-page'
import type { WithoutRecords } from './without-records'
import type { Program } from './program'

/** Milliseconds that the first screen has to itself before main reads the rest of its code. */
const FIRST_SCREEN_MS = 300
/** Milliseconds after which main no longer waits for a page that asks for nothing. */
const LONGEST_WAIT_MS = 5000
/** Until another program may have let go of the records. */
const AGAIN_MS = 700

interface Parts {
  readonly madePages: Map<string, string>
  readonly rendererFolder: string
  readonly report: (error: unknown) => void
  /** Everything that works on the records is there; `undefined` when it has ended. */
  readonly onStarted: (program: Program | undefined) => void
  /** The state of the application is another one than the page knows. */
  readonly onChange: () => void
  readonly send: SendToPage
  /** The language that was chosen, where one was. Not in the way of the first screen. */
  readonly onLocale: (kept: string | undefined) => void
  /** An error that nobody here can do anything about. */
  readonly onFault: (error: unknown) => void
}

/**
 * Opens the records, and says what is wrong where they can't be. The first question of the page is answered from the
 * records alone; all else comes after that.
 */
export class Startup {
  #records: OpenRecords | undefined
  #first: AppState | undefined
  #program: Promise<Program> | undefined
  #problem: RecordsUnusable | undefined
  #restored: Restored | undefined
  #withoutRecords: Promise<WithoutRecords> | undefined
  /** While the records are exchanged; calls wait for its end. */
  #exchange: Promise<unknown> | undefined
  #ended = false

  constructor(private readonly parts: Parts) {}

  /** @param anew leaves what can't be used where it is, under another name, and begins without records */
  open(anew = false): void {
    const now = new Date()
    this.#problem = undefined
    this.#program = undefined
    this.#first = undefined
    try {
      this.#records = { ...openRecords(now, anew), restored: this.#restored }
      this.#first = firstState(this.#records, now)
      this.#beginSoon(this.#first ? LONGEST_WAIT_MS : 0)
    } catch (error) {
      this.#records?.db.close()
      this.#records = undefined
      this.#stopAt(error)
    }
  }

  /** @throws an error that is no problem of the records, for it is ours */
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
      if (this.#records && !this.#problem) this.#begin().catch(this.parts.onFault)
    }, ms)
  }

  /** @returns `undefined` when the records turned out to be unusable meanwhile */
  #begin(): Promise<Program | undefined> {
    const records = this.#records
    if (!records) return Promise.resolve(undefined)
    const { madePages, rendererFolder, report, send } = this.parts
    this.#program ??= import('./program').then(({ startProgram }) => {
      const reopen = (work: () => Promise<Restored>) => this.#reopen(work)
      const program = startProgram({ records, madePages, rendererFolder, report, send, reopen })
      this.parts.onStarted(program)
      this.parts.onLocale(keptLocale(records))
      return program
    })
    return this.#program.catch((error: unknown) => {
      if (this.#records !== records) return undefined
      records.db.close()
      this.#records = undefined
      this.#program = undefined
      this.#stopAt(error)
      return undefined
    })
  }

  /** Ends what works on the records, exchanges them, and opens them again, whatever came of it. */
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
    // The call that exchanges the records is on its way already.
    await this.#exchange
    if (this.#first && !this.#program && ours && name === 'app.state') {
      this.#beginSoon(FIRST_SCREEN_MS)
      return { ok: true, value: this.#first }
    }
    const program = this.#problem ? undefined : await this.#begin()
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

  end(): void {
    this.#ended = true
    if (!this.#program) this.#records?.db.close()
  }
}
