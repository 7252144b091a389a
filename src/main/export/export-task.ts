import { Seals, type Integrity } from '../records/seal'
import type { Task } from '../worker/task'
import { PendingFile } from './atomic-write'
import { csvWriter, jsonLinesWriter, type FormatWriter } from './formats'
import { Reader } from './read'
import { refusalOf } from './save-error'
import { openSource, type ExportScope, type Source } from './source'
import { xlsxWriter } from './xlsx'

export const TABLE_FORMATS = ['csv', 'xlsx', 'jsonl'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

export interface ExportRequest {
  readonly scope: ExportScope
  readonly format: TableFormat
  /** Where the file will be. */
  readonly path: string
  /** 64 hexadecimal digits, for checking the seals. */
  readonly sealSecret: string
}

export interface ExportAnswer {
  /** The whole file, flushed, under another name beside its place. Whoever asked renames or removes it. */
  readonly temporary: string
  readonly rows: number
  readonly integrity: Readonly<Record<Integrity, number>>
}

function writerOf(format: TableFormat, source: Source, reader: Reader): FormatWriter {
  if (format === 'csv') return csvWriter(source, reader)
  if (format === 'jsonl') return jsonLinesWriter(reader)
  return xlsxWriter(source, reader)
}

/** Writes the records of a filter into a file, all of one moment, in constant memory. */
export const exportRecords: Task<ExportRequest, ExportAnswer> = async (
  request,
  { db, progress, breathe },
) => {
  const { scope, format, path, sealSecret } = request
  const source = openSource(db, scope)
  const reader = new Reader(db, source, new Seals(sealSecret, scope.sealedSince))
  const writer = writerOf(format, source, reader)
  let file: PendingFile | undefined
  try {
    const into = (file = new PendingFile(path))
    const write = (parts: readonly (string | Uint8Array)[]) => {
      for (const part of parts) into.write(part)
    }
    write(writer.begin())
    let rows = 0
    for (const piece of source.pieces(db)) {
      const written = writer.piece(piece)
      write(written.parts)
      rows += written.rows
      progress(piece.done, source.total)
      await breathe()
    }
    write(writer.end())
    into.finish()
    return { temporary: into.temporary, rows, integrity: reader.integrity }
  } catch (error) {
    file?.discard()
    throw refusalOf(error, path)
  }
}
