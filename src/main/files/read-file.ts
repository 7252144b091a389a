import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { OpenedFile } from './dialogs'
import { unreadableOf } from './errors'

/**
 * Reads a file that somebody chose.
 * @param largest in bytes; of a larger file, only one byte more than this is read, so that the caller notices
 * @throws Refused `file-unreadable`
 */
export async function readChosenFile(path: string, largest: number): Promise<OpenedFile> {
  const name = basename(path)
  try {
    if ((await stat(path)).size > largest) return { name, bytes: new Uint8Array(largest + 1) }
    return { name, bytes: new Uint8Array(await readFile(path)) }
  } catch (error) {
    throw unreadableOf(error, path)
  }
}
