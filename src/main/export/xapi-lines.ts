import type { Course } from '../../domain/course'
import { attemptIntegrity, type Seals } from '../evidence/seal'
import { namingFrom, type NamingChoice } from '../record-store/naming'
import { StatementSource, type Unreadable } from '../record-store/source'
import { attemptCondition, certificateCondition } from '../store/filter-sql'
import type { Database } from '../store/libsql'
import { lastRowNumber } from '../store/statement-rows'
import { NOTHING_LEFT_OUT, type Growing, type LeftOut, type Part } from './formats'
import type { ExportScope } from '../store/export-source'

export interface StatementRequest {
  readonly naming: NamingChoice
  /** Needed for titles, and to find the attempt that completed a round. */
  readonly courses: readonly Course[]
}

const isUnreadable = (one: object): one is Unreadable => 'unreadable' in one

/** For each attempt its decisions are read and up to four statements are made. */
const PIECE_ROWS = 200

/**
 * Returns the statements of finished attempts, of the rounds that they completed, and of certificates, one per line.
 * They have the same ids as those that the organisation's record store gets. What can't be read is left out and named;
 * of an attempt that was changed outside the program nothing is told, as nothing of it is reported.
 */
export function xapiLines(
  db: Database,
  scope: ExportScope,
  { naming, courses }: StatementRequest,
  seals: Seals,
): Growing {
  const { filter, now } = scope
  const byId = new Map(courses.map((course) => [course.id, course]))
  const source = new StatementSource(db, (id) => byId.get(id))
  const names = namingFrom(naming)
  const attempts = lastRowNumber(db, 'attempts')
  const certificates = lastRowNumber(db, 'credentials')
  /** Makes the lines of records; what one of them can't be read for costs the others nothing. */
  const lines = <R extends object>(
    records: readonly (R | Unreadable)[],
    statementsOf: (record: R) => readonly (object | Unreadable)[],
    done: number,
    more: Partial<LeftOut> = {},
  ): Part => {
    const found = records.flatMap((record) => (isUnreadable(record) ? [record] : statementsOf(record)))
    const unreadable = found.flatMap((one) => (isUnreadable(one) ? [one.unreadable] : []))
    const statements = found.flatMap((one) => (isUnreadable(one) ? [] : [one]))
    return {
      bytes: statements.map((statement) => `${JSON.stringify(statement)}\n`),
      rows: statements.length,
      done,
      leftOut: { ...NOTHING_LEFT_OUT, ...more, records: unreadable.length, of: unreadable },
    }
  }
  return {
    total: attempts + certificates,
    *parts() {
      const chosen = attemptCondition(filter, now)
      for (let from = 0; from < attempts; from += PIECE_ROWS) {
        const to = from + PIECE_ROWS
        const where = `a.rowid > ? AND a.rowid <= ? AND (${chosen.where})`
        const found = Array.from(source.readableAttempts(where, [from, to, ...chosen.params]))
        const read = found.filter(
          (one) => isUnreadable(one) || attemptIntegrity(db, seals, one.id) !== 'altered',
        )
        yield lines(read, (attempt) => source.statementsOfAttempt(attempt, names), Math.min(to, attempts), {
          altered: found.length - read.length,
          courses: read.flatMap((one) =>
            isUnreadable(one) || one.round === null || byId.has(one.course.id) ? [] : [one.course.id],
          ),
        })
      }
      const issued = certificateCondition(filter, now)
      if (!issued) return
      for (let from = 0; from < certificates; from += PIECE_ROWS) {
        const to = from + PIECE_ROWS
        const where = `c.rowid > ? AND c.rowid <= ? AND (${issued.where})`
        const read = Array.from(source.readableCertificates(where, [from, to, ...issued.params]))
        yield lines(
          read,
          (certificate) => source.statementsOfCertificate(certificate, names),
          attempts + Math.min(to, certificates),
        )
      }
    },
  }
}
