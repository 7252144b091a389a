import { basename, join } from 'node:path'
import { z } from 'zod'
import { contentOf } from '../library/library'
import { Refused } from '../refused'
import { bytesOf, copyContent, isMissing, makeFolder, markOf, namesIn } from './disk'
import type { StudioPaths, Which } from './paths'

const FORMAT = 1

const versionFile = z.object({
  format: z.literal(FORMAT),
  number: z.number().int().min(1),
  /** The SHA-256 of the content, as `contentOf` computes it. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  by: z.string(),
  note: z.string(),
  /** The document as its author wrote it. */
  text: z.string(),
  /**
   * The state of the draft that was published: the hash with which its journal begins, and the number of an entry.
   * Later entries are found by these and not by their times, because the clocks of computers differ.
   */
  journal: z.object({ base: z.string().regex(/^[0-9a-f]{64}$/), after: z.number().int().min(0) }).optional(),
  /** The content as it is played: put on its floor, with the SHA-256 of each picture and sound. */
  content: z.unknown(),
})
export type Version = z.infer<typeof versionFile>
export type VersionRow = Pick<Version, 'number' | 'hash' | 'at' | 'by' | 'note'>

export const rowOf = ({ number, hash, at, by, note }: Version): VersionRow => ({ number, hash, at, by, note })

/** Returns the whole content of a version's file. */
export const versionText = (version: Omit<Version, 'format'>): string =>
  `${JSON.stringify({ format: FORMAT, ...version }, null, 2)}\n`

const NUMBERED = /^([1-9]\d*)\.json$/

/** A version whose file is damaged. It is neither shown nor given to trainees. */
export interface DamagedVersion {
  readonly damaged: string
}

/** Keeps the published versions, each in a file that is never changed. */
export class Versions {
  /** Versions that were read already, by path. Their files never change. */
  readonly #known = new Map<string, Version>()

  constructor(private readonly paths: () => StudioPaths) {}

  path(which: Which, number: number): string {
    return join(this.paths().versions(which), `${number}.json`)
  }

  /** Returns the numbers of the existing versions, the newest first. */
  async numbers(which: Which): Promise<number[]> {
    const names = await namesIn(this.paths().versions(which))
    return names.flatMap((name) => Number(NUMBERED.exec(name)?.[1] ?? [])).sort((a, b) => b - a)
  }

  /** @returns `undefined` if there is no version of that number */
  async read(which: Which, number: number): Promise<Version | DamagedVersion | undefined> {
    const path = this.path(which, number)
    const known = this.#known.get(path)
    if (known && (await markOf(path))) return known
    // A file that can't be read holds up no other document.
    const bytes = await bytesOf(path).catch(() => Buffer.alloc(0))
    if (!bytes) return undefined
    const version = versionIn(bytes)
    if (!version || version.number !== number) return { damaged: `${number}.json` }
    this.#known.set(path, version)
    return version
  }

  /** @throws Refused `not-found`; `file-unreadable` for a damaged version */
  async one(which: Which, number: number): Promise<Version> {
    const version = await this.read(which, number)
    if (!version) throw new Refused('not-found', 'There is no such version.')
    if ('damaged' in version) throw new Refused('file-unreadable', `‘${version.damaged}’ is damaged.`)
    return version
  }

  async newest(which: Which): Promise<Version | DamagedVersion | undefined> {
    const [number] = await this.numbers(which)
    return number === undefined ? undefined : this.read(which, number)
  }

  /** Returns all undamaged versions, the newest first. */
  async all(which: Which): Promise<Version[]> {
    const found: Version[] = []
    for (const number of await this.numbers(which)) {
      const version = await this.read(which, number)
      if (version && !('damaged' in version)) found.push(version)
    }
    return found
  }

  /**
   * Stores a picture or a sound of a version under its hash.
   * @throws Refused `stale` if somebody has replaced the file since it was checked
   */
  async keepMedia(from: string, hash: string): Promise<void> {
    const folder = this.paths().publishedMedia
    await makeFolder(folder)
    if (!(await copyContent(from, join(folder, hash), hash)))
      throw new Refused('stale', `‘${basename(from)}’ was changed meanwhile.`)
  }
}

function versionIn(bytes: Uint8Array): Version | undefined {
  try {
    const read = versionFile.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return read.success && contentOf(read.data.content).hash === read.data.hash ? read.data : undefined
  } catch (error) {
    if (isMissing(error)) throw error
    return undefined
  }
}
