import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isWhatItSays, LARGEST_MEDIA, mediaKindOf } from '../../domain/scenario/media'
import { LONGEST_SIDE, pictureSize } from '../../domain/scenario/picture-size'
import { MEDIA_FILE_PATTERN } from '../../domain/scenario/schema'
import { writeOrRefuse } from '../files/atomic-write'
import type { OpenedFile } from '../files/dialogs'
import { refusalOf } from '../files/errors'
import { mediaFolder } from '../library/media'
import { mediaHashes } from '../library/own'
import { Refused } from '../refused'
import { sha256 } from '../sha256'
import type { Standing } from './catalog'
import { bytesOf, filesIn, makeFolder, markOf, namesIn } from './disk'
import { whichOf, type StudioPaths, type Which } from './paths'

const gone = () => new Refused('not-found', 'This document is no longer here.')
const notShown = (name: string) =>
  new Refused('media-type', `‘${name}’ is no picture or sound that can be shown.`)

export interface MediaEntry {
  readonly file: string
  /** Bytes. */
  readonly size: number
  readonly hash: string
}

/** Keeps the pictures and sounds beside drafts, and finds those that came with the program. */
export class DraftMedia {
  constructor(
    private readonly paths: () => StudioPaths,
    private readonly shipped: () => string,
  ) {}

  folder({ kind, id, origin }: Pick<Standing, 'kind' | 'id' | 'origin'>): string {
    return origin === 'shipped' ? mediaFolder(this.shipped()) : this.paths().media({ kind, id })
  }

  /** Returns a text that changes when a file of the document's pictures and sounds changes. */
  async mark(standing: Standing): Promise<string> {
    if (standing.origin === 'shipped' || !standing.text.includes('"media"')) return ''
    const folder = this.folder(standing)
    const names = await namesIn(folder)
    return JSON.stringify(
      await Promise.all(names.map(async (name) => [name, await markOf(join(folder, name))])),
    )
  }

  /** Returns the files that a copy of the document takes along. */
  async of(source: Standing): Promise<ReadonlyMap<string, Uint8Array>> {
    const folder = this.folder(source)
    const found = new Map<string, Uint8Array>()
    for (const file of await filesIn(folder)) {
      if (!MEDIA_FILE_PATTERN.test(file)) continue
      // All shipped documents share a folder, so only files that this document names are taken.
      if (source.origin === 'shipped' && !source.text.includes(`"${file}"`)) continue
      found.set(file, await readFile(join(folder, file)))
    }
    return found
  }

  /** Reads a file beside a document, whatever its content. */
  async bytes(which: Which, file: string): Promise<Uint8Array | undefined> {
    const origin = (await markOf(this.paths().draft(which))) ? 'own' : 'shipped'
    return bytesOf(join(this.folder({ ...which, origin }), file))
  }

  /** Returns the pictures and sounds of a version, as far as they are still there. */
  async ofVersion(content: unknown): Promise<ReadonlyMap<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>()
    for (const [file, hash] of mediaHashes(content)) {
      const bytes = await bytesOf(join(this.paths().publishedMedia, hash))
      if (bytes && MEDIA_FILE_PATTERN.test(file)) found.set(file, bytes)
    }
    return found
  }

  async list(where: Pick<Standing, 'kind' | 'id' | 'origin'>): Promise<MediaEntry[]> {
    const folder = this.folder(where)
    const found: MediaEntry[] = []
    for (const file of await filesIn(folder)) {
      const bytes = MEDIA_FILE_PATTERN.test(file) ? await bytesOf(join(folder, file)) : undefined
      if (bytes) found.push({ file, size: bytes.length, hash: sha256(bytes) })
    }
    return found
  }

  /** Finds a picture or a sound of any draft by its name, if it has this content. */
  async find(file: string, hash: string): Promise<Buffer | undefined> {
    if (!MEDIA_FILE_PATTERN.test(file)) return undefined
    for (const name of await namesIn(this.paths().drafts).catch(() => [])) {
      const which = whichOf(name)
      const bytes = which && (await bytesOf(join(this.paths().media(which), file)).catch(() => undefined))
      if (bytes && bytes.length <= LARGEST_MEDIA && sha256(bytes) === hash && isWhatItSays(file, bytes)) {
        return bytes
      }
    }
    return undefined
  }

  /**
   * Puts a file beside a draft, under a name that no other file has there.
   * @throws Refused `media-size`, `media-pixels`, or `media-type` for what can’t be shown or played
   */
  async add(which: Which, { name, bytes }: OpenedFile): Promise<MediaEntry> {
    const wanted = name
      .toLowerCase()
      .replaceAll(/[^a-z0-9.-]+/g, '-')
      .replace(/^[^a-z0-9]+/, '')
    if (bytes.length > LARGEST_MEDIA) throw new Refused('media-size', `‘${name}’ is too large.`)
    if (!isWhatItSays(wanted, bytes)) throw notShown(name)
    if (mediaKindOf(wanted)?.kind === 'picture') {
      const size = pictureSize(bytes)
      if (!size) throw notShown(name)
      if (Math.max(size.width, size.height) > LONGEST_SIDE)
        throw new Refused('media-pixels', `‘${name}’ has ${size.width} × ${size.height} pixels.`)
    }
    const folder = this.paths().media(which)
    const hash = sha256(bytes)
    const file = await this.#freeName(folder, wanted, hash)
    if (!MEDIA_FILE_PATTERN.test(file)) throw notShown(name)
    if (!(await markOf(this.paths().draft(which)))) throw gone()
    try {
      await makeFolder(folder)
    } catch (error) {
      throw refusalOf(error, folder)
    }
    writeOrRefuse(join(folder, file), bytes)
    return { file, size: bytes.length, hash }
  }

  /** Returns the wanted name, with a number if a file of that name has another content. */
  async #freeName(folder: string, wanted: string, hash: string): Promise<string> {
    const dot = wanted.lastIndexOf('.')
    const [base, ending] = [wanted.slice(0, dot).slice(0, 60) || 'file', wanted.slice(dot)]
    for (let n = 1; ; n += 1) {
      const file = `${base}${n === 1 ? '' : `-${n}`}${ending}`
      const there = await bytesOf(join(folder, file))
      if (!there || sha256(there) === hash) return file
    }
  }

  /**
   * Deletes a file for good.
   * @param text the document as it is now
   * @throws Refused `media-in-use` while the document names the file
   */
  async remove(which: Which, file: string, text: string): Promise<void> {
    if (!(await markOf(this.paths().draft(which)))) throw gone()
    if (text.includes(JSON.stringify(file))) throw new Refused('media-in-use', `A line still has ‘${file}’.`)
    const path = join(this.paths().media(which), file)
    try {
      await rm(path, { force: true })
    } catch (error) {
      throw refusalOf(error, path)
    }
  }
}
