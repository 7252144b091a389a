/** Provides clock, ids and randomness as arguments, so that tests can choose them. */
export interface System {
  now(): Date
  /** Returns milliseconds of a clock that never goes back. */
  ticks(): number
  uuid(): string
  randomBytes(count: number): Uint8Array
}
