import type { PlayTable, Press } from './play-table'
import { resultOf, RIGHT } from './play-habits'

/** A press that decides a contact: no later act can change the outcome. */
export interface Decisive {
  readonly scene: string
  /** A choice's event, or `timeout`. */
  readonly event: string
  readonly outcome: 'right' | 'wrong'
  /** True if the press decides the contact whatever was done before; false if it depends on the points so far. */
  readonly always: boolean
  /** True if the contact ends with the press. */
  readonly ends: boolean
}

export interface DecisiveProof {
  readonly decisive: readonly Decisive[]
  /** False if there were too many ways to look at all of them. */
  readonly whole: boolean
}

const CAN_RIGHT = 1
const CAN_WRONG = 2

/** A place of the table together with the points on the way there. */
interface Stand {
  readonly place: number
  readonly earned: number
  readonly possible: number
  readonly next: { readonly press: Press; readonly to: number }[]
}

function walk({ places }: PlayTable, limit: number): { stands: Stand[]; whole: boolean } {
  const stands: Stand[] = [{ place: 0, earned: 0, possible: 0, next: [] }]
  const numbers = new Map([['0|0|0', 0]])
  let at = 0
  for (; at < stands.length && at < limit; at += 1) {
    const { place: number, earned, possible, next } = stands[at]!
    const place = places[number]
    if (place === undefined || place.end) continue
    for (const press of place.timeout ? [...place.presses, place.timeout] : place.presses) {
      const stand = { place: press.to, earned: earned + press.earned, possible: possible + press.possible }
      const key = `${stand.place}|${stand.earned}|${stand.possible}`
      let to = numbers.get(key)
      if (to === undefined) {
        to = stands.length
        numbers.set(key, to)
        stands.push({ ...stand, next: [] })
      }
      next.push({ press, to })
    }
  }
  return { stands, whole: at === stands.length }
}

/** Returns for each stand the outcomes that are still within reach, as bits. */
function reaches(table: PlayTable, stands: readonly Stand[]): Uint8Array {
  const reach = new Uint8Array(stands.length)
  const before: number[][] = stands.map(() => [])
  const work: number[] = []
  const add = (at: number, bits: number) => {
    if ((reach[at]! | bits) === reach[at]) return
    reach[at] = reach[at]! | bits
    work.push(at)
  }
  stands.forEach(({ next }, at) => {
    for (const { to } of next) before[to]!.push(at)
  })
  stands.forEach(({ place: number, earned, possible, next }, at) => {
    const place = table.places[number]
    if (place?.end) add(at, resultOf(table, place, earned, possible) & RIGHT ? CAN_RIGHT : CAN_WRONG)
    // A run without a way on, and one where the walk was broken off, has not ended well.
    else if (next.length === 0) add(at, CAN_WRONG)
  })
  for (let at = work.pop(); at !== undefined; at = work.pop()) {
    for (const earlier of before[at]!) add(earlier, reach[at]!)
  }
  return reach
}

/** Counts how often a press of a scene left each outcome, or both, within reach. */
interface Tally {
  readonly scene: string
  readonly event: string
  right: number
  wrong: number
  open: number
  ends: boolean
}

/**
 * Finds the presses that decide a contact for good: before them both outcomes were within reach, afterwards only one
 * is.
 * @param limit the greatest number of stands to look at
 */
export function decisivePresses(table: PlayTable, limit = 50_000): DecisiveProof {
  const { stands, whole } = walk(table, limit)
  const reach = reaches(table, stands)
  const both = CAN_RIGHT | CAN_WRONG
  const tallies = new Map<string, Tally>()
  stands.forEach(({ place, next }, at) => {
    if (reach[at] !== both) return
    const { scene } = table.places[place]!
    for (const { press, to } of next) {
      const key = `${scene}/${press.event}`
      let tally = tallies.get(key)
      if (!tally) {
        tally = { scene, event: press.event, right: 0, wrong: 0, open: 0, ends: true }
        tallies.set(key, tally)
      }
      tally.ends &&= table.places[press.to]?.end !== undefined
      tally[reach[to] === both ? 'open' : reach[to] === CAN_RIGHT ? 'right' : 'wrong'] += 1
    }
  })
  const decisive = [...tallies.values()].flatMap(({ scene, event, right, wrong, open, ends }) =>
    (
      [
        ['right', right, wrong + open],
        ['wrong', wrong, right + open],
      ] as const
    ).flatMap(([outcome, times, others]) =>
      times > 0 ? [{ scene, event, outcome, always: others === 0, ends }] : [],
    ),
  )
  return { decisive, whole }
}
