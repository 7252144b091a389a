import { basename } from 'node:path'
import { Refused } from '../refused'

/** What a system says when there is no room, or no right to write. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS'])

/**
 * An error of writing a file as a refusal that says what to do; anything else as it is.
 * @param path of the file that was to be written
 */
export function refusalOf(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (error instanceof Refused || typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) return error
  const file = `‘${basename(path)}’`
  if (FULL.has(code)) {
    return new Refused('disk-full', `There is no room for ${file} on this disk. Nothing was left behind.`)
  }
  if (CLOSED.has(code)) {
    return new Refused(
      'not-writable',
      `${file} can’t be written in this folder (${code}). Choose another one.`,
    )
  }
  return new Refused('write-failed', `${file} could not be written (${code}). Choose another folder.`)
}
