/** What the domain may not have of its own. */
export interface Surroundings {
  now(): Date
  /** Milliseconds that only grow. */
  ticks(): number
  uuid(): string
  randomBytes(count: number): Uint8Array
}
