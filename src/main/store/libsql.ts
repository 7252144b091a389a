import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import Libsql from 'libsql'

/** The part of libsql that the program uses. Libsql's own types lack the encryption options. */
export interface Statement {
  run(...params: unknown[]): { changes: number }
  /** `R` is the type of a row. The caller knows it from the table and the columns. */
  get<R = unknown>(...params: unknown[]): R | undefined
  all<R = unknown>(...params: unknown[]): R[]
  iterate<R = unknown>(...params: unknown[]): IterableIterator<R>
}

export interface Database {
  prepare(sql: string): Statement
  exec(sql: string): void
  pragma(source: string): unknown
  transaction<R>(work: () => R): () => R
  readonly inTransaction: boolean
  close(): void
}

interface Native extends Database {
  prepare(sql: string): Statement & { stmt?: unknown }
}
type Constructor = new (path: string, options: { encryptionCipher: string; encryptionKey: string }) => Native

/** A connection that, when it is closed, releases the file even if somebody still holds its statements. */
class Connection implements Database {
  readonly #native: Native
  #statements: WeakRef<{ stmt?: unknown }>[] = []
  #sweepAt = 256

  constructor(native: Native) {
    this.#native = native
  }

  prepare(sql: string): Statement {
    const statement = this.#native.prepare(sql)
    this.#statements.push(new WeakRef(statement))
    if (this.#statements.length >= this.#sweepAt) this.#sweep()
    return statement
  }

  /**
   * Forgets statements that were collected. A FinalizationRegistry would tell of them, but while the program ends its
   * clean-up can’t run any more, and V8 asks for it again for ever: the program then never ends.
   */
  #sweep(): void {
    this.#statements = this.#statements.filter((ref) => ref.deref() !== undefined)
    this.#sweepAt = Math.max(256, this.#statements.length * 2)
  }

  exec(sql: string): void {
    this.#native.exec(sql)
  }

  pragma(source: string): unknown {
    return this.#native.pragma(source)
  }

  transaction<R>(work: () => R): () => R {
    return this.#native.transaction(work)
  }

  get inTransaction(): boolean {
    return this.#native.inTransaction
  }

  close(): void {
    for (const ref of this.#statements) {
      const statement = ref.deref()
      if (statement) statement.stmt = undefined
    }
    this.#statements = []
    this.#native.close()
  }
}

/** @param key 64 hexadecimal digits */
export function openEncrypted(path: string, key: string): Database {
  const options = { encryptionCipher: 'aes256cbc', encryptionKey: key }
  return new Connection(new (Libsql as unknown as Constructor)(path, options))
}

let collect: (() => void) | undefined

/**
 * Waits until the files of closed databases are released. libsql closes a file when the last of its statements has been
 * collected, and Windows can't rename or remove an open file.
 */
export async function filesClosed(): Promise<void> {
  if (!collect) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
  }
  // The first collection frees the statements, the second one their files.
  for (let turn = 0; turn < 2; turn += 1) {
    collect()
    await new Promise((done) => setImmediate(done))
  }
}

/** True if another connection holds the database, so that the statement had no effect. */
export const isBusy = (error: unknown): boolean =>
  /^SQLITE_(BUSY|LOCKED)/.test(String((error as { code?: unknown } | null)?.code))

/** Does the work completely or not at all. Inside a transaction of the caller, the work becomes part of that one. */
export const atomically = <R>(db: Database, work: () => R): R =>
  db.inTransaction ? work() : db.transaction(work)()

/** Prepares each text once and keeps it. Use it for a small, fixed set of texts. */
export function keepingStatements(db: Pick<Database, 'prepare'>): Pick<Database, 'prepare'> {
  const statements = new Map<string, Statement>()
  return {
    prepare(sql) {
      const known = statements.get(sql) ?? db.prepare(sql)
      statements.set(sql, known)
      return known
    },
  }
}
