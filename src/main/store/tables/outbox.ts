import { isVoiding, VERBS, type Statement, type VoidingStatement } from '../../../domain/xapi'
import { readableJson } from '../filter-sql'
import type { Database } from '../libsql'

/** The person, attempt and certificate to which a statement belongs. */
export interface Subject {
  readonly personId: string
  readonly attemptId: string | null
  readonly credentialId: string | null
}

/** A statement that waits to be sent. */
export interface Waiting {
  readonly id: number
  readonly statementId: string
  readonly body: string
}

export interface RefusedStatement {
  readonly id: number
  readonly statementId: string
  readonly body: string
  readonly createdAt: string
  readonly refusedAt: string
  readonly reason: string
}

export interface OutboxCounts {
  readonly waiting: number
  readonly refused: number
  /** The time at which the oldest waiting statement was written. */
  readonly waitingSince: string | null
  readonly lastDelivery: string | null
}

/** A row of `outbox`. */
export interface OutboxRow {
  readonly id: number
  readonly attempt_id: string | null
  readonly credential_id: string | null
  readonly person_id: string
  readonly statement_id: string
  readonly body: string
  readonly created_at: string
  readonly tries: number
  readonly delivered_at: string | null
  readonly refused_at: string | null
  readonly error: string | null
}
type SubjectRow = Pick<OutboxRow, 'person_id' | 'attempt_id' | 'credential_id'>

const toSubject = (row: SubjectRow): Subject => ({
  personId: row.person_id,
  attemptId: row.attempt_id,
  credentialId: row.credential_id,
})

const WAITS = 'delivered_at IS NULL AND refused_at IS NULL'

/** Holds for a waiting statement that voids one which the store has. */
const VOIDS_DELIVERED = `(coalesce(${readableJson('body')} ->> '$.verb.id', '') = '${VERBS.voided.id}'
  AND EXISTS (SELECT 1 FROM outbox t
    WHERE t.statement_id = ${readableJson('outbox.body')} ->> '$.object.id' AND t.delivered_at IS NOT NULL))`

/** A reason is cut to this length, because a server may answer with a long text. */
const REASON_LENGTH = 500

/** Keeps statements until the record store has taken them. */
export class Outbox {
  readonly #db: Database
  readonly #insert: ReturnType<Database['prepare']>

