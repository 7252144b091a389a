/** Writes a file for each person who has a document open. It informs others and keeps nobody from editing. */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomically } from '../files/atomic-write'
import { bytesOf, makeFolder, markOf, namesIn, type FileMark } from './disk'

/** The program renews a lease again and again while the document is open; one that is older than this has expired. */
export const LEASE_MS = 120_000
/** The time of the file system is asked again after so many milliseconds. */
const ASK_EVERY_MS = 30_000

const lease = z.object({
  who: z.string(),
  computer: z.string(),
  since: z.iso.datetime(),
})
export type Editing = z.infer<typeof lease>

const ENDING = '.json'

interface Seen {
  readonly mark: string
  /** When the lease was first seen like this, by this computer's stopwatch. */
  readonly since: number
  /** Whether it was renewed before our eyes. */
  readonly renewed: boolean
}

/**
 * Keeps the leases of one start of the program, and tells which of the others still hold. No clock of a computer counts,
 * since one that is wrong would free a document that is open, or hold it for hours: the age of a lease is measured
 * against a file that is written beside it. In a folder that is synchronised instead of shared, files keep the times of
 * the computers that wrote them; there a lease holds while it is seen to be renewed.
 */
export class Leases {
  #asked: { readonly time: number; readonly at: number } | undefined
  readonly #seen = new Map<string, Seen>()

  constructor(
    /** Tells this start of the program from others that use the same folder. */
    private readonly session: string,
    /** Milliseconds of a stopwatch, which no change of the clock reaches. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  /** Writes the lease of this program, or renews it. */
  async keep(folder: string, own: Editing): Promise<void> {
    await makeFolder(folder)
    writeAtomically(join(folder, `${this.session}${ENDING}`), JSON.stringify(own))
  }

  end(folder: string): Promise<void> {
    return rm(join(folder, `${this.session}${ENDING}`), { force: true })
  }

  /** The next question asks the file system of another folder for its time. */
  forget(): void {
    this.#asked = undefined
    this.#seen.clear()
  }

  /** @returns the other who has had the document open longest; `null` if there is nobody */
  async whoEdits(folder: string): Promise<Editing | null> {
    const others: Editing[] = []
    for (const name of await namesIn(folder)) {
      if (!name.endsWith(ENDING) || name === `${this.session}${ENDING}`) continue
      const path = join(folder, name)
      const mark = await markOf(path)
      const bytes = await bytesOf(path).catch(() => undefined)
      const read = lease.safeParse(jsonOf(bytes))
      if (mark && read.success && (await this.#holds(path, mark, folder))) others.push(read.data)
    }
    return others.sort((a, b) => a.since.localeCompare(b.since))[0] ?? null
  }

  async #holds(path: string, { size, mtimeMs }: FileMark, folder: string): Promise<boolean> {
    const now = this.elapsed()
    const mark = `${size} ${mtimeMs}`
    const before = this.#seen.get(path)
    const seen = before?.mark === mark ? before : { mark, since: now, renewed: before !== undefined }
    this.#seen.set(path, seen)
    const age = (await this.#time(folder)) - mtimeMs
    if (age >= 0 && age <= LEASE_MS) return true
    // A lease from the future may be held, so it gets the time in which its holder would renew it.
    return (age < 0 || seen.renewed) && now - seen.since <= LEASE_MS
  }

  /** Returns the present time of the file system on which the folder lies. */
  async #time(folder: string): Promise<number> {
    const now = this.elapsed()
    if (!this.#asked || now - this.#asked.at > ASK_EVERY_MS) {
      this.#asked = { time: await timeOf(join(folder, `${this.session}.now`)), at: now }
    }
    return this.#asked.time + now - this.#asked.at
  }
}

/** Writes a file, and returns the time that it got. This computer's clock serves where nothing can be written. */
async function timeOf(path: string): Promise<number> {
  try {
    await writeFile(path, 'now')
    return (await markOf(path))?.mtimeMs ?? Date.now()
  } catch {
    return Date.now()
  } finally {
    await rm(path, { force: true }).catch(() => {})
  }
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(bytes ?? []).toString('utf8')) as unknown
  } catch {
    return undefined
  }
}
