import type { Statement } from '../../domain/xapi'
import {
  ask,
  checkAbout,
  excerpt,
  json,
  problemOfStatus,
  type AskOptions,
  type Connection,
  type Fetch,
  type Problem,
} from './http'
import type { Outbox, Waiting } from './outbox'

export interface SenderClock {
  now(): Date
  /** 0 to 1. */
  random(): number
  /** Calls once, after so many milliseconds. @returns how to take it back */
  later(call: () => void, ms: number): () => void
}

export interface SenderLimits {
  /** Statements and bytes in one request. */
  readonly count: number
  readonly bytes: number
  readonly timeoutMs: number
  /** The wait after the first failure, and the longest. */
  readonly baseMs: number
  readonly capMs: number
}

export const LIMITS: SenderLimits = {
  count: 100,
  bytes: 256 * 1024,
  timeoutMs: 60_000,
  baseMs: 2000,
  capMs: 15 * 60_000,
}

export interface SenderState {
  /** `stopped` until somebody gives other credentials. */
  readonly phase: 'idle' | 'sending' | 'waiting' | 'stopped'
  readonly problem: Problem | null
  readonly nextTryAt: string | null
}

type Verdict = 'go-on' | { readonly problem: Problem; readonly retryAfterMs: number | null }

/** So many bytes at least, however often a store calls a request too large. */
const LEAST_BYTES = 4096

/**
 * The wait before the next try: exponential, with full jitter, so that a hundred sites do not come back at once.
 * @param failures how many tries failed in a row, from 1
 * @param random 0 to 1
 */
export function backOffMs(failures: number, random: number, { baseMs, capMs }: SenderLimits): number {
  return Math.round(random * Math.min(capMs, baseMs * 2 ** Math.min(failures - 1, 30)))
}

/** Whether a statement that the store holds is the one that we would send, as far as stores leave it alone. */
export function sameStatement(ours: Statement, theirs: unknown): boolean {
  const other = theirs as Partial<Statement> | null | undefined
  const facts = (statement: Partial<Statement> | null | undefined) =>
    JSON.stringify([
      statement?.actor?.account?.homePage,
      statement?.actor?.account?.name,
      statement?.verb?.id,
      statement?.object?.id,
      statement?.result?.success ?? null,
      statement?.result?.score?.raw ?? null,
      statement?.context?.registration ?? null,
      Date.parse(statement?.timestamp ?? ''),
    ])
  return facts(ours) === facts(other)
}

/** Takes statements from the outbox to the record store, one request at a time, until it is empty. */
export class Sender {
  #running: Promise<void> | undefined
  #cancel: (() => void) | undefined
  #failures = 0
  #bytes: number
  #state: SenderState = { phase: 'idle', problem: null, nextTryAt: null }
  readonly #ending = new AbortController()

  /**
   * @param connection where to send, asked before each run; `undefined` while nothing is to be sent
   * @param refill writes more into an empty outbox; false when there is no more
   * @param onRefusedCredentials told once; nothing is sent until `wake` is called with other ones
   */
  constructor(
    private readonly outbox: Outbox,
    private readonly connection: () => Connection | Problem | undefined,
    private readonly fetch: Fetch,
    private readonly clock: SenderClock,
    private readonly refill: () => boolean,
    private readonly onRefusedCredentials: (problem: Problem) => void,
    private readonly report: (error: unknown) => void,
    private readonly limits: SenderLimits = LIMITS,
  ) {
    this.#bytes = limits.bytes
  }

