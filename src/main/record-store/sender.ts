import { isVoiding, type Statement } from '../../domain/xapi'
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
import { sameStatement } from './same-statement'
import type { Outbox, Waiting } from '../store/tables/outbox'

export interface SenderClock {
  now(): Date
  /** Returns a random number from 0 to 1. */
  random(): number
  /**
   * Calls a function once after this many milliseconds.
   * @returns a function that cancels it
   */
  later(call: () => void, ms: number): () => void
}

export interface SenderLimits {
  /** The most statements and bytes in one request. */
  readonly count: number
  readonly bytes: number
  readonly timeoutMs: number
  /** The waits after the first failure and at the longest. */
  readonly firstWaitMs: number
  readonly longestWaitMs: number
}

export const LIMITS: SenderLimits = {
  count: 100,
  bytes: 256 * 1024,
  timeoutMs: 60_000,
  firstWaitMs: 2000,
  longestWaitMs: 15 * 60_000,
}

export interface SenderState {
  /** `stopped` until somebody enters other credentials. */
  readonly phase: 'idle' | 'sending' | 'waiting' | 'stopped'
  readonly problem: Problem | null
  readonly nextTryAt: string | null
}

type NextStep =
  | 'go-on'
  | {
      readonly problem: Problem
      readonly retryAfterMs: number | null
      /** True if the store says that it failed at this request, and names no time to come back. */
      readonly failed?: boolean
    }

/** A statement is set aside after the store has confirmed it this often and still did not have it. */
const MOST_ABSENT = 5

const OTHER_STATEMENT = 'the store holds another statement with this id.'

const notUnderstood = (body: string) => ({
  problem: { code: 'not-understood' as const, detail: excerpt(body) },
  retryAfterMs: null,
})

/** A request is never cut smaller than this many bytes, however often a store calls it too large. */
const LEAST_BYTES = 4096
const halvesOf = (batch: readonly Waiting[]): readonly Waiting[][] => {
  const middle = Math.ceil(batch.length / 2)
  return [batch.slice(0, middle), batch.slice(middle)]
}
const halfOf = (post: string): number => Math.max(LEAST_BYTES, Math.floor(Buffer.byteLength(post) / 2))

/** After this many failures in a row, the statements at which the store fails are looked for. */
const PATIENCE = 5
/** A store that takes nothing, and fails at this many statements one by one, is out of order as a whole. */
const MOST_FAILING = 5

/** With these answers a store refuses what it was sent; with all others it may take the same later. */
const ABOUT_STATEMENTS: ReadonlySet<number> = new Set([400, 409, 413, 422])
/** With these a store answers that this key may not void statements, or that it can't, or has nothing to void. */
const NOT_VOIDING: ReadonlySet<number> = new Set([403, 404, 405, 501])

/**
 * Returns the wait before the next try. It grows exponentially and is drawn at random, so that a hundred sites do not
 * come back at once.
 * @param failures the number of tries that failed in a row, from 1
 * @param random 0 to 1
 */
export function backOffMs(
  failures: number,
  random: number,
  { firstWaitMs, longestWaitMs }: SenderLimits,
): number {
  return Math.round(random * Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - 1, 30)))
}

/** Sends statements from the outbox to the record store, one request at a time, until the outbox is empty. */
export class Sender {
  #running: Promise<void> | undefined
  #cancel: (() => void) | undefined
  #failures = 0
  #bytes: number
  /** The most bytes of a request that may be answered in time. It grows again with each answer. */
  #bytesInTime: number
  /** Counts, for each row of the outbox, how often the store confirmed the statement and then did not have it. */
  readonly #absent = new Map<number, number>()
  #state: SenderState = { phase: 'idle', problem: null, nextTryAt: null }
  readonly #ending = new AbortController()

