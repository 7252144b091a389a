import type { AfterEnd } from '../learn/attempts'
import { refusalOf } from '../files/errors'
import type { OrganisationStore } from '../people/organisation'
import { audit, type Act, type AuditDetail } from '../store/tables/audit'
import type { Database } from '../store/libsql'
import { finishedAttempts } from '../store/tables/attempts'
import { countCredentials } from '../store/tables/credentials'
import { KeyUnreadableError, type Keychain } from '../keys/secret-file'
import { homePageOf, storeAddress, type StoreFault } from './address'
import { authorizationOf, ConnectionFile, type StoredConnection } from './connection'
import { checkAbout, checkStatements, type Connection, type Fetch, type Problem } from './http'
import { fingerprintOf, namingChoice, namingFrom, type NamingChoice } from './naming'
import { Outbox, type OutboxCounts, type RefusedStatement } from '../store/tables/outbox'
import { Queueing } from './queueing'
import { LIMITS, Sender, type SenderClock, type SenderLimits, type SenderState } from './sender'
import type { StatementSource } from './source'

/** The values that a person enters to connect a record store. */
export interface Given {
  readonly address: string
  readonly key: string
  /** If left out, the stored secret is used. */
  readonly secret?: string
}

export type Tried =
  | { readonly ok: true; readonly mayRead: boolean }
  | { readonly ok: false; readonly fault: StoreFault }
  | { readonly ok: false; readonly problem: Problem }

export interface LrsState extends OutboxCounts {
  readonly connection: Pick<StoredConnection, 'address' | 'key' | 'homePage' | 'paused'> | null
  readonly sender: SenderState
  /** The progress of sending earlier records. */
  readonly earlier: { readonly done: number; readonly total: number } | null
}

export interface Circumstances {
  readonly db: Database
  readonly source: StatementSource
  readonly organisation: Pick<OrganisationStore, 'name' | 'settings'>
  /** The folder in which secrets are kept. */
  readonly folder: string
  /** Tells whether an attempt was changed outside the program. Nothing of such an attempt may be reported. */
  readonly isAltered: (attemptId: string) => boolean
  readonly keychain: Keychain
  readonly fetch: Fetch
  readonly clock: SenderClock
  readonly report: (error: unknown) => void
  readonly limits?: SenderLimits
  /** Called when the queue, or the state of its delivery, has changed. */
  readonly onChange?: () => void
}

/** Writes this many attempts into an empty outbox at once, few enough that the window does not stutter. */
const PART = 30
/** The sender waits this long, so that an attempt and its certificate go out together. */
const GATHER_MS = 1500

const TRY_MS = 20_000

/** Connects this installation to the organisation's learning record store. */
export class RecordStore {
  readonly outbox: Outbox
  readonly #file: ConnectionFile
  readonly #sender: Sender
  readonly #queueing: Queueing

