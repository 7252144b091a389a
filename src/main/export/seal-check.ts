import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Seals, type Integrity } from '../records/seal'
import { CELL, parts } from './packed'

/** What the seals say of some rows. */
export interface Checked {
  /** Rows that are not what was presumed of them. */
  readonly corrected: ReadonlyMap<number, Integrity>
  readonly counts: Readonly<Record<Integrity, number>>
}

/**
 * Checks rows.
 * @param keys of each row what is presumed of it, its seal, its end and its sealed text; see `Reader`
 * @param count how many rows
 * @returns `undefined` when the keys can't be told apart, since a value holds a separator itself
 */
export function checkSeals(keys: Buffer, count: number, seals: Seals): Checked | undefined {
  const rows = parts(keys)
  return rows.length === count ? checkEach(rows, seals) : undefined
}

/** The same of keys that are apart already. */
export function checkEach(rows: readonly Buffer[], seals: Seals): Checked {
  const corrected = new Map<number, Integrity>()
  const counts = { whole: 0, altered: 0, unsealed: 0, open: 0 }
  for (const [row, key] of rows.entries()) {
    const first = key.indexOf(CELL)
    const second = key.indexOf(CELL, first + 1)
    const third = key.indexOf(CELL, second + 1)
    const presumed = key.toString('latin1', 0, first) as Integrity
    const seal = second === first + 1 ? null : key.toString('latin1', first + 1, second)
    const endedAt = third === second + 1 ? null : key.toString('latin1', second + 1, third)
    const found = seals.integrity(key.subarray(third + 1), seal, endedAt)
    counts[found] += 1
    if (found !== presumed) corrected.set(row, found)
  }
  return { corrected, counts }
}

/** Checks the rows of an export. */
export interface SealChecker {
  readonly seals: Seals
  /** @returns `null` when the keys can't be told apart */
  check(keys: Buffer, count: number): Promise<Checked | null>
  close(): Promise<unknown>
}

/** In the thread that asks. */
export const sealsHere = (seals: Seals): SealChecker => ({
  seals,
  check: (keys, count) => Promise.resolve(checkSeals(keys, count, seals) ?? null),
  close: () => Promise.resolve(),
})

/** In a thread beside, which checks while the next rows are read; it answers in the order in which it is asked. */
function sealsBeside(file: string, secret: string, since: string): SealChecker {
  const thread = new Worker(file, { workerData: { secret, since } })
  const asked: { resolve: (checked: Checked | null) => void; reject: (error: Error) => void }[] = []
  thread.on('message', (checked: Checked | null) => asked.shift()?.resolve(checked))
  thread.on('error', (error) => {
    for (const { reject } of asked.splice(0)) reject(error)
  })
  return {
    seals: new Seals(secret, since),
    check: (keys, count) =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject })
        thread.postMessage({ keys, count })
      }),
    close: () => thread.terminate(),
  }
}

/**
 * @param secret 64 hexadecimal digits
 * @param since when records began to be sealed
 */
export function openSealChecker(secret: string, since: string): SealChecker {
  const file = join(__dirname, 'seal-thread.cjs')
  // It is there once the program is built.
  return existsSync(file) ? sealsBeside(file, secret, since) : sealsHere(new Seals(secret, since))
}