  /**
   * @param connection returns the address to send to and is asked before each run; `undefined` while nothing is to be
   *   sent
   * @param refill writes more into an empty outbox; false when there is no more
   * @param onRefusedCredentials called once; nothing is sent until `wake` is called with other credentials
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
    /** Called when the sender's state, or the queue, has changed. */
    private readonly onChange: () => void = () => {},
  ) {
    this.#bytes = limits.bytes
    this.#bytesInTime = limits.bytes
  }

  get #ended(): boolean {
    return this.#ending.signal.aborted
  }

  state(): SenderState {
    return this.#state
  }

  #become(state: SenderState): void {
    this.#state = state
    this.onChange()
  }

  /**
   * Begins to send, because a statement was queued or somebody asks to try now.
   * @param afterMs a delay in which further statements can be queued
   */
  wake(afterMs = 0): void {
    if (this.#ended || this.#running) return
    // A new attempt must not cut short a wait that the store asked for or that follows a failure.
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
    this.#bytesInTime = this.limits.bytes
    this.#become({ phase: 'idle', problem: null, nextTryAt: null })
  }

  /** Stops sending and ends the running request. Its statements count as unanswered and are sent again later. */
  async stop(): Promise<void> {
    this.#ending.abort()
    this.#cancel?.()
    await this.#running
  }

  /** Sends until the outbox is empty or an error occurs. Only one run is active at a time. */
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
        this.#become({ phase: 'idle', problem: null, nextTryAt: null })
        return
      }
      if ('code' in connection) return this.#stopFor(connection)
      const batch = this.outbox.next(this.limits.count, Math.min(this.#bytes, this.#bytesInTime))
      if (batch.length === 0) {
        if (this.refill()) continue
        this.#become({ phase: 'idle', problem: null, nextTryAt: null })
        return
      }
      this.#become({ phase: 'sending', problem: this.#state.problem, nextTryAt: null })
      const verdict = await this.#deliver(batch, connection)
      if (verdict !== 'go-on') {
        if (verdict.problem.code === 'credentials') return this.#stopFor(verdict.problem)
        return this.#waitFor(verdict.problem, verdict.retryAfterMs)
      }
      this.#failures = 0
      this.#become({ phase: 'sending', problem: null, nextTryAt: null })
    }
  }

  #stopFor(problem: Problem): void {
    this.#become({ phase: 'stopped', problem, nextTryAt: null })
    if (problem.code === 'credentials') this.onRefusedCredentials(problem)
  }

  #waitFor(problem: Problem, retryAfter: number | null): void {
    this.#failures += 1
    const ms = Math.max(retryAfter ?? 0, backOffMs(this.#failures, this.clock.random(), this.limits))
    const nextTryAt = new Date(this.clock.now().getTime() + ms).toISOString()
    this.#become({ phase: 'waiting', problem, nextTryAt })
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

  /** @param looking true while the statements at which the store fails are looked for */
  async #deliver(batch: readonly Waiting[], connection: Connection, looking = false): Promise<NextStep> {
    const post = `[${batch.map(({ body }) => body).join(',')}]`
    const answer = await this.#ask(connection, '/statements', post)
    if (answer.kind === 'problem') {
      // A request that takes too long may be too large for the line or for the store.
      if (answer.problem.code === 'slow') this.#bytesInTime = halfOf(post)
      return { problem: answer.problem, retryAfterMs: null }
    }
    this.#bytesInTime = Math.min(this.limits.bytes, this.#bytesInTime * 2)
    const { status, body, retryAfterMs } = answer
    if (status >= 200 && status < 300) return this.#taken(batch, body, connection)
    // What a store does not void holds up nothing else.
    if (batch.length === 1 && NOT_VOIDING.has(status) && isVoiding(batch[0]!.body))
      return this.#setAside(batch[0]!, status, body, connection)
    if (!ABOUT_STATEMENTS.has(status)) {
      const failed = status === 500 && retryAfterMs === null
      if (failed && !looking && batch.length > 1 && this.#failures >= PATIENCE)
        return this.#withoutFailing(batch, connection)
      return { problem: problemOfStatus(status, body), retryAfterMs, failed }
    }
    if (batch.length > 1) {
      if (status === 413) this.#bytes = halfOf(post)
      return this.#halves(batch, connection)
    }
    if (status === 409) return this.#compare(batch[0]!, connection)
    return this.#setAside(batch[0]!, status, body, connection)
  }

  /**
   * Sends the statements of a batch at which the store fails over and over, in ever smaller parts. Those at which it
   * fails alone are set aside, if it takes others at the same time.
   */
  async #withoutFailing(batch: readonly Waiting[], connection: Connection): Promise<NextStep> {
    const parts = [...halvesOf(batch)]
    const failing: { readonly one: Waiting; readonly problem: Problem }[] = []
    let taken = 0
    for (let part = parts.shift(); part && !this.#ended; part = parts.shift()) {
      const step = await this.#deliver(part, connection, true)
      if (step === 'go-on') taken += part.length
      else if (!step.failed) return step
      else if (part.length > 1) parts.unshift(...halvesOf(part))
      else {
        failing.push({ one: part[0]!, problem: step.problem })
        if (taken === 0 && failing.length === MOST_FAILING) return step
      }
    }
    const [first] = failing
    if (taken === 0 && first) return { problem: first.problem, retryAfterMs: null }
    for (const { one, problem } of failing) this.#refuse(one, problem.detail)
    return 'go-on'
  }

  async #halves(batch: readonly Waiting[], connection: Connection): Promise<NextStep> {
    for (const half of halvesOf(batch)) {
      const step = await this.#deliver(half, connection)
      if (step !== 'go-on' || this.#ended) return step
    }
    return 'go-on'
  }

  /** A store that does not even answer `/about` has a problem of its own; then the statement is not set aside. */
  async #setAside(one: Waiting, status: number, body: string, connection: Connection): Promise<NextStep> {
    const problem = await checkAbout(this.fetch, connection, this.#options)
    if (problem) return { problem, retryAfterMs: null }
    this.outbox.refuse(one, `${status}: ${excerpt(body)}`, this.#now())
    return 'go-on'
  }

  /**
   * Handles an answer of success. Some stores name every id, some only new ones, some none at all (204). Statements
   * that are not named are asked for one by one, so that a statement leaves the queue only when the store has it.
   */
  async #taken(batch: readonly Waiting[], body: string, connection: Connection): Promise<NextStep> {
    const answer = body.trim() === '' ? [] : json(body)
    const isList = Array.isArray(answer)
    if (answer === undefined) return notUnderstood(body)
    const named = new Set<unknown>(isList ? answer : [])
    this.#deliveredOf(batch.filter(({ statementId }) => named.has(statementId)))
    for (const one of batch.filter(({ statementId }) => !named.has(statementId))) {
      if (this.#ended) return 'go-on'
      const held = await this.#held(one, connection)
      if (held === 'same') this.#deliveredOf([one])
      // Other JSON may come from a server in between. Only a statement that the store shows is there.
      else if (!isList) return notUnderstood(body)
      else if (held === 'unreadable') this.#deliveredOf([one])
      else if (held === 'other') this.#refuse(one, OTHER_STATEMENT)
      else if (held === 'none') {
        const tries = (this.#absent.get(one.id) ?? 0) + 1
        this.#absent.set(one.id, tries)
        if (tries < MOST_ABSENT)
          return { problem: { code: 'not-held', detail: one.statementId }, retryAfterMs: null }
        this.#refuse(one, 'The store said that it took this statement, but does not have it.')
      } else return held
    }
    return 'go-on'
  }

  #deliveredOf(batch: readonly Waiting[]): void {
    for (const { id } of batch) this.#absent.delete(id)
    if (batch.length > 0) this.outbox.delivered(batch, this.#now())
  }

  #refuse(one: Waiting, reason: string): void {
    this.#absent.delete(one.id)
    this.outbox.refuse(one, reason, this.#now())
  }

  /** Handles a conflict: the store already has a statement with this id. If it is the same, it counts as delivered. */
  async #compare(one: Waiting, connection: Connection): Promise<NextStep> {
    const held = await this.#held(one, connection)
    if (held === 'same') this.#deliveredOf([one])
    else if (held === 'other' || held === 'none') this.#refuse(one, `409: ${OTHER_STATEMENT}`)
    // Ids follow from the contents of statements, so the store most likely has this very statement. Only a key that may
    // read could make sure.
    else if (held === 'unreadable')
      this.#refuse(one, '409: the store has a statement with this id, and this key may not read it.')
    else return held
    return 'go-on'
  }

  /**
   * Asks whether the store holds a statement under its id. A statement that was voided in the store counts as
   * delivered.
   * @returns `unreadable` where the key may write but not read; a verdict where the store could not be asked
   */
  async #held(
    one: Waiting,
    connection: Connection,
  ): Promise<'same' | 'other' | 'none' | 'unreadable' | Exclude<NextStep, 'go-on'>> {
    for (const parameter of ['statementId', 'voidedStatementId']) {
      const answer = await this.#ask(connection, `/statements?${parameter}=${one.statementId}`)
      if (answer.kind === 'problem') return { problem: answer.problem, retryAfterMs: null }
      const { status, body, retryAfterMs } = answer
      // Not every store knows of voiding.
      if (status === 404 || (status === 400 && parameter === 'voidedStatementId')) continue
      if (status === 403) return 'unreadable'
      if (status !== 200) return { problem: problemOfStatus(status, body), retryAfterMs }
      const theirs = json(body)
      if (theirs === null || typeof theirs !== 'object') return notUnderstood(body)
      return sameStatement(JSON.parse(one.body) as Statement, theirs) ? 'same' : 'other'
    }
    return 'none'
  }
}
