import { join } from 'node:path'
import type { BundleContent } from '../../domain/records'
import type { SigningKey } from '../keys/signing-key'
import { writeAtomically } from '../files/atomic-write'
import { OwnBundles, type OwnBundle } from '../store/tables/own-bundles'
import { bundlePerson } from '../store/tables/people'
import { scenarioCopy } from '../store/tables/scenarios'
import type { Database } from '../store/libsql'
import { readSetting, BUNDLE_NUMBER_FROM } from '../store/tables/settings'
import { documentOf } from '../evidence/signed-attempt'
import { makeBundle } from './bundle-file'
import type { DeviceState } from './enrolment'
import { sha256 } from '../sha256'

/** A bundle holds at most this many attempts, about 100 KB. */
const MOST = 200
export const BUNDLE_SUFFIX = '.htlbundle'

/** Makes this device's bundles and writes them, again if HR asks for them. */
export class Outgoing {
  readonly #own: OwnBundles

  constructor(
    private readonly db: Database,
    private readonly key: () => SigningKey,
  ) {
    this.#own = new OwnBundles(db)
  }

  /** Counts finished attempts that are in no bundle yet, and returns the end of the first of them. */
  waiting(): { attempts: number; since: string | null } {
    return this.#own.waiting()
  }

  latest(): OwnBundle | undefined {
    return this.#own.latest()
  }

  /**
   * Puts the waiting attempts into bundles. Number 0 is made first and only says which computer asks to be accepted. A
   * bundle gets its number before its file is written, so that a crash in between leaves no gap and doubles nothing.
   */
  gather(now: string): void {
    if (!this.latest()) this.#own.add({ number: 0, madeAt: now, attempts: 0 })
    for (;;) {
      const { attempts } = this.waiting()
      if (attempts === 0) return
      this.db.transaction(() => {
        const from = Number(readSetting(this.db, BUNDLE_NUMBER_FROM) ?? 0)
        const number = Math.max(this.latest()!.number + 1, from)
        this.#own.add({ number, madeAt: now, attempts: Math.min(attempts, MOST) })
      })()
    }
  }

  /** Has all bundles written again, for example when the stick that carried them was lost. */
  forgetWritten(): void {
    this.#own.forgetWritten()
  }

  /**
   * Writes the bundles that are not written yet.
   * @returns their number
   * @throws the system's error
   */
  write(folder: string, device: DeviceState, now: string): number {
    const open = this.#own.unwritten()
    const { did } = this.key()
    const mark = sha256(did).slice(0, 12)
    for (const { number, madeAt } of open) {
      const text = makeBundle(
        { organisation: device.organisation.did, device: did, number, madeAt },
        this.#content(number, device),
        Buffer.from(device.exchangeKey, 'base64'),
        this.key(),
      )
      writeAtomically(join(folder, `${mark}-${String(number).padStart(7, '0')}${BUNDLE_SUFFIX}`), text)
      this.#own.written(number, now)
    }
    return open.length
  }

  #content(number: number, { name, site }: DeviceState): BundleContent {
    const attempts = this.#own.attemptsOf(number).flatMap(({ id, signature }) => {
      const document = documentOf(this.db, id)
      return document ? [{ document, signature }] : []
    })
    const each = <T>(keys: readonly string[], read: (key: string) => T | undefined): T[] =>
      [...new Set(keys)].flatMap((key) => read(key) ?? [])
    return {
      device: { name, site },
      people: each(
        attempts.map(({ document }) => document.person),
        (id) => bundlePerson(this.db, id),
      ),
      scenarios: each(
        attempts.map(({ document }) => document.scenarioHash),
        (hash) => scenarioCopy(this.db, hash),
      ),
      attempts,
    }
  }
}