  constructor(db: Database) {
    this.#db = db
    this.#insert = db.prepare(
      `INSERT INTO outbox (attempt_id, credential_id, person_id, statement_id, body, created_at)
       VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (statement_id) DO NOTHING`,
    )
  }

  /**
   * Adds statements to the end of the queue. A statement that was ever queued is skipped. Call it inside the
   * transaction of the records that they describe.
   * @returns the number of new statements
   */
  add(statements: readonly (Statement | VoidingStatement)[], subject: Subject, at: string): number {
    let added = 0
    for (const statement of statements) {
      added += this.#insert.run(
        subject.attemptId,
        subject.credentialId,
        subject.personId,
        statement.id,
        JSON.stringify(statement),
        at,
      ).changes
    }
    return added
  }

  /** Returns those of these statements that were ever queued, in the order of the queue. */
  known(statementIds: readonly string[]): { readonly id: string; readonly refused: boolean }[] {
    return this.#db
      .prepare(
        `SELECT statement_id AS id, refused_at IS NOT NULL AS refused FROM outbox
         WHERE statement_id IN (SELECT value FROM json_each(?)) ORDER BY outbox.id`,
      )
      .all<{ id: string; refused: number }>(JSON.stringify(statementIds))
      .map(({ id, refused }) => ({ id, refused: refused === 1 }))
  }

  /** Removes a statement that the store refused, because another one is queued in its place. */
  replaceRefused(statementId: string): void {
    this.#db.prepare('DELETE FROM outbox WHERE statement_id = ? AND refused_at IS NOT NULL').run(statementId)
  }

  /**
   * Notes that statements could not be written, so that somebody sees it and can try again. Such an entry has no body.
   */
  addFailed(subject: Subject, reason: string, at: string): void {
    this.#db
      .prepare(
        `INSERT INTO outbox (attempt_id, credential_id, person_id, statement_id, body, created_at, refused_at, error)
         VALUES (?, ?, ?, ?, '', ?, ?, ?) ON CONFLICT (statement_id) DO NOTHING`,
      )
      .run(
        subject.attemptId,
        subject.credentialId,
        subject.personId,
        `unwritten-${subject.attemptId ?? subject.credentialId}`,
        at,
        at,
        reason.slice(0, REASON_LENGTH),
      )
  }

  counts(): OutboxCounts {
    const { waiting, refused, waitingSince, lastDelivery } = this.#db
      .prepare(
        `SELECT (SELECT count(*) FROM outbox WHERE ${WAITS}) AS waiting,
           (SELECT count(*) FROM outbox WHERE refused_at IS NOT NULL) AS refused,
           (SELECT created_at FROM outbox WHERE ${WAITS} ORDER BY id LIMIT 1) AS waitingSince,
           (SELECT value FROM settings WHERE key = 'record-store-last-delivery') AS lastDelivery`,
      )
      .get<OutboxCounts>()!
    return { waiting, refused, waitingSince, lastDelivery }
  }

  /**
   * Returns the oldest waiting statements, in the order in which they were written. One that voids another is alone: some
   * stores don't find what came in the same request, and one that forbids voiding refuses the whole of it.
   * @param count the most statements
   * @param bytes the most bytes in all, but always one statement
   */
  next(count: number, bytes: number): Waiting[] {
    const rows = this.#db
      .prepare(`SELECT id, statement_id, body FROM outbox WHERE ${WAITS} ORDER BY id LIMIT ?`)
      .iterate<Pick<OutboxRow, 'id' | 'statement_id' | 'body'>>(count)
    const batch: Waiting[] = []
    let size = 2
    for (const row of rows) {
      const { body } = row
      size += Buffer.byteLength(body) + 1
      const voids = isVoiding(body)
      if (batch.length > 0 && (voids || size > bytes)) break
      batch.push({ id: row.id, statementId: row.statement_id, body })
      if (voids) break
    }
    return batch
  }

  delivered(batch: readonly Waiting[], at: string): void {
    const mark = this.#db.prepare(
      `UPDATE outbox SET delivered_at = ?, refused_at = NULL, error = NULL, body = '' WHERE id = ?`,
    )
    this.#db.transaction(() => {
      for (const { id } of batch) mark.run(at, id)
      this.#db
        .prepare(
          `INSERT INTO settings (key, value) VALUES ('record-store-last-delivery', ?)
           ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        )
        .run(at)
    })()
  }

  /** Sets a statement aside, with the store's answer. The others continue. */
  refuse({ id }: Waiting, reason: string, at: string): void {
    this.#db
      .prepare('UPDATE outbox SET refused_at = ?, error = ?, tries = tries + 1 WHERE id = ?')
      .run(at, reason.slice(0, REASON_LENGTH), id)
  }

  /** Returns refused statements, newest first. */
  refused(offset: number, limit: number): RefusedStatement[] {
    const rows = this.#db
      .prepare('SELECT * FROM outbox WHERE refused_at IS NOT NULL ORDER BY id DESC LIMIT ? OFFSET ?')
      .all<OutboxRow>(limit, offset)
    return rows.map((row) => ({
      id: row.id,
      statementId: row.statement_id,
      body: row.body,
      createdAt: row.created_at,
      refusedAt: row.refused_at!,
      reason: row.error ?? '',
    }))
  }

  /**
   * Puts refused statements back into the queue, in their old place. Call it inside a transaction.
   * @returns the subjects of entries without a body, which must be written now; these entries are removed
   */
  retry(ids: readonly number[] | 'all'): Subject[] {
    const chosen = ids === 'all' ? '' : ' AND id IN (SELECT value FROM json_each(?))'
    const params = ids === 'all' ? [] : [JSON.stringify(ids)]
    const unwritten = this.#db
      .prepare(
        `DELETE FROM outbox WHERE refused_at IS NOT NULL AND body = ''${chosen}
         RETURNING person_id, attempt_id, credential_id`,
      )
      .all<SubjectRow>(...params)
    this.#db
      .prepare(`UPDATE outbox SET refused_at = NULL WHERE refused_at IS NOT NULL${chosen}`)
      .run(...params)
    return unwritten.map(toSubject)
  }

  /**
   * Removes a refused statement for good.
   * @returns the statement's id; `undefined` when it was not there
   */
  drop(id: number): string | undefined {
    const row = this.#db
      .prepare('DELETE FROM outbox WHERE id = ? AND refused_at IS NOT NULL RETURNING statement_id')
      .get<Pick<OutboxRow, 'statement_id'>>(id)
    return row?.statement_id
  }

  /**
   * Removes all statements that were not delivered, but for those that void one that was. Call it inside the transaction
   * that writes them again.
   * @returns their subjects, in the order of the queue
   */
  takeBack(): Subject[] {
    const rows = this.#db
      .prepare(
        `SELECT min(id) AS first, person_id, attempt_id, credential_id FROM outbox
         WHERE delivered_at IS NULL AND NOT ${VOIDS_DELIVERED}
         GROUP BY person_id, attempt_id, credential_id ORDER BY first`,
      )
      .all<SubjectRow>()
    this.#db.prepare(`DELETE FROM outbox WHERE delivered_at IS NULL AND NOT ${VOIDS_DELIVERED}`).run()
    return rows.map(toSubject)
  }

  /** Forgets all deliveries, because another store has none of the statements yet. */
  forgetDelivered(): void {
    this.#db.prepare(`DELETE FROM outbox WHERE delivered_at IS NULL AND ${VOIDS_DELIVERED}`).run()
    this.#db.prepare('DELETE FROM outbox WHERE delivered_at IS NOT NULL').run()
    this.#db.prepare(`DELETE FROM settings WHERE key = 'record-store-last-delivery'`).run()
  }
}
