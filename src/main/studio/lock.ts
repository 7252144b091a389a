/** Lets only one program at a time write a document, even if several computers share its folder. */
import { open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { besideOf } from '../files/atomic-write'
import { Refused } from '../refused'
import { codeOf } from '../files/errors'

/** The holder renews its lock again and again; one that did not change for so long was left behind by a crash. */
const LEFT_BEHIND_MS = 5000
const SAY_EVERY_MS = 1000
/** The longest time that the system may need to delete a file. */
const TAKEN_AWAY_MS = 500
const LOOK_EVERY_MS = 20
const LONGEST_WAIT_MS = 15_000

interface Holder {
  readonly computer: string
  readonly pid: number
  readonly mark: string
}

function holderIn(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return undefined
  }
}

/** Tells whether the holder is a program of this computer that has ended. */
function hasEnded(text: string): boolean {
  const holder = holderIn(text)
  if (holder?.computer !== hostname() || !Number.isSafeInteger(holder.pid)) return false
  try {
    process.kill(holder.pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** @returns the error if the lock can't be taken: `EEXIST` when somebody else has it */
async function take(path: string, text: string): Promise<NodeJS.ErrnoException | undefined> {
  try {
    const handle = await open(path, 'wx')
    try {
      await handle.writeFile(text)
    } catch (error) {
      // Nobody could tell whose lock it is, and everybody would have to wait until it counts as left behind.
      await rm(path, { force: true }).catch(() => {})
      throw error
    } finally {
      await handle.close()
    }
    return undefined
  } catch (error) {
    const code = codeOf(error)
    // Windows gives `EPERM` or `EBUSY` for a file that is being deleted, and for a folder that can't be written.
    if (code === 'EEXIST' || code === 'EPERM' || code === 'EBUSY') return error as NodeJS.ErrnoException
    throw error
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return undefined
  }
}

async function touchedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs
  } catch {
    return 0
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date()
  await utimes(path, now, now).catch(() => {})
}

/** Removes a lock that was left behind, but no other. */
async function breakLock(path: string, seen: string): Promise<void> {
  const aside = besideOf(path, 'left')
  try {
    await rename(path, aside)
    // Somebody else was faster and holds a new lock, which is put back.
    if ((await contentOf(aside)) !== seen && (await contentOf(path)) === undefined) await rename(aside, path)
  } catch {
    // The lock has disappeared by itself.
  } finally {
    await rm(aside, { force: true })
  }
}

/**
 * Does the work while nobody else holds the same lock.
 * @param path the path of the lock's file, in an existing folder
 * @param mark differs from the marks of all other holders
 * @throws Refused `records-busy` when somebody else holds the lock for too long; the system's error when no file can be
 *   made
 */
export async function locked<T>(path: string, mark: string, work: () => Promise<T>): Promise<T> {
  const own = JSON.stringify({ computer: hostname(), pid: process.pid, mark } satisfies Holder)
  const began = performance.now()
  let seen: { readonly text: string; readonly touched: number; readonly since: number } | undefined
  for (;;) {
    const refused = await take(path, own)
    if (!refused) break
    const now = performance.now()
    const text = await contentOf(path)
    if (text === undefined) {
      seen = undefined
      if (refused.code !== 'EEXIST' && now - began > TAKEN_AWAY_MS) throw refused
    } else {
      const touched = await touchedAt(path)
      if (seen?.text !== text || seen.touched !== touched) seen = { text, touched, since: now }
    }
    if (seen && (hasEnded(seen.text) || now - seen.since > LEFT_BEHIND_MS)) {
      await breakLock(path, seen.text)
      seen = undefined
    } else if (now - began > LONGEST_WAIT_MS) {
      throw new Refused(
        'records-busy',
        'Another computer is writing this document. Nothing was lost; try again.',
      )
    } else await wait(LOOK_EVERY_MS)
  }
  const saying = setInterval(() => void touch(path), SAY_EVERY_MS).unref()
  try {
    return await work()
  } finally {
    clearInterval(saying)
    // If somebody took this lock for left behind and broke it, the file is now theirs.
    if ((await contentOf(path)) === own) await rm(path, { force: true }).catch(() => {})
  }
}
