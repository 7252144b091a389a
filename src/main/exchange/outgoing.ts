import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { BundleContent, BundlePerson } from '../../domain/records'
import type { SigningKey } from '../keys/signing-key'
import { writeAtomically } from '../files/atomic-write'
import { toScenarioCopy, type ScenarioCopy } from '../store/tables/scenarios'
import type { Database } from '../store/libsql'
import { readSetting, BUNDLE_NUMBER_FROM } from '../store/tables/settings'
import { documentOf } from '../evidence/signed-attempt'
import { makeBundle } from './bundle-file'
import type { DeviceState } from './enrolment'

/** Attempts in one bundle at most: some 100 KB. */
const MOST = 200
export const BUNDLE_SUFFIX = '.htlbundle'

const WAITING = `FROM attempts WHERE ended_at IS NOT NULL AND signature IS NOT NULL AND imported_at IS NULL AND bundle IS NULL`

export interface OwnBundle {
  readonly number: number
  readonly madeAt: string
  readonly attempts: number
  readonly written: boolean
}

/** Makes the bundles of this device and writes them, each of them again when it is asked for. */
export class Outgoing {
  constructor(
    private readonly db: Database,
    private readonly key: () => SigningKey,
  ) {}

  /** Finished attempts that no bundle holds yet, and when the first of them ended. */
  waiting(): { attempts: number; since: string | null } {
    const row = this.db.prepare(`SELECT count(*) AS n, min(ended_at) AS since ${WAITING}`).get<{
      n: number
      since: string | null
    }>()!
    return { attempts: row.n, since: row.since }
  }

  latest(): OwnBundle | undefined {
    const row = this.db
      .prepare('SELECT * FROM own_bundles ORDER BY number DESC LIMIT 1')
      .get<{ number: number; made_at: string; attempts: number; written_at: string | null }>()
    return (
      row && {
        number: row.number,
        madeAt: row.made_at,
        attempts: row.attempts,
        written: row.written_at !== null,
      }
    )
  }

  /**
   * Puts what waits into bundles. Number 0 is made first and holds nothing but who asks to be taken. A number is
   * given before its file is written, so that a crash in between leaves no gap and nothing twice.
   */
  gather(now: string): void {
    const insert = this.db.prepare('INSERT INTO own_bundles (number, made_at, attempts) VALUES (?, ?, ?)')
    if (!this.latest()) insert.run(0, now, 0)
    for (;;) {
      const attempts = this.waiting().attempts
      if (attempts === 0) return
      this.db.transaction(() => {
        const from = Number(readSetting(this.db, BUNDLE_NUMBER_FROM) ?? 0)
        const number = Math.max(this.latest()!.number + 1, from)
        insert.run(number, now, Math.min(attempts, MOST))
        this.db
          .prepare(
            `UPDATE attempts SET bundle = ? WHERE id IN (SELECT id ${WAITING} ORDER BY ended_at, id LIMIT ${MOST})`,
          )
          .run(number)
      })()
    }
  }

  /** Every bundle, so that all are written anew, as when the stick that carried them was lost. */
  forgetWritten(): void {
    this.db.prepare('UPDATE own_bundles SET written_at = NULL').run()
  }

  /** Writes the bundles that are not written yet. @returns how many @throws the system's error */
  write(folder: string, device: DeviceState, now: string): number {
    const open = this.db
      .prepare('SELECT number, made_at FROM own_bundles WHERE written_at IS NULL ORDER BY number')
      .all<{ number: number; made_at: string }>()
    const { did } = this.key()
    const mark = createHash('sha256').update(did).digest('hex').slice(0, 12)
    for (const { number, made_at: madeAt } of open) {
      const text = makeBundle(
        { organisation: device.organisation.did, device: did, number, madeAt },
        this.#content(number, device),
        Buffer.from(device.exchangeKey, 'base64'),
        this.key(),
      )
      writeAtomically(join(folder, `${mark}-${String(number).padStart(7, '0')}${BUNDLE_SUFFIX}`), text)
      this.db.prepare('UPDATE own_bundles SET written_at = ? WHERE number = ?').run(now, number)
    }
    return open.length
  }

  #content(number: number, { name, site }: DeviceState): BundleContent {
    const rows = this.db
      .prepare(
        'SELECT id, signature FROM attempts WHERE bundle = ? AND imported_at IS NULL ORDER BY ended_at, id',
      )
      .all<{ id: string; signature: string }>(number)
    const attempts = rows.flatMap(({ id, signature }) => {
      const document = documentOf(this.db, id)
      return document ? [{ document, signature }] : []
    })
    const read = <R>(sql: string, keys: readonly string[]): R[] => {
      const statement = this.db.prepare(sql)
      return [...new Set(keys)].flatMap((key) => statement.get<R>(key) ?? [])
    }
    return {
      device: { name, site },
      people: read<BundlePerson>(
        'SELECT id, name, number, team, site FROM people WHERE id = ?',
        attempts.map(({ document }) => document.person),
      ).map(({ id, name: called, number, team, site: at }) => ({ id, name: called, number, team, site: at })),
      scenarios: read<ScenarioCopy>(
        'SELECT hash, id, version, content FROM scenarios WHERE hash = ?',
        attempts.map(({ document }) => document.scenarioHash),
      ).map(toScenarioCopy),
      attempts,
    }
  }
}
