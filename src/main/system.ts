/** Clock, ids and randomness. Whoever needs them is given them, so that a test decides what they are. */
export interface System {
  now(): Date
  /** Milliseconds that only grow. */
  ticks(): number
  uuid(): string
  randomBytes(count: number): Uint8Array
}
