import { audit } from './tables/audit'
import { atomically, type Database } from './libsql'
import { readSetting, writeSetting } from './tables/settings'

/**
 * A fault of this computer's clock. `behind`: it shows a time before one that it showed earlier; `ahead`: it leapt
 * further than a computer is usually left alone, so nobody can tell a long rest from a wrong clock.
 */
export type Oddness = 'ahead' | 'behind'

/** A person's explanation why the time that is shown now is right nevertheless. */
export type Explanation = 'was-unused' | 'was-wrong'

interface Kept {
  /** The latest time that was reached without a leap, or that a person has confirmed. */
  readonly highest: string
  /**
   * Records dated up to `before` may have dates of a wrong clock. They stay until the retention time has passed since
   * `since`.
   */
  readonly doubtful: { readonly before: string; readonly since: string } | null
}

const KEY = 'clock'
const HOUR_MS = 3_600_000
/** Corrections of a clock are smaller than this: a few minutes, or hours if two systems share a computer. */
const BACK_MS = 24 * HOUR_MS
/** A computer of a call floor may be off for this long over holidays. */
const LEAP_MS = 14 * 24 * HOUR_MS

/**
 * Watches the clock, so that nothing is deleted because it was wrong for a while. A time that is reached by a leap is
 * not believed until a person confirms it. If the clock is corrected instead, everything is as before.
 */
export class ClockWatch {
  #odd: Oddness | undefined

  constructor(private readonly db: Database) {}

  #read(now: Date): Kept {
    const text = readSetting(this.db, KEY)
    if (text !== undefined) return JSON.parse(text) as Kept
    // The newest entry counts, not the one with the latest date, which may come from an old mistake.
    const last = this.db.prepare('SELECT at FROM audit ORDER BY seq DESC LIMIT 1').get<{ at: string }>()
    return { highest: last?.at ?? now.toISOString(), doubtful: null }
  }

  #write(kept: Kept): void {
    writeSetting(this.db, KEY, JSON.stringify(kept))
  }

  /**
   * Looks at the clock.
   * @returns the fault that it has
   */
  look(now: Date): Oddness | undefined {
    const kept = this.#read(now)
    const passed = now.getTime() - Date.parse(kept.highest)
    const odd = passed < -BACK_MS ? 'behind' : passed > LEAP_MS ? 'ahead' : undefined
    // The time is only written once an hour, so that a look costs little.
    const first = readSetting(this.db, KEY) === undefined
    if (first) this.#write(kept)
    if (odd === undefined && passed >= HOUR_MS) this.#write({ ...kept, highest: now.toISOString() })
    if (odd !== undefined && odd !== this.#odd) {
      atomically(this.db, () =>
        audit(this.db, now.toISOString(), null, 'clock-odd', { odd, highest: kept.highest }),
      )
    }
    this.#odd = odd
    return odd
  }

  /** Returns the latest time that is believed. */
  highest(now: Date): string {
    return this.#read(now).highest
  }

  /**
   * Returns a time for uses where a wrong one would do harm. While the clock is odd it is the latest time that is
   * believed.
   */
  believed(now: Date): Date {
    return this.look(now) === undefined ? now : new Date(this.highest(now))
  }

  /**
   * Notes that a person says the clock is right now.
   * @param why `was-wrong` keeps records that may have wrong dates until the retention time has passed again
   * @param by the id of the person
   */
  confirm(now: Date, why: Explanation, by: string): void {
    const odd = this.look(now)
    if (odd === undefined) return
    const kept = this.#read(now)
    const at = now.toISOString()
    // If the clock was ahead and has been set back, its records are dated in the future, so nothing is deleted too
    // early. If it was behind, records up to the highest time may have wrong dates; a day is added, because that time
    // is not written at every moment.
    const before = new Date(Date.parse(kept.highest) + BACK_MS).toISOString()
    const doubtful = why === 'was-wrong' && odd === 'ahead' ? { before, since: at } : kept.doubtful
    atomically(this.db, () => {
      this.#write({ highest: at, doubtful })
      audit(this.db, at, by, 'clock-confirmed', { odd, why, highest: kept.highest })
    })
    this.#odd = undefined
  }

  /**
   * Returns how far retention may delete.
   * @returns `undefined` while the clock is odd. Otherwise records before `cutoff` may go, but those dated up to
   *   `notUpTo` stay, because their dates may come from a wrong clock
   */
  retention(now: Date, keptMs: number): { readonly cutoff: string; readonly notUpTo: string } | undefined {
    if (this.look(now) !== undefined) return undefined
    const { doubtful } = this.#read(now)
    const cutoff = new Date(now.getTime() - keptMs).toISOString()
    return { cutoff, notUpTo: doubtful && doubtful.since > cutoff ? doubtful.before : '' }
  }
}
