/** Writes a file for each person who has a document open. It informs others and keeps nobody from editing. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomically } from '../files/atomic-write'
import { bytesOf, makeFolder, namesIn } from './disk'

/** The program renews a lease again and again while the document is open; one that is older than this has expired. */
export const LEASE_MS = 120_000

const lease = z.object({
  who: z.string(),
  computer: z.string(),
  since: z.iso.datetime(),
  until: z.iso.datetime(),
})
export type Editing = Omit<z.infer<typeof lease>, 'until'>

const ENDING = '.json'

/** Writes the lease of this program, or renews it. */
export async function keepLease(folder: string, session: string, own: Editing, now: Date): Promise<void> {
  await makeFolder(folder)
  const until = new Date(now.getTime() + LEASE_MS).toISOString()
  writeAtomically(join(folder, `${session}${ENDING}`), JSON.stringify({ ...own, until }))
}

export const endLease = (folder: string, session: string): Promise<void> =>
  rm(join(folder, `${session}${ENDING}`), { force: true })

/** @returns the other who has had the document open longest; `null` if there is nobody */
export async function whoEdits(folder: string, session: string, now: Date): Promise<Editing | null> {
  const others: Editing[] = []
  for (const name of await namesIn(folder)) {
    if (!name.endsWith(ENDING) || name === `${session}${ENDING}`) continue
    const bytes = await bytesOf(join(folder, name)).catch(() => undefined)
    const read = lease.safeParse(jsonOf(bytes))
    if (!read.success || Date.parse(read.data.until) < now.getTime()) continue
    const { who, computer, since } = read.data
    others.push({ who, computer, since })
  }
  return others.sort((a, b) => a.since.localeCompare(b.since))[0] ?? null
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(bytes ?? []).toString('utf8')) as unknown
  } catch {
    return undefined
  }
}
