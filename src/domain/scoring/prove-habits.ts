import type { CompiledScenario } from '../run'
import { atOnce } from './at-once'
import { decisivePresses, type DecisiveProof } from './decisive'
import {
  APPROACHES,
  GRID_SIZE,
  habitAt,
  HABIT_TOOLS,
  REPLY_RULES,
  type Habit,
  type HabitTool,
  type ReplyRule,
} from './habits'
import { playGrid, RIGHT, rulePickers } from './play-habits'
import { playTable, type PlayTable } from './play-table'
import { compareReplies, type RepliesProof } from './stand-out'

/** The share of attempts that turned out right, 0 to 1, for some habits. */
interface ShareOf<T> {
  readonly of: T
  readonly right: number
}

/** The results of habits that read nothing with one contact. */
export interface HabitProof extends DecisiveProof, RepliesProof {
  readonly habits: number
  /** The number of orders of the replies that each habit met. */
  readonly orders: number
  /** The share over all habits, orders of replies and languages. */
  readonly right: number
  /**
   * For each tool that the contact answers: the share of habits that use it alone, wherever it answers, with any reply.
   */
  readonly byTool: readonly ShareOf<HabitTool>[]
  /** For each reply rule: its share without tools. */
  readonly byReply: readonly ShareOf<ReplyRule>[]
  /**
   * The habits that turn out right most often and, if equal, have the fewest tools; the best for each order of tools.
   */
  readonly best: readonly ShareOf<Habit>[]
}

/** The number of orders of the replies that are tried. */
const SEEDS = 20
const BEST = 5

/** Tells how much of the work is done. */
export interface Progress {
  readonly done: number
  readonly total: number
}

/** @returns for each habit of the grid how often it turned out right, and the number of attempts */
function* rightCounts(table: PlayTable): Generator<Progress, { counts: Uint32Array; tried: number }> {
  const counts = new Uint32Array(GRID_SIZE)
  let tried = 0
  for (const locale of table.locales) {
    const pickers = rulePickers(locale)
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      tried += 1
      playGrid(table, pickers, seed).forEach((bits, habit) => {
        counts[habit]! += bits & RIGHT
      })
      yield { done: tried, total: table.locales.length * SEEDS }
    }
  }
  return { counts, tried }
}

/** Returns a filter that keeps the first entry of each name. */
function firstOf<T>(nameOf: (entry: T) => string): (entry: T) => boolean {
  const seen = new Set<string>()
  return (entry) => !seen.has(nameOf(entry)) && Boolean(seen.add(nameOf(entry)))
}

/**
 * Plays a contact with every habit of the grid, in each of its languages, with twenty orders of the replies each. Also
 * finds the presses that decide it for good, and the replies that can be told from the others without reading.
 */
export function proveHabits(compiled: CompiledScenario): HabitProof {
  return atOnce(provingHabits(compiled))
}

/** Does the same as `proveHabits` step by step, and yields its progress. */
export function* provingHabits(compiled: CompiledScenario): Generator<Progress, HabitProof> {
  const table = playTable(compiled)
  const { counts, tried } = yield* rightCounts(table)
  const share = (habits: readonly number[]) =>
    habits.reduce((sum, habit) => sum + counts[habit]!, 0) / Math.max(1, habits.length * tried)
  const numbers = Array.from({ length: GRID_SIZE }, (_, i) => i)
  const ofApproach = (fits: (approach: (typeof APPROACHES)[number]) => boolean) =>
    numbers.filter((i) => fits(APPROACHES[Math.floor(i / REPLY_RULES.length)]!))
  const answers = (tool: number) =>
    table.places.some(({ presses }) => presses.some((press) => press.tool === tool))
  const plain = ofApproach(({ tools }) => tools.length === 0)
  const ranked = numbers
    .map((i) => ({ of: habitAt(i), right: counts[i]! / tried }))
    .sort((a, b) => b.right - a.right || a.of.tools.length - b.of.tools.length)
    .filter(firstOf(({ of }) => of.tools.join()))
  return {
    habits: GRID_SIZE,
    orders: SEEDS,
    right: share(numbers),
    byTool: HABIT_TOOLS.flatMap((of, tool) =>
      answers(tool)
        ? [
            {
              of,
              right: share(
                ofApproach(
                  ({ tools, mode }) => tools.length === 1 && tools[0] === tool && mode === 'everywhere',
                ),
              ),
            },
          ]
        : [],
    ),
    byReply: REPLY_RULES.map(({ name }, i) => ({ of: name, right: share([plain[i]!]) })),
    best: ranked.slice(0, BEST),
    ...decisivePresses(table),
    ...compareReplies(table),
  }
}
