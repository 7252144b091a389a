import type { CompiledScenario } from '../run'
import { drawnOrder } from '../scenario/seed'
import type { Localized } from '../scenario/schema'
import { explore } from './explore'
import { HABIT_TOOLS, habitTool } from './habits'
import { toolRow } from '../scenario/tools'
import { endsRight } from './score'

/** One act that is possible in a situation. */
export interface Press {
  readonly event: string
  /** The number of the event in the scenario. */
  readonly id: number
  readonly to: number
  readonly earned: number
  readonly possible: number
  /** The words, if it is a reply. */
  readonly say: Localized | undefined
  /** The index of the tool in `HABIT_TOOLS`; −1 for a reply and for tools that no habit uses. */
  readonly tool: number
  /** True if it complies and so causes a critical act. */
  readonly blatant: boolean
}

export interface Place {
  readonly scene: string
  /** The number of the scene. */
  readonly at: number
  readonly critical: boolean
  /** Set if the contact has ended. */
  readonly end: { readonly right: boolean; readonly reported: boolean } | undefined
  /** Acts in the order of the file. */
  readonly presses: readonly Press[]
  readonly timeout: Press | undefined
}

/** A scenario as a table of numbers, in which thousands of habits can be played quickly. */
export interface PlayTable {
  readonly id: string
  readonly truth: 'attack' | 'legitimate'
  readonly pass: number
  readonly locales: readonly string[]
  /** The first place is the start. */
  readonly places: readonly Place[]
  readonly events: number
  /** False if there were so many situations that some were left out. */
  readonly whole: boolean
}

/** A scenario written for people has some hundreds of places. */
const MOST_PLACES = 20_000

/** @param compiled a checked scenario */
export function playTable(compiled: CompiledScenario): PlayTable {
  const { scenario } = compiled
  const { situations, whole } = explore(compiled, MOST_PLACES)
  const events = new Map<string, number>()
  const scenes = new Map<string, number>()
  const numberOf = (map: Map<string, number>, name: string): number => {
    const known = map.get(name)
    if (known !== undefined) return known
    map.set(name, map.size)
    return map.size - 1
  }
  const critical = new Set(scenario.scoring.critical)
  const places = situations.map(({ scene, ending, moves, ...situation }): Place => {
    const presses = moves.map(({ event, choice, to, earned, possible }): Press => {
      const { say, tool, stance = tool && toolRow(tool).stance } = choice?.meta ?? {}
      const raises = choice?.transition.actions?.some(
        (action) => action.type === 'raise' && critical.has(action.params.flag),
      )
      return {
        event,
        id: numberOf(events, event),
        to,
        earned,
        possible,
        say,
        tool: tool && say === undefined ? habitTool(tool) : -1,
        blatant: stance === 'comply' && raises === true,
      }
    })
    return {
      scene,
      at: numberOf(scenes, scene),
      critical: situation.critical,
      end: ending && {
        right: endsRight(scenario.truth, ending.disposition),
        reported: ending.disposition === 'reported',
      },
      presses: presses.filter((_, i) => moves[i]!.choice !== undefined),
      timeout: presses.find((_, i) => moves[i]!.choice === undefined),
    }
  })
  return {
    id: scenario.id,
    truth: scenario.truth,
    pass: scenario.scoring.pass,
    locales: Object.keys(scenario.title),
    places,
    events: events.size,
    whole,
  }
}

/** A place in the order in which one attempt shows it. */
export interface Shown {
  /** Replies in the order that the seed draws. */
  readonly replies: readonly Press[]
  /** For each tool of a habit, its use in this place; `undefined` if it is not answered. */
  readonly tools: readonly (Press | undefined)[]
  /** All replies and tools, for habits that press anything. */
  readonly any: readonly Press[]
}

/**
 * Returns the places of a scenario as a seed draws them. If a tool can be used on several things, the seed draws one.
 */
export const shownBy = (table: PlayTable, seed: number): readonly Shown[] =>
  table.places.map(({ scene, presses }) => {
    const any = drawnOrder(seed, presses, ({ event }) => `${scene}/${event}`)
    return {
      replies: any.filter(({ say }) => say !== undefined),
      tools: HABIT_TOOLS.map((_, tool) => any.find((press) => press.tool === tool)),
      any,
    }
  })
