import { basename } from 'node:path'
import { Refused } from '../refused'

/** The codes of a system, and of SQLite for the records, when there is no room. A quota that is used up is a full disk too. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL'])
/** The codes of a system when there is no right to write, or when another program holds the file. */
const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ETXTBSY'])

const codeOf = (error: unknown): string | undefined => {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : undefined
}

/** A full disk as a refusal that says what to do, wherever it was met; anything else as it is. */
export function fullOr(error: unknown): unknown {
  if (error instanceof Refused || !FULL.has(codeOf(error) ?? '')) return error
  return new Refused('disk-full', 'There is no room on this disk. Nothing was changed.')
}

/**
 * An error of writing a file as a refusal that says what to do; anything else as it is.
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

/** An error of reading a file that somebody chose, as a refusal; anything else as it is. */
export function unreadableOf(error: unknown, path: string): unknown {
  const code = codeOf(error)
  if (error instanceof Refused || code === undefined || !/^E[A-Z0-9]+$/.test(code)) return error
  return new Refused('file-unreadable', `‘${basename(path)}’ can’t be read (${code}).`)
}
