/** Reads the Studio's published documents from a folder, beside the documents that came with the program. */
import { readFileSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isWhatItSays, LARGEST_MEDIA, type MediaFile } from '../../domain/scenario/media'
import { MEDIA_FILE_PATTERN } from '../../domain/scenario/schema'
import { sha256 } from '../sha256'

/** Pictures and sounds are named by their SHA-256, because two documents may use the same file name. */
export const OWN_MEDIA = 'media'

const HASH = /^[0-9a-f]{64}$/

/** Returns the SHA-256 of each picture and sound that a published scenario names, by file name. */
export function mediaHashes(content: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { file, sha256: hash } = value as { file?: unknown; sha256?: unknown }
    if (typeof file === 'string' && typeof hash === 'string' && HASH.test(hash)) found.set(file, hash)
    Object.values(value).forEach(walk)
  }
  walk(content)
  return found
}

/** Returns a function that finds the files of a published scenario. */
export function ownMediaIn(folder: string, text: string): (file: string) => MediaFile | undefined {
  let hashes: ReadonlyMap<string, string> | undefined
  return (file) => {
    hashes ??= mediaHashes(JSON.parse(text))
    const hash = hashes.get(file)
    if (hash === undefined) return undefined
    const path = join(folder, OWN_MEDIA, hash)
    const found = statSync(path, { throwIfNoEntry: false })
    return found?.isFile() ? { size: found.size, read: () => readFileSync(path) } : undefined
  }
}

const isTheOne = (file: string, hash: string, bytes: Buffer): boolean =>
  isWhatItSays(file, bytes) && sha256(bytes) === hash

/** @returns `undefined` if the file does not exist or has another content */
export async function readOwnMedia(folder: string, file: string, hash: string): Promise<Buffer | undefined> {
  if (!MEDIA_FILE_PATTERN.test(file) || !HASH.test(hash)) return undefined
  const path = join(folder, OWN_MEDIA, hash)
  try {
    if ((await stat(path)).size > LARGEST_MEDIA) return undefined
    const bytes = await readFile(path)
    return isTheOne(file, hash, bytes) ? bytes : undefined
  } catch {
    return undefined
  }
}

/** Reads a picture or sound synchronously, for a file that carries it to other computers. */
export function readOwnMediaNow(folder: string, file: string, hash: string): Buffer | undefined {
  if (!HASH.test(hash)) return undefined
  try {
    const bytes = readFileSync(join(folder, OWN_MEDIA, hash))
    return isTheOne(file, hash, bytes) ? bytes : undefined
  } catch {
    return undefined
  }
}
