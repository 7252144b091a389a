import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { refusalOf } from './errors'

interface WriteOptions {
  readonly mode?: number
  /** The file's name while it is being written. */
  readonly temporary?: string
}

/** File systems accept no longer names, in bytes. */
const LONGEST_NAME = 255

function cut(name: string, most: number): string {
  let kept = ''
  let bytes = 0
  for (const sign of name) {
    bytes += Buffer.byteLength(sign)
    if (bytes > most) break
    kept += sign
  }
  return kept
}

/** Returns a new, unused file name in the same folder. A name that is as long as it may be is shortened. */
export function besideOf(path: string, ending = 'tmp'): string {
  const more = `.${randomBytes(6).toString('hex')}.${ending}`
  const name = basename(path)
  return `${path.slice(0, path.length - name.length)}${cut(name, LONGEST_NAME - more.length)}${more}`
}

export type Content = string | Uint8Array | Iterable<string | Uint8Array>

/** A file that is being written. It has another name beside its final place until it is complete. */
export class PendingFile {
  readonly temporary: string
  readonly #file: number
  #open = true

  constructor(path: string, { mode = 0o644, temporary = besideOf(path) }: WriteOptions = {}) {
    this.temporary = temporary
    this.#file = openSync(this.temporary, 'wx', mode)
  }

  write(part: string | Uint8Array): void {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part
    let written = 0
    while (written < bytes.length) written += writeSync(this.#file, bytes, written)
  }

  /** Flushes the content to the disk. Afterwards `renameSync` can put the file in its place. */
  finish(): void {
    fsyncSync(this.#file)
    this.#close()
  }

  /** Removes the unfinished file. */
  discard(): void {
    try {
      this.#close()
    } finally {
      rmSync(this.temporary, { force: true })
    }
  }

  #close(): void {
    if (!this.#open) return
    this.#open = false
    closeSync(this.#file)
  }
}

/**
 * Writes a complete file under another name beside its place.
 * @returns that name, for `renameSync`
 */
export function writePending(path: string, chunks: Content, options: WriteOptions = {}): string {
  const file = new PendingFile(path, options)
  try {
    const parts = typeof chunks === 'string' || chunks instanceof Uint8Array ? [chunks] : chunks
    for (const part of parts) file.write(part)
    file.finish()
    return file.temporary
  } catch (error) {
    file.discard()
    throw error
  }
}

/**
 * Writes a file so that it is there as a whole or not at all: it writes a temporary file beside it, flushes it to the
 * disk, then renames it over the old one.
 * @param chunks one text or buffer, or many that are written as they come
 */
export function writeAtomically(path: string, chunks: Content, mode = 0o644): void {
  const temporary = writePending(path, chunks, { mode })
  try {
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/**
 * Writes a file like `writeAtomically`.
 * @throws Refused with what to do, if the disk is full or the place can't be written
 */
export function writeOrRefuse(path: string, content: Content): void {
  try {
    writeAtomically(path, content)
  } catch (error) {
    throw refusalOf(error, path)
  }
}
