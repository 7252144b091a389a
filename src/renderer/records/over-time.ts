/** The number of completions on a day, as the records count them. */
export interface CompletedDay {
  readonly day: string
  readonly count: number
}

export interface TimePoint {
  /** The last day of the stretch, such as 2026-11-24. */
  readonly day: string
  readonly added: number
  readonly total: number
}

const DAY_MS = 86_400_000
const MOST_POINTS = 24

const at = (day: string): number => Date.parse(`${day}T00:00:00.000Z`)
const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/**
 * Adds up completions over stretches of equally many days that end today. A stretch has 1, 7, 14, 30, 61, 91 or more
 * days, so that there are at most 24.
 * @param days ascending; days after today count as today
 * @param today such as 2026-11-24
 */
export function overTime(days: readonly CompletedDay[], today: string): TimePoint[] {
  const first = days[0]
  if (!first) return []
  const span = Math.max(1, (at(today) - at(first.day)) / DAY_MS + 1)
  const length =
    [1, 7, 14, 30, 61, 91].find((step) => span / step <= MOST_POINTS) ?? Math.ceil(span / MOST_POINTS)
  const stretches = Math.max(2, Math.ceil(span / length))
  const points: TimePoint[] = []
  let next = 0
  let total = 0
  for (let i = 0; i < stretches; i += 1) {
    const day = dayAt(at(today) - (stretches - 1 - i) * length * DAY_MS)
    // The last stretch includes completions that are dated after today by another computer's clock.
    const end = i === stretches - 1 ? '~' : day
    let added = 0
    for (; next < days.length && days[next]!.day <= end; next += 1) added += days[next]!.count
    total += added
    points.push({ day, added, total })
  }
  return points
}
