import { open, stat, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { Refused } from '../refused'
import type { OpenedFile } from './dialogs'
import { unreadableOf } from './errors'

/** Reads to the end of a file, or until there are more bytes than allowed. */
async function bytesUpTo(handle: FileHandle, size: number, most: number): Promise<Uint8Array> {
  // A file may grow while it is read, and some systems state no size for a file that has one.
  let bytes = new Uint8Array(Math.min(size, most) + 1)
  let length = 0
  for (;;) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length)
    length += bytesRead
    if (bytesRead === 0 || length > most) return bytes.slice(0, Math.min(length, most + 1))
    if (length < bytes.length) continue
    const larger = new Uint8Array(Math.min(bytes.length * 2, most + 1))
    larger.set(bytes)
    bytes = larger
  }
}

/**
 * Reads a file that somebody chose.
 * @param largest in bytes; of a larger file, only one byte more than this is read, so that the caller notices
 * @throws Refused `file-unreadable`
 */
export async function readChosenFile(path: string, largest: number): Promise<OpenedFile> {
  const name = basename(path)
  try {
    const found = await stat(path)
    // Reading a pipe or a device might never end, and the size of a folder says nothing.
    if (!found.isFile()) throw new Refused('file-unreadable', `‘${name}’ is no file.`)
    if (found.size > largest) return { name, bytes: new Uint8Array(largest + 1) }
    const handle = await open(path, 'r')
    try {
      return { name, bytes: await bytesUpTo(handle, found.size, largest) }
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw unreadableOf(error, path)
  }
}
