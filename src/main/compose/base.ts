import { randomBytes, randomUUID } from 'node:crypto'
import { safeStorage } from 'electron'
import type { OpenedFiles } from '../files/opened-files'
import type { Keychain } from '../keys/secret-file'
import type { Restored } from '../store/restore'
import type { System } from '../system'
import type { SendToPage } from '../windows/to-page'
import type { OpenRecords } from './open-records'

/** The records, clock, keychain and window with which every area is made. */
export interface Base {
  readonly records: OpenRecords
  readonly system: System
  readonly keychain: Keychain
  /** Pages that main makes for windows that print. */
  readonly madePages: Map<string, string>
  readonly rendererFolder: string
  readonly report: (error: unknown) => void
  /** The files that the system asked this program to open. */
  readonly opened: OpenedFiles
  /** Sends an event to our page in our window. */
  readonly send: SendToPage
  /** Replaces the records while no service uses them. */
  readonly reopen: (work: () => Promise<Restored>) => Promise<Restored>
}

export const system: System = {
  now: () => new Date(),
  ticks: () => performance.now(),
  uuid: randomUUID,
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
}

export const keychain: Keychain = safeStorage
