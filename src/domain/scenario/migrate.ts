import { FORMAT } from './vocabulary'

/** Turns a document of format `from` into one of `from + 1`. */
export interface Migration {
  readonly from: number
  readonly change: (document: Record<string, unknown>) => Record<string, unknown>
}

/**
 * Format migrations in order. Only append to this list. Format 2 can express more than format 1 (a floor, a twin,
 * variants, answers, prices) and removes nothing.
 */
export const FORMAT_MIGRATIONS: readonly Migration[] = [{ from: 1, change: (document) => document }]

/**
 * Checks a list of migrations: there must be one for each format below the newest, in order.
 * @throws RangeError naming the first gap
 */
export function checkMigrations(migrations: readonly Migration[], newest: number): void {
  for (let from = 1; from < newest; from++) {
    if (migrations[from - 1]?.from !== from) throw new RangeError(`No migration leads on from format ${from}`)
  }
  if (migrations.length !== newest - 1) throw new RangeError('A migration leads beyond the newest format')
}

export type Migrated =
  | { readonly ok: true; readonly document: Record<string, unknown>; readonly migrated: boolean }
  | { readonly ok: false; readonly reason: 'newer' | 'no-format' }

/**
 * Brings a document to the newest format. The given document is not changed.
 * @returns `newer` for a format that this program does not know; such a document must be left untouched
 */
export function migrate(
  document: Record<string, unknown>,
  migrations: readonly Migration[] = FORMAT_MIGRATIONS,
  newest: number = FORMAT,
): Migrated {
  checkMigrations(migrations, newest)
  const format = document['format']
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1)
    return { ok: false, reason: 'no-format' }
  if (format > newest) return { ok: false, reason: 'newer' }
  let current = document
  for (const { from, change } of migrations.slice(format - 1)) {
    current = { ...change(structuredCopy(current)), format: from + 1 }
  }
  return { ok: true, document: current, migrated: format < newest }
}

const structuredCopy = (document: Record<string, unknown>) =>
  JSON.parse(JSON.stringify(document)) as Record<string, unknown>