  constructor(private readonly own: Circumstances) {
    this.outbox = new Outbox(own.db)
    this.#file = new ConnectionFile(own.db, own.folder, own.keychain)
    this.#queueing = new Queueing(
      this.outbox,
      own.source,
      own.isAltered,
      () => namingFrom(this.naming()),
      () => this.#now(),
      own.report,
    )
    this.#sender = new Sender(
      this.outbox,
      () => this.#connection(),
      own.fetch,
      own.clock,
      () => this.#refill(),
      (problem) => this.#file.change({ refused: problem.detail }),
      own.report,
      own.limits ?? LIMITS,
      () => own.onChange?.(),
    )
  }

  /** Continues where the last run of the program stopped. */
  start(): void {
    this.#sender.wake()
  }

  stop(): Promise<void> {
    return this.#sender.stop()
  }

  state(): LrsState {
    const stored = this.#file.get()
    const sender = this.#sender.state()
    const counts = this.outbox.counts()
    if (!stored) return { ...counts, connection: null, sender, earlier: null }
    const { address, key, homePage, paused, refused, earlier } = stored
    return {
      ...counts,
      connection: { address, key, homePage, paused },
      sender:
        refused === null
          ? sender
          : { phase: 'stopped', problem: { code: 'credentials', detail: refused }, nextTryAt: null },
      earlier: earlier && { done: earlier.done, total: earlier.total },
    }
  }

  /** Counts the finished attempts on this computer, which could be sent as earlier records. */
  attemptsHere(): number {
    return finishedAttempts(this.own.db)
  }

  /** Called inside the transaction that ends an attempt. */
  readonly afterEnd: AfterEnd = ({ attempt, person }) => this.noteAttempts([attempt.id], person.id)

  /**
   * Queues the statements of a person's attempts that have ended or came together from a device, and those of the rounds
   * that they completed. Call it inside the transaction that writes them.
   */
  noteAttempts(attemptIds: readonly string[], personId: string): void {
    this.#note(() => this.#queueing.addCame(personId, attemptIds))
  }

  /**
   * Queues the statement of a certificate that was issued or revoked. Call it inside the transaction that writes it.
   */
  noteCertificate(credentialId: string, personId: string): void {
    this.#note(() => this.#queueing.add([{ personId, attemptId: null, credentialId }]))
  }

  #note(queue: () => void): void {
    if (!this.#file.get()) return
    // Training goes on even if statements can't be written.
    queue()
    this.own.onChange?.()
    this.#sender.wake(GATHER_MS)
  }

  #now(): string {
    return this.own.clock.now().toISOString()
  }

  /** Returns the rules by which statements name people and things at present. */
  naming(): NamingChoice {
    const { organisation, folder, keychain } = this.own
    const homePage = this.#file.get()?.homePage ?? null
    return namingChoice(
      organisation.name() ?? '',
      homePage,
      organisation.settings().privacy,
      folder,
      keychain,
    )
  }

  #transaction(work: () => void): void {
    try {
      this.own.db.transaction(work)()
    } catch (error) {
      this.#file.reload()
      throw error
    }
  }

  /**
   * Changes the connection and the file of its credentials together or not at all, so that a secret is never sent to
   * another store.
   */
  #withCredentials(work: () => void): void {
    const putBack = this.#file.credentialsAsNow()
    try {
      this.#transaction(work)
    } catch (error) {
      putBack()
      throw refusalOf(error, 'record-store.key')
    }
  }

  #connection(): Connection | Problem | undefined {
    const stored = this.#file.get()
    if (!stored || stored.paused) return undefined
    if (stored.refused !== null) return { code: 'credentials', detail: stored.refused }
    try {
      this.#renameWaiting(stored)
      const authorization = this.#file.authorization()
      if (authorization) return { address: stored.address, authorization }
      return { code: 'secret-unreadable', detail: 'record-store.key' }
    } catch (error) {
      if (error instanceof KeyUnreadableError) return { code: 'secret-unreadable', detail: error.message }
      throw error
    }
  }

  /** Writes the waiting statements again if names have become pseudonyms in the meantime. */
  #renameWaiting(stored: StoredConnection): void {
    const naming = fingerprintOf(this.naming())
    if (naming === stored.naming) return
    this.#transaction(() => {
      this.#queueing.add(this.outbox.takeBack())
      this.#file.change({ naming })
    })
  }

  /** Queues the next part of the earlier records. */
  #refill(): boolean {
    const earlier = this.#file.get()?.earlier
    if (!earlier) return false
    const { source } = this.own
    const attempts = earlier.part === 'attempts'
    this.#transaction(() => {
      const part = attempts
        ? source.attemptsAfter(earlier.after, PART)
        : source.certificatesAfter(earlier.after, PART)
      this.#queueing.add(part)
      const last = part[part.length - 1]
      const after = last?.attemptId ?? last?.credentialId
      const next =
        after === undefined || after === null ? null : { ...earlier, after, done: earlier.done + part.length }
      this.#file.change({
        earlier: next ?? (attempts ? { ...earlier, part: 'certificates', after: '' } : null),
      })
    })
    return true
  }

  #resolve({ address: text, key, secret }: Given): Connection | (Tried & { ok: false }) {
    const parsed = storeAddress(text)
    if ('fault' in parsed) return { ok: false, fault: parsed.fault }
    if (key.trim() === '') return { ok: false, fault: 'key-missing' }
    const { address } = parsed
    if (secret !== undefined && secret !== '') return { address, authorization: authorizationOf(key, secret) }
    // A stored secret is only sent to the store for which it was given.
    const stored = this.#file.get()
    const authorization =
      stored?.address === address && stored.key === key ? this.#file.authorization() : undefined
    return authorization ? { address, authorization } : { ok: false, fault: 'secret-missing' }
  }

  /** Asks the store what it is and whether the key is accepted. It writes nothing, here or there. */
  async try(given: Given): Promise<Tried> {
    const connection = this.#resolve(given)
    if ('ok' in connection) return connection
    const options = { timeoutMs: TRY_MS, now: () => this.own.clock.now() }
    const about = await checkAbout(this.own.fetch, connection, options)
    if (about) return { ok: false, problem: about }
    const found = await checkStatements(this.own.fetch, connection, options)
    return 'code' in found ? { ok: false, problem: found } : { ok: true, mayRead: found.mayRead }
  }

  /**
   * Connects a record store, or changes the connection. The store need not answer now.
   * @param earlier whether existing records are sent, too
   * @returns the fault in the given values
   */
  connect(
    given: Given & { readonly homePage: string },
    earlier: boolean,
    by: string,
  ): (Tried & { ok: false }) | undefined {
    const connection = this.#resolve(given)
    if ('ok' in connection) return connection
    const named = homePageOf(given.homePage)
    if ('fault' in named) return { ok: false, fault: named.fault }
    const before = this.#file.get()
    const { address } = connection
    this.#withCredentials(() => {
      if (before?.address !== address) this.outbox.forgetDelivered()
      this.#file.save({
        address,
        key: given.key,
        homePage: named.homePage,
        paused: false,
        refused: null,
        naming: before?.naming ?? '',
        earlier: before?.address === address ? before.earlier : null,
      })
      if (earlier) this.#file.change({ earlier: this.#fromTheStart() })
      this.#audit('record-store-connected', by, { address, earlier })
      if (given.secret !== undefined && given.secret !== '')
        this.#file.saveCredentials(given.key, given.secret)
    })
    this.#sender.reset()
    this.#sender.wake()
    return undefined
  }

  #fromTheStart(): NonNullable<StoredConnection['earlier']> {
    const total = this.attemptsHere() + countCredentials(this.own.db)
    return { part: 'attempts', after: '', done: 0, total }
  }

  sendEarlier(by: string): void {
    this.#transaction(() => {
      this.#file.change({ earlier: this.#fromTheStart() })
      this.#audit('record-store-earlier', by, {})
    })
    this.#sender.wake()
  }

  sendNow(): void {
    this.#sender.wake()
  }

  pause(paused: boolean, by: string): void {
    this.#transaction(() => {
      this.#file.change({ paused })
      this.#audit('record-store-paused', by, { paused })
    })
    this.#sender.reset()
    this.#sender.wake()
  }

  /** Forgets the store and its credentials. Waiting statements are kept for the next store. */
  disconnect(by: string): void {
    const stored = this.#file.get()
    if (!stored) return
    this.#withCredentials(() => {
      this.#file.remove()
      this.#audit('record-store-disconnected', by, { address: stored.address })
      this.#file.removeCredentials()
    })
    this.#sender.reset()
  }

  refused(offset: number, limit: number): RefusedStatement[] {
    return this.outbox.refused(offset, limit)
  }

  retry(ids: readonly number[] | 'all'): void {
    this.#transaction(() => {
      for (const subject of this.outbox.retry(ids)) {
        const { personId, attemptId } = subject
        if (attemptId === null) this.#note(() => this.#queueing.add([subject]))
        else this.noteAttempts([attemptId], personId)
      }
    })
    this.#sender.wake()
  }

  /** @returns true if the statement was there */
  drop(id: number, by: string): boolean {
    let dropped: string | undefined
    this.#transaction(() => {
      dropped = this.outbox.drop(id)
      if (dropped !== undefined) this.#audit('statement-dropped', by, { statement: dropped })
    })
    return dropped !== undefined
  }

  #audit(act: Act, by: string, detail: AuditDetail): void {
    audit(this.own.db, this.#now(), by, act, detail)
  }
}
