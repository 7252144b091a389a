import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { Surroundings } from '../../src/main/learn/attempts'
import type { Wrapper } from '../../src/main/records/secret-file'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hold-the-line-'))
  made.push(folder)
  return folder
}

export const KEY = 'ab'.repeat(32)
export const NOW = new Date('2026-03-02T09:00:00.000Z')

export interface TestSurroundings extends Surroundings {
  /** Lets time pass. */
  pass(ms: number): void
}

export function surroundings(): TestSurroundings {
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

/** A keychain that turns text around. */
export const keychain: Wrapper = {
  isEncryptionAvailable: () => true,
  encryptString: (plain) => Buffer.from([...plain].reverse().join('')),
  decryptString: (wrapped) => [...wrapped.toString()].reverse().join(''),
}
