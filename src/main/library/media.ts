import { readFileSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isWhatItSays, LARGEST_MEDIA, type MediaFile } from '../../domain/scenario/media'
import { MEDIA_FILE_PATTERN } from '../../domain/scenario/schema'
import { sha256 } from '../sha256'

const MEDIA_FOLDER = 'media'

/** Returns the folder of a library's pictures and sounds. */
export const mediaFolder = (library: string): string => join(library, MEDIA_FOLDER)

/** Returns a function that finds a file among the media of a library's folder. */
export const mediaIn =
  (library: string) =>
  (file: string): MediaFile | undefined => {
    const path = join(mediaFolder(library), file)
    const found = statSync(path, { throwIfNoEntry: false })
    return found?.isFile() ? { size: found.size, read: () => readFileSync(path) } : undefined
  }

const isTheOne = (file: string, hash: string, bytes: Buffer): boolean =>
  isWhatItSays(file, bytes) && sha256(bytes) === hash

/**
 * Reads a picture or a sound for the page.
 * @param hash its SHA-256 according to the scenario that is played or replayed
 * @returns `undefined` if the file is gone or has another content
 */
export async function readMedia(library: string, file: string, hash: string): Promise<Buffer | undefined> {
  if (!MEDIA_FILE_PATTERN.test(file)) return undefined
  const path = join(mediaFolder(library), file)
  try {
    const found = await stat(path)
    if (!found.isFile() || found.size > LARGEST_MEDIA) return undefined
    const bytes = await readFile(path)
    return isTheOne(file, hash, bytes) ? bytes : undefined
  } catch {
    return undefined
  }
}

/** Reads a picture or sound synchronously, for a file that carries it to other computers. */
export function readMediaNow(library: string, file: string, hash: string): Buffer | undefined {
  try {
    const bytes = readFileSync(join(mediaFolder(library), file))
    return isTheOne(file, hash, bytes) ? bytes : undefined
  } catch {
    return undefined
  }
}
