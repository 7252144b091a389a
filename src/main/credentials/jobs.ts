import { Refused } from '../refused'

export type JobKind = 'issue' | 'save'

export interface JobState {
  readonly id: string
  readonly kind: JobKind
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  readonly done: number
  readonly total: number
  readonly skipped: number
  readonly folder: string | null
}

export interface JobContext {
  readonly signal: AbortSignal
  /** Counts one more step; `skipped` if it had no result. */
  step(skipped?: boolean): void
}

/** Progress is reported at most this often, in milliseconds. */
const TOLD_EVERY_MS = 100

/** Runs long work of main, one job at a time, and reports its progress. */
export class Jobs {
  #current: (JobState & { readonly controller: AbortController }) | undefined

  constructor(
    private readonly uuid: () => string,
    private readonly report: (error: unknown) => void,
    private readonly tell: (state: JobState) => void = () => {},
  ) {}

  /** @throws Refused `already-exists` while another job runs */
  start(
    kind: JobKind,
    total: number,
    folder: string | null,
    work: (context: JobContext) => Promise<void>,
  ): JobState {
    if (this.#current?.state === 'running') {
      throw new Refused(
        'already-exists',
        'Certificates are being worked on already. Wait for that, or cancel it.',
      )
    }
    const controller = new AbortController()
    const id = this.uuid()
    this.#current = { id, kind, state: 'running', done: 0, total, skipped: 0, folder, controller }
    let toldAt = -TOLD_EVERY_MS
    const change = (changes: Partial<JobState>) => {
      if (this.#current?.id !== id) return
      this.#current = { ...this.#current, ...changes }
      const ended = this.#current.state !== 'running'
      if (!ended && performance.now() - toldAt < TOLD_EVERY_MS) return
      toldAt = performance.now()
      this.tell(this.state(id))
    }
    const step = (skipped = false) => {
      const { done, skipped: before } = this.#current!
      change({ done: done + 1, skipped: before + (skipped ? 1 : 0) })
    }
    work({ signal: controller.signal, step }).then(
      () => change({ state: controller.signal.aborted ? 'cancelled' : 'done' }),
      (error: unknown) => {
        this.report(error)
        change({ state: 'failed' })
      },
    )
    return this.state(id)
  }

  /** @throws Refused `not-found` for a job that has ended and was followed by another */
  state(id: string): JobState {
    if (this.#current?.id !== id) throw new Refused('not-found', 'There is no such work.')
    const { controller: _, ...state } = this.#current
    return state
  }

  /** Cancels a job. Certificates that are finished stay. */
  cancel(id: string): JobState {
    const state = this.state(id)
    this.#current!.controller.abort()
    return state
  }
}

/** Gives other work of main its turn. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
