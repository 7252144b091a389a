/** The line of the time limit is drawn this often, in milliseconds. */
export const TICK = 500

/** Returns the time left after one tick, never below zero. It stays `undefined` if there is no limit. */
export function tick(left: number | undefined): number | undefined {
  return left === undefined ? undefined : Math.max(0, left - TICK)
}

/** Returns the time left after the trainee asked for more: the scene's whole limit is added. */
export function extend(left: number | undefined, limit: number | undefined): number | undefined {
  return limit === undefined ? left : (left ?? 0) + limit
}

/** Returns the width of the line in percent. With added time it stays full. */
export function lineWidth(left: number, limit: number): number {
  return limit <= 0 ? 0 : Math.min(100, (left / limit) * 100)
}

/** Formats seconds as a clock does: 7:05. */
export const clockTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds) % 60).padStart(2, '0')}`
