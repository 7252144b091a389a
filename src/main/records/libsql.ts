import Libsql from 'libsql'

/** What is used of libsql. Its own types lack the encryption options. */
export interface Statement {
  run(...params: unknown[]): { changes: number }
  get(...params: unknown[]): unknown
  all(...params: unknown[]): unknown[]
  iterate(...params: unknown[]): IterableIterator<unknown>
}

export interface Database {
  prepare(sql: string): Statement
  exec(sql: string): void
  pragma(source: string): unknown
  transaction<R>(work: () => R): () => R
  readonly inTransaction: boolean
  close(): void
}

type Constructor = new (
  path: string,
  options: { encryptionCipher: string; encryptionKey: string },
) => Database

/** @param key 64 hexadecimal digits */
export function openEncrypted(path: string, key: string): Database {
  return new (Libsql as unknown as Constructor)(path, { encryptionCipher: 'aes256cbc', encryptionKey: key })
}

/** Another connection holds the database; what was asked has not happened. */
export const isBusy = (error: unknown): boolean =>
  /^SQLITE_(BUSY|LOCKED)/.test(String((error as { code?: unknown } | null)?.code))

/** All of it or nothing; inside a transaction of the caller it is a part of that one. */
export const atomically = <R>(db: Database, work: () => R): R =>
  db.inTransaction ? work() : db.transaction(work)()

/** Prepares each text once. For a set of texts that is small by its nature. */
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