  get #ended(): boolean {
    return this.#ending.signal.aborted
  }

  state(): SenderState {
    return this.#state
  }

  /** Something was written, or somebody asks to try now. @param afterMs lets what belongs together gather */
  wake(afterMs = 0): void {
    if (this.#ended || this.#running) return
    // A wait that the store asked for, or that follows a failure, is not cut short by the next attempt.
    if (this.#state.phase === 'waiting' && afterMs > 0) return
    this.#schedule(afterMs)
  }

  #schedule(ms: number): void {
    this.#cancel?.()
    this.#cancel = this.clock.later(() => {
      this.#cancel = undefined
      void this.run()
    }, ms)
  }

  /** Forgets failures and waits, after the connection was changed. */
  reset(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#failures = 0
    this.#bytes = this.limits.bytes
    this.#state = { phase: 'idle', problem: null, nextTryAt: null }
  }

  /** Ends, and with it the request that is under way. What it carries was not answered and is sent again another day. */
  async stop(): Promise<void> {
    this.#ending.abort()
    this.#cancel?.()
    await this.#running
  }

  /** Sends until nothing waits or something keeps it from sending. There is never more than one. */
  run(): Promise<void> {
    this.#running ??= this.#run()
      .catch((error: unknown) => {
        this.report(error)
        this.#waitFor({ code: 'internal', detail: String(error) }, null)
      })
      .finally(() => {
        this.#running = undefined
      })
    return this.#running
  }

  async #run(): Promise<void> {
    for (;;) {
      if (this.#ended) return
      const connection = this.connection()
      if (!connection) {
        this.#state = { phase: 'idle', problem: null, nextTryAt: null }
        return
      }
      if ('code' in connection) return this.#stopFor(connection)
      const batch = this.outbox.next(this.limits.count, this.#bytes)
      if (batch.length === 0) {
        if (this.refill()) continue
        this.#state = { phase: 'idle', problem: null, nextTryAt: null }
        return
      }
      this.#state = { phase: 'sending', problem: this.#state.problem, nextTryAt: null }
      const verdict = await this.#deliver(batch, connection)
      if (verdict !== 'go-on') {
        if (verdict.problem.code === 'credentials') return this.#stopFor(verdict.problem)
        return this.#waitFor(verdict.problem, verdict.retryAfterMs)
      }
      this.#failures = 0
      this.#state = { phase: 'sending', problem: null, nextTryAt: null }
    }
  }

  #stopFor(problem: Problem): void {
    this.#state = { phase: 'stopped', problem, nextTryAt: null }
    if (problem.code === 'credentials') this.onRefusedCredentials(problem)
  }

  #waitFor(problem: Problem, retryAfter: number | null): void {
    this.#failures += 1
    const ms = Math.max(retryAfter ?? 0, backOffMs(this.#failures, this.clock.random(), this.limits))
    const nextTryAt = new Date(this.clock.now().getTime() + ms).toISOString()
    this.#state = { phase: 'waiting', problem, nextTryAt }
    if (!this.#ended) this.#schedule(ms)
  }

  #now(): string {
    return this.clock.now().toISOString()
  }

  get #options(): AskOptions {
    return { timeoutMs: this.limits.timeoutMs, now: () => this.clock.now(), signal: this.#ending.signal }
  }

  async #ask(connection: Connection, path: string, post?: string) {
    return ask(this.fetch, connection, path, { ...this.#options, ...(post !== undefined && { post }) })
  }

  async #deliver(batch: readonly Waiting[], connection: Connection): Promise<Verdict> {
    const post = `[${batch.map(({ body }) => body).join(',')}]`
    const answer = await this.#ask(connection, '/statements', post)
    if (answer.kind === 'problem') return { problem: answer.problem, retryAfterMs: null }
    const { status, body, retryAfterMs } = answer
    if (status === 200) {
      const ids = json(body)
      const complete =
        Array.isArray(ids) &&
        ids.length === batch.length &&
        batch.every(({ statementId }) => ids.includes(statementId))
      if (!complete) return { problem: { code: 'not-understood', detail: excerpt(body) }, retryAfterMs: null }
      this.outbox.delivered(batch, this.#now())
      return 'go-on'
    }
    if (status !== 400 && status !== 409 && status !== 413)
      return { problem: problemOfStatus(status, body), retryAfterMs }
    if (batch.length > 1) {
      if (status === 413) this.#bytes = Math.max(LEAST_BYTES, Math.floor(Buffer.byteLength(post) / 2))
      return this.#halves(batch, connection)
    }
    if (status === 409) return this.#compare(batch[0]!, connection)
    return this.#setAside(batch[0]!, status, body, connection)
  }

  async #halves(batch: readonly Waiting[], connection: Connection): Promise<Verdict> {
    const middle = Math.ceil(batch.length / 2)
    const first = await this.#deliver(batch.slice(0, middle), connection)
    if (first !== 'go-on' || this.#ended) return first
    return this.#deliver(batch.slice(middle), connection)
  }

  /** A store that refuses even to say what it is refuses us, and not this statement. */
  async #setAside(one: Waiting, status: number, body: string, connection: Connection): Promise<Verdict> {
    const problem = await checkAbout(this.fetch, connection, this.#options)
    if (problem) return { problem, retryAfterMs: null }
    this.outbox.refuse(one, `${status}: ${excerpt(body)}`, this.#now())
    return 'go-on'
  }

  /** The store has a statement of this id. When it says the same, it has arrived before. */
  async #compare(one: Waiting, connection: Connection): Promise<Verdict> {
    const answer = await this.#ask(connection, `/statements?statementId=${one.statementId}`)
    if (answer.kind === 'problem') return { problem: answer.problem, retryAfterMs: null }
    if (answer.status !== 200 && answer.status !== 404)
      return { problem: problemOfStatus(answer.status, answer.body), retryAfterMs: answer.retryAfterMs }
    const theirs = answer.status === 200 ? json(answer.body) : undefined
    if (answer.status === 200 && theirs === undefined)
      return { problem: { code: 'not-understood', detail: excerpt(answer.body) }, retryAfterMs: null }
    if (theirs !== undefined && sameStatement(JSON.parse(one.body) as Statement, theirs)) {
      this.outbox.delivered([one], this.#now())
    } else {
      this.outbox.refuse(one, '409: the store holds another statement with this id.', this.#now())
    }
    return 'go-on'
  }
}
