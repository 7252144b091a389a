import { APPROACHES, HABIT_TOOLS, rankReplies, REPLY_RULES, type Approach } from './habits'
import { shownBy, type Place, type PlayTable, type Press, type Shown } from './play-table'
import { surfaceOf, type Surface } from './surface'

/** What came of a contact, as bits. */
export const RIGHT = 1
export const CRITICAL = 2
export const REPORTED = 4

/** Nobody decides so often in a contact; whoever has not ended by then never will. */
const MOST_DECISIONS = 100

/** Picks a reply: the replies of a scene in the order in which it would press them. */
export type Picker = (shown: readonly Press[]) => readonly Press[]

/** A contact as one attempt shows it to one who picks replies. */
export interface Sight {
  readonly table: PlayTable
  readonly shown: readonly Shown[]
  /** For each place the replies in the order in which the rule would press them. */
  readonly ranked: readonly (readonly Press[])[]
}

export const sightOf = (table: PlayTable, shown: readonly Shown[], picker: Picker): Sight => ({
  table,
  shown,
  ranked: shown.map(({ replies }) => picker(replies)),
})

/** What is to be kept in mind while a contact is played; one is enough for all, for it is counted on from run to run. */
export class Memory {
  /** Number of the visit to a scene in which an event was last pressed, or a tool used. */
  readonly pressed: Int32Array
  readonly used = new Int32Array(HABIT_TOOLS.length)
  visit = 0
  constructor({ events }: PlayTable) {
    this.pressed = new Int32Array(events)
  }
}

/** What a run comes to. The pass mark is held against the points of the way that was taken. */
export function resultOf({ pass }: PlayTable, place: Place, earned: number, possible: number): number {
  const { end, critical } = place
  const passed = end?.right === true && !critical && possible > 0 && earned / possible >= pass
  return (passed ? RIGHT : 0) | (critical ? CRITICAL : 0) | (end?.reported === true ? REPORTED : 0)
}

const wantsTool = ({ mode }: Approach, decision: number, first: boolean): boolean => {
  if (mode === 'everywhere') return true
  if (mode === 'first-scene') return first
  return mode === 'in-turn' ? decision % 2 === 0 : decision > 0
}

/**
 * Plays a contact by habit. Nobody presses twice in one visit to a scene what did not lead on: then the next reply of the
 * rule comes, then whatever else is there, then the time runs out.
 * @returns bits; 0 where no ending is found
 */
export function playHabit({ table, shown, ranked }: Sight, approach: Approach, memory: Memory): number {
  const { pressed, used } = memory
  let number = 0
  let earned = 0
  let possible = 0
  let scene = -1
  for (let decision = 0; decision < MOST_DECISIONS; decision += 1) {
    const place = table.places[number]
    if (place === undefined) return 0
    if (place.end) return resultOf(table, place, earned, possible)
    if (place.at !== scene) {
      scene = place.at
      memory.visit += 1
    }
    const { visit } = memory
    let press: Press | undefined
    if (approach.tools.length > 0 && wantsTool(approach, decision, scene === table.places[0]!.at)) {
      for (const tool of approach.tools) {
        if (used[tool] === visit) continue
        press = shown[number]!.tools[tool]
        if (press === undefined) continue
        used[tool] = visit
        break
      }
    }
    press ??=
      ranked[number]!.find(({ id }) => pressed[id] !== visit) ??
      shown[number]!.any.find(({ id }) => pressed[id] !== visit) ??
      place.timeout
    if (press === undefined) return place.critical ? CRITICAL : 0
    pressed[press.id] = visit
    earned += press.earned
    possible += press.possible
    number = press.to
  }
  return 0
}

/** The reply rules of the grid as pickers for one language. */
export function rulePickers(locale: string): Picker[] {
  const known = new Map<string, Surface>()
  const surface = ({ say }: Press): Surface => {
    const words = wordsIn(say!, locale)
    let found = known.get(words)
    if (!found) known.set(words, (found = surfaceOf(words)))
    return found
  }
  return REPLY_RULES.map((rule) => (shown) => rankReplies(rule, shown, surface))
}

/** A text in a language, or in the first one where it is not translated. */
export const wordsIn = (text: Readonly<Record<string, string>>, locale: string): string =>
  text[locale] ?? Object.values(text)[0] ?? ''

/**
 * Plays a contact by every approach of the grid with every picker.
 * @param seed draws the order of the replies
 * @returns bits, one byte each: approach by approach, one picker after the other
 */
export function playGrid(table: PlayTable, pickers: readonly Picker[], seed: number): Uint8Array {
  const shown = shownBy(table, seed)
  const sights = pickers.map((picker) => sightOf(table, shown, picker))
  const memory = new Memory(table)
  const results = new Uint8Array(APPROACHES.length * pickers.length)
  APPROACHES.forEach((approach, a) => {
    sights.forEach((sight, p) => {
      results[a * pickers.length + p] = playHabit(sight, approach, memory)
    })
  })
  return results
}
