/** How often the line of the time limit is drawn anew, in milliseconds. */
export const TICK = 250

/** The time left after one tick, never below zero. `undefined` stays: nothing presses. */
export function tick(left: number | undefined): number | undefined {
  return left === undefined ? undefined : Math.max(0, left - TICK)
}

/** The time left after the trainee asked for more: the scene's whole limit again, on top. */
export function extend(left: number | undefined, limit: number | undefined): number | undefined {
  return limit === undefined ? left : (left ?? 0) + limit
}

/** Width of the line in percent; time that was added keeps it full. */
export function lineWidth(left: number, limit: number): number {
  return limit <= 0 ? 0 : Math.min(100, (left / limit) * 100)
}

/** Seconds as a clock shows them: 7:05. */
export const clockTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds) % 60).padStart(2, '0')}`
