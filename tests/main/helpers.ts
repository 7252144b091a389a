import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { System } from '../../src/main/system'
import { databasePath } from '../../src/main/store/database'
import type { Keychain } from '../../src/main/keys/secret-file'
import { RecordWorker } from '../../src/main/worker/client'

const made: string[] = []
const workers: RecordWorker[] = []
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.close()))
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** Makes a folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hold-the-line-'))
  made.push(folder)
  return folder
}

export const KEY = 'ab'.repeat(32)
export const NOW = new Date('2026-03-02T09:00:00.000Z')

/** Starts the worker on the records of a folder, from its source; it ends with the test. */
export function recordWorker(folder: string, reports: unknown[] = []): RecordWorker {
  const worker = new RecordWorker(
    join(__dirname, '../../src/main/worker/worker.ts'),
    { databasePath: databasePath(folder), databaseKey: KEY },
    (error) => reports.push(error),
    { execArgv: ['--require', 'tsx/cjs'] },
  )
  workers.push(worker)
  return worker
}

export interface TestSystem extends System {
  /** Moves the clock on. */
  pass(ms: number): void
}

export function testSystem(): TestSystem {
  let clock = NOW.getTime()
  let count = 0
  return {
    now: () => new Date(clock),
    ticks: () => clock,
    uuid: () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`,
    randomBytes: (length) => Uint8Array.from({ length }, () => (count += 1) % 256),
    pass: (ms) => {
      clock += ms
    },
  }
}

/** A fake keychain that reverses texts. */
export const keychain: Keychain = {
  isEncryptionAvailable: () => true,
  encryptString: (plain) => Buffer.from([...plain].reverse().join('')),
  decryptString: (wrapped) => [...wrapped.toString()].reverse().join(''),
}

/** Returns the code with which a call is refused. */
export function codeOf(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return (error as { code?: unknown }).code
  }
  return 'nothing was refused'
}
