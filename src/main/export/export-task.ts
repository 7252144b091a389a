import type { ExportFormat } from '../../domain/records'
import type { Database } from '../store/libsql'
import { Seals, type Integrity } from '../evidence/seal'
import type { Task } from '../store/task'
import { PendingFile } from '../files/atomic-write'
import {
  addLeftOut,
  csvWriter,
  growing,
  jsonLinesWriter,
  NOTHING_LEFT_OUT,
  type Growing,
  type LeftOut,
} from './formats'
import { Reader } from './read'
import { refusalOf } from '../files/errors'
import { openRowWork } from './row-work'
import { openSource, type ExportScope } from '../store/export-source'
import { xapiLines, type StatementRequest } from './xapi-lines'
import { xlsxWriter } from './xlsx'

export type FileFormat = Exclude<ExportFormat, 'pdf'>

export interface ExportRequest {
  readonly scope: ExportScope
  readonly format: FileFormat
  /** The path that the file will finally have. */
  readonly path: string
  /** Checks the seals; 64 hexadecimal digits. */
  readonly sealSecret: string
  /** Only given for an export of statements. */
  readonly statements?: StatementRequest
}

export interface ExportAnswer {
  /** The path of the finished, flushed file beside its final place. The caller renames or removes it. */
  readonly temporary: string
  /** The number of rows or statements in the file. */
  readonly rows: number
  readonly integrity: Readonly<Record<Integrity, number>>
  readonly leftOut: LeftOut
}

/** Opens the file's content, the counts of the seals so far, and the function that closes everything at the end. */
function open(
  db: Database,
  request: ExportRequest,
): Growing & Pick<ExportAnswer, 'integrity'> & { close(): Promise<unknown> } {
  const { scope, format, sealSecret, statements } = request
  if (format === 'xapi') {
    if (!statements) throw new Error('Statements need names.')
    const seals = new Seals(sealSecret, scope.sealedSince)
    const integrity = { whole: 0, altered: 0, unsealed: 0, open: 0 }
    return { ...xapiLines(db, scope, statements, seals), integrity, close: () => Promise.resolve() }
  }
  const source = openSource(db, scope)
  const work = openRowWork(sealSecret, scope.sealedSince)
  const reader = new Reader(db, source, work)
  const grows =
    format === 'csv'
      ? growing(db, source, csvWriter(source, reader))
      : format === 'jsonl'
        ? growing(db, source, jsonLinesWriter(reader))
        : growing(db, source, xlsxWriter(source, reader))
  return { ...grows, integrity: reader.integrity, close: () => work.close() }
}

/** Writes the records of a filter into a file, as they were at one moment, in constant memory. */
export const exportRecords: Task<ExportRequest, ExportAnswer> = async (
  request,
  { db, progress, breathe },
) => {
  const { path } = request
  const { total, parts, integrity, close } = open(db, request)
  let file: PendingFile | undefined
  try {
    file = new PendingFile(path)
    let rows = 0
    let leftOut = NOTHING_LEFT_OUT
    for await (const part of parts()) {
      for (const bytes of part.bytes) file.write(bytes)
      rows += part.rows
      leftOut = addLeftOut(leftOut, part.leftOut)
      progress(part.done, total)
      await breathe()
    }
    file.finish()
    return { temporary: file.temporary, rows, integrity, leftOut }
  } catch (error) {
    file?.discard()
    throw refusalOf(error, path)
  } finally {
    await close()
  }
}
