import type { System } from '../system'
import type { OrganisationStore } from './organisation'

interface Deps {
  readonly organisation: Pick<OrganisationStore, 'settings'>
  readonly system: Pick<System, 'ticks'>
  /** Returns the seconds since anybody used this computer, as the system counts them. */
  readonly systemIdleSeconds: () => number
  readonly lock: () => void
}

/** Locks the screen when nobody has used the program, or the computer, for as long as the organisation allows. */
export class AutoLock {
  #touchedAt: number

  constructor(private readonly deps: Deps) {
    this.#touchedAt = deps.system.ticks()
  }

  /**
   * Takes the window's report of how long ago a key or the mouse moved in it. The report can never lengthen the wait.
   */
  seen(idleSeconds: number): void {
    this.#touchedAt = Math.max(this.#touchedAt, this.deps.system.ticks() - idleSeconds * 1000)
    this.check()
  }

  /** Restarts the wait, because somebody has just signed in or unlocked the screen. */
  touched(): void {
    this.#touchedAt = this.deps.system.ticks()
  }

  check(): void {
    const { organisation, system, systemIdleSeconds, lock } = this.deps
    const limit = organisation.settings().autoLockMinutes * 60
    const inWindow = (system.ticks() - this.#touchedAt) / 1000
    if (Math.max(inWindow, systemIdleSeconds()) >= limit) lock()
  }
}
