import { basename } from 'node:path'
import { Refused } from '../refused'

/** Error codes of systems and of SQLite that mean a lack of room. A used-up quota counts as a full disk. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL'])
/** Error codes of systems that mean a missing right to write, or a file that another program holds. */
const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ETXTBSY'])

/** Returns the code of an error of the system or of SQLite; `undefined` for any other error. */
export const codeOf = (error: unknown): string | undefined => {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : undefined
}

/** Turns a full disk into a refusal that says what to do. Other errors are returned unchanged. */
export function fullOr(error: unknown): unknown {
  if (error instanceof Refused || !FULL.has(codeOf(error) ?? '')) return error
  return new Refused('disk-full', 'There is no room on this disk. Nothing was changed.')
}

/**
 * Turns an error of writing a file into a refusal that says what to do. Other errors are returned unchanged.
 * @param path of the file that was to be written
 */
export function refusalOf(error: unknown, path: string): unknown {
  const code = codeOf(error)
  if (error instanceof Refused || code === undefined) return error
  if (FULL.has(code)) return fullOr(error)
  if (!/^E[A-Z]+$/.test(code)) return error
  const file = `‘${basename(path)}’`
  if (CLOSED.has(code)) {
    return new Refused(
      'not-writable',
      `${file} can’t be written in this folder (${code}). Another program may hold it. Choose another folder.`,
    )
  }
  return new Refused('write-failed', `${file} could not be written (${code}). Choose another folder.`)
}

/** Turns an error of reading a chosen file into a refusal. Other errors are returned unchanged. */
export function unreadableOf(error: unknown, path: string): unknown {
  const code = codeOf(error)
  if (error instanceof Refused || code === undefined || !/^E[A-Z0-9]+$/.test(code)) return error
  return new Refused('file-unreadable', `‘${basename(path)}’ can’t be read (${code}).`)
}
