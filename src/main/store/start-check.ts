import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AppState } from '../../bridge/channels'
import { hasOtherTraces } from './backups'
import { isBusy } from './libsql'
import { databasePath, EmptyDatabaseError, NewerDatabaseError } from './database'
import { KeyUnreadableError } from '../keys/secret-file'
import { codeOf } from '../files/errors'

/**
 * The reasons why the records can't be used. `missing`, `empty`: there are signs of earlier records, but no records.
 * `damaged`: they can't be read with their key. `key-missing`, `key-unreadable`: they can't be unlocked. `newer`: a
 * newer version wrote them. `busy`: another program holds them. `unreadable`: the system allows no reading or writing
 * now.
 */
export type StartProblem = NonNullable<AppState['problem']>['code']

/** The records can't be used; nothing was changed. */
export class RecordsUnusable extends Error {
  override readonly name = 'RecordsUnusable'
  constructor(
    readonly problem: StartProblem,
    /** The system's or the database's own code, for people who help. */
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`The records can’t be used: ${problem} (${detail}).`, options)
  }
}

/** Tells whether a problem may be over in a moment, so that the program looks again by itself. */
export const mayPass = (problem: StartProblem): boolean => problem === 'busy' || problem === 'unreadable'

/**
 * Checks the folder before anything is made in it.
 * @throws RecordsUnusable when there were records here and they can't be opened as they are
 */
export function checkFolder(folder: string): void {
  if (!existsSync(folder)) return
  const path = databasePath(folder)
  const key = existsSync(join(folder, 'records.key'))
  const there = existsSync(path)
  if (there && statSync(path).size > 0) {
    if (!key) throw new RecordsUnusable('key-missing', 'records.key')
    return
  }
  if (key || there || hasOtherTraces(folder)) {
    throw new RecordsUnusable(there ? 'empty' : 'missing', 'records.db')
  }
}

/**
 * Turns an error of opening the records into a problem that the first screen can explain. Unknown errors are returned
 * unchanged.
 */
export function asStartProblem(error: unknown): unknown {
  if (error instanceof RecordsUnusable) return error
  if (error instanceof KeyUnreadableError) {
    return new RecordsUnusable('key-unreadable', 'records.key', { cause: error })
  }
  if (error instanceof EmptyDatabaseError) return new RecordsUnusable('empty', 'records.db', { cause: error })
  if (error instanceof NewerDatabaseError) return new RecordsUnusable('newer', 'records.db', { cause: error })
  const code = codeOf(error) ?? ''
  if (isBusy(error)) return new RecordsUnusable('busy', code, { cause: error })
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new RecordsUnusable('damaged', code, { cause: error })
  }
  if (/^(SQLITE_(CANTOPEN|IOERR|READONLY|PERM|AUTH|FULL)|E[A-Z]+$)/.test(code)) {
    return new RecordsUnusable('unreadable', code, { cause: error })
  }
  return error
}
