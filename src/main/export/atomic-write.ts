import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'

/**
 * Writes a file so that it is there whole or not at all: a temporary file beside it, flushed to the disk, then
 * renamed over it.
 * @param chunks one text or buffer, or many that are written as they come
 */
export function writeAtomically(
  path: string,
  chunks: string | Uint8Array | Iterable<string | Uint8Array>,
  mode = 0o644,
): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  const file = openSync(temporary, 'wx', mode)
  try {
    const parts = typeof chunks === 'string' || chunks instanceof Uint8Array ? [chunks] : chunks
    for (const part of parts) writeWhole(file, typeof part === 'string' ? Buffer.from(part, 'utf8') : part)
    fsyncSync(file)
    closeSync(file)
    renameSync(temporary, path)
  } catch (error) {
    try {
      closeSync(file)
    } catch {
      // already closed
    }
    rmSync(temporary, { force: true })
    throw error
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) written += writeSync(file, bytes, written)
}
