import type { AppState } from '../../bridge/channels'
import type { Result } from '../../bridge/result'
import { firstState, keptLocale, openRecords, type Opened } from './opened'
import { filesReleased } from '../store/libsql'
import { asStartProblem, mayPass, RecordsUnusable } from '../store/start-check'
import type { Restored } from '../store/restore'
import type { SendToPage } from '../windows/to-page'
import type { Rescue } from './rescue'
import type { Started } from './start'

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
  readonly onStarted: (started: Started | undefined) => void
  /** The state of the application is another one than the page knows. */
  readonly onChange: () => void
  readonly send: SendToPage
  /** The language that was chosen, where one was. */
  readonly onLocale: (kept: string | undefined) => void
  /** What nothing can be done about. */
  readonly onFault: (error: unknown) => void
}

/**
 * Opens the records, and says what is wrong where they can't be. The first question of the page is answered from the
 * records alone; all else comes after that.
 */
export class Opening {
  #opened: Opened | undefined
  #first: AppState | undefined
  #starting: Promise<Started> | undefined
  #problem: RecordsUnusable | undefined
  #restored: Restored | undefined
  #rescue: Promise<Rescue> | undefined
  /** While the records are exchanged; calls wait for its end. */
  #exchange: Promise<unknown> | undefined
  #ended = false

  constructor(private readonly parts: Parts) {}

  /** @param anew leaves what can't be used where it is, under another name, and begins without records */
  open(anew = false): void {
    const now = new Date()
    this.#problem = undefined
    this.#starting = undefined
    this.#first = undefined
    try {
      this.#opened = { ...openRecords(now, anew), restored: this.#restored }
      this.parts.onLocale(keptLocale(this.#opened))
      this.#first = firstState(this.#opened, now)
      this.#beginSoon(this.#first ? LONGEST_WAIT_MS : 0)
    } catch (error) {
      this.#opened?.db.close()
      this.#opened = undefined
      this.parts.onLocale(undefined)
      this.#stopAt(error)
    }
  }

  /** @throws an error that is no problem of the records, for it is ours */
  #stopAt(error: unknown): void {
    const problem = asStartProblem(error)
    if (!(problem instanceof RecordsUnusable)) throw problem
    if (this.#problem?.problem !== problem.problem) this.parts.report(problem)
    this.#problem = problem
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
      if (this.#opened && !this.#problem) this.#begin().catch(this.parts.onFault)
    }, ms)
  }

  /** @returns `undefined` when the records turned out to be unusable meanwhile */
  #begin(): Promise<Started | undefined> {
    const opened = this.#opened
    if (!opened) return Promise.resolve(undefined)
    const { madePages, rendererFolder, report, send } = this.parts
    this.#starting ??= import('./start').then(({ start }) => {
      const reopen = (work: () => Promise<Restored>) => this.#reopen(work)
      const started = start({ opened, madePages, rendererFolder, report, send, reopen })
      this.parts.onStarted(started)
      return started
    })
    return this.#starting.catch((error: unknown) => {
      if (this.#opened !== opened) return undefined
      opened.db.close()
      this.#opened = undefined
      this.#starting = undefined
      this.#stopAt(error)
      return undefined
    })
  }

  /** Ends what works on the records, exchanges them, and opens them again, whatever came of it. */
  #reopen(work: () => Promise<Restored>): Promise<Restored> {
    const exchange = (async () => {
      const started = await this.#starting?.catch(() => undefined)
      this.parts.onStarted(undefined)
      if (started) await started.close()
      else this.#opened?.db.close()
      await filesReleased()
      this.#opened = undefined
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
    if (this.#first && !this.#starting && ours && name === 'app.state') {
      this.#beginSoon(FIRST_SCREEN_MS)
      return { ok: true, value: this.#first }
    }
    const started = this.#problem ? undefined : await this.#begin()
    return started ? started.answer(name, ours, raw) : this.#answerWithout(name, ours, raw)
  }

  async #answerWithout(name: string, ours: boolean, raw: unknown): Promise<Result<unknown>> {
    this.#rescue ??= import('./rescue').then(({ makeRescue }) =>
      makeRescue({
        problem: () => this.#problem,
        reopen: (work) => this.#reopen(work),
        beginAnew: async () => {
          await filesReleased()
          this.open(true)
        },
        lookAgain: () => this.open(),
        report: this.parts.report,
      }),
    )
    return (await this.#rescue).answer(name, ours, raw)
  }

  end(): void {
    this.#ended = true
    if (!this.#starting) this.#opened?.db.close()
  }
}
