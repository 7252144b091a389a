import type { Course } from '../../domain/course'
import { namingFrom, type NamingChoice } from '../record-store/naming'
import { StatementSource } from '../record-store/source'
import { attemptCondition, certificateCondition } from '../store/filter-sql'
import type { Database } from '../store/libsql'
import { lastRowNumber } from '../store/statement-rows'
import type { Growing, Part } from './formats'
import type { ExportScope } from '../store/export-source'

export interface StatementRequest {
  readonly naming: NamingChoice
  /** For titles, and for which attempt completed a round. */
  readonly courses: readonly Course[]
}

/** Each attempt reads its decisions and becomes up to four statements. */
const PIECE_ROWS = 200

/**
 * The statements of finished attempts, of the rounds that they completed, and of certificates, one a line; the same
 * ones, with the same ids, as the organisation's record store gets.
 */
export function xapiLines(db: Database, scope: ExportScope, { naming, courses }: StatementRequest): Growing {
  const { filter, now } = scope
  const byId = new Map(courses.map((course) => [course.id, course]))
  const source = new StatementSource(db, (id) => byId.get(id))
  const names = namingFrom(naming)
  const attempts = lastRowNumber(db, 'attempts')
  const certificates = lastRowNumber(db, 'credentials')
  const lines = (statements: readonly object[], done: number): Part => ({
    bytes: statements.map((statement) => `${JSON.stringify(statement)}\n`),
    rows: statements.length,
    done,
  })
  return {
    total: attempts + certificates,
    *parts() {
      const chosen = attemptCondition(filter, now)
      for (let from = 0; from < attempts; from += PIECE_ROWS) {
        const to = from + PIECE_ROWS
        const where = `a.rowid > ? AND a.rowid <= ? AND (${chosen.where})`
        const read = Array.from(source.attempts(where, [from, to, ...chosen.params]))
        yield lines(
          read.flatMap((attempt) => source.statementsOfAttempt(attempt, names)),
          Math.min(to, attempts),
        )
      }
      const issued = certificateCondition(filter, now)
      if (!issued) return
      for (let from = 0; from < certificates; from += PIECE_ROWS) {
        const to = from + PIECE_ROWS
        const where = `c.rowid > ? AND c.rowid <= ? AND (${issued.where})`
        const read = Array.from(source.certificates(where, [from, to, ...issued.params]))
        yield lines(
          read.flatMap((certificate) => source.statementsOfCertificate(certificate, names)),
          attempts + Math.min(to, certificates),
        )
      }
    },
  }
}
