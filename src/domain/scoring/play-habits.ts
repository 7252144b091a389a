import { APPROACHES, HABIT_TOOLS, rankReplies, REPLY_RULES, type Approach } from './habits'
import { shownBy, type Place, type PlayTable, type Press, type Shown } from './play-table'
import { surfaceOf, type Surface } from './surface'

/** The outcome of a contact consists of these bits. */
export const RIGHT = 1
export const CRITICAL = 2
export const REPORTED = 4

/** No contact takes so many decisions. A run that has not ended by then never will. */
const MOST_DECISIONS = 100

/** Orders the replies of a scene; the first one is pressed first. */
export type Picker = (shown: readonly Press[]) => readonly Press[]

/** A contact as one attempt shows it, with its replies in the order of a picker. */
export interface Sight {
  readonly table: PlayTable
  readonly shown: readonly Shown[]
  /** For each place, the replies in the order in which they are pressed. */
  readonly ranked: readonly (readonly Press[])[]
}

/** Returns a contact as an attempt shows it, its replies in the order in which this picker would press them. */
export const sightOf = (table: PlayTable, shown: readonly Shown[], picker: Picker): Sight => ({
  table,
  shown,
  ranked: shown.map(({ replies }) => picker(replies)),
})

/**
 * Remembers presses while a contact is played. One object serves all runs, since the number of visits counts on from
 * run to run.
 */
export class Memory {
  /** The number of the visit in which each event was last pressed; `used` is the same for tools. */
  readonly pressed: Int32Array
  readonly used = new Int32Array(HABIT_TOOLS.length)
  visit = 0
  constructor({ events }: PlayTable) {
    this.pressed = new Int32Array(events)
  }
}

/** Returns the outcome bits of a run. The pass mark is compared with the points of the way that was taken. */
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
 * Plays a contact by habit. In one visit to a scene nothing is pressed twice. When a press did not lead on, the next
 * reply of the rule follows, then anything else, then the time runs out.
 * @returns the outcome bits; 0 if no ending is found
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

/** Returns the reply rules of the grid as pickers for one language. */
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

/** Returns a text in a language, or in its first language if it is not translated. */
export const wordsIn = (text: Readonly<Record<string, string>>, locale: string): string =>
  text[locale] ?? Object.values(text)[0] ?? ''

/**
 * Plays a contact with every approach of the grid and every picker.
 * @param seed draws the order of the replies
 * @returns the outcome bits, one byte for each run: approach by approach, and within an approach picker by picker
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
