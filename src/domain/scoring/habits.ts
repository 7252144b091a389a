import { RECORD_TOOLS } from '../scenario/tools'
import type { Tool } from '../scenario/vocabulary'
import type { Surface, SurfaceMeasure } from './surface'

/**
 * What a habit can reach for before it says anything: each tool that stands on every desk or in every mail, the check of
 * an identity, and `act`, which does whatever the record offers (unlock, reset, change, move money, share the screen).
 * Opening a rule and revealing a field decide nothing.
 */
export const HABIT_TOOLS = [
  'report',
  'call-back',
  'escalate',
  'hang-up',
  'preserve',
  'forward',
  'verify-identity',
  'act',
] as const
export type HabitTool = (typeof HABIT_TOOLS)[number]

const ACTS: ReadonlySet<Tool> = new Set<Tool>([
  ...RECORD_TOOLS.filter((tool) => tool !== 'verify-identity'),
  'change-account',
])

/** The number of a tool among those of a habit; −1 where no habit reaches for it. */
export const habitTool = (tool: Tool): number =>
  HABIT_TOOLS.indexOf(ACTS.has(tool) ? 'act' : (tool as HabitTool))

/**
 * How a habit picks a reply: by its place on the screen, or by what can be seen of it without reading. `nth` counts from
 * 0; of equals the one that stands first on the screen is taken.
 */
interface ReplyRuleRow {
  readonly name: string
  readonly place?: 'first' | 'second' | 'middle' | 'last'
  readonly by?: SurfaceMeasure
  readonly order?: 'most' | 'fewest'
  readonly nth?: 0 | 1
}

export const REPLY_RULES = [
  { name: 'first', place: 'first' },
  { name: 'second', place: 'second' },
  { name: 'middle', place: 'middle' },
  { name: 'last', place: 'last' },
  { name: 'longest', by: 'length', order: 'most' },
  { name: 'second-longest', by: 'length', order: 'most', nth: 1 },
  { name: 'second-shortest', by: 'length', order: 'fewest', nth: 1 },
  { name: 'shortest', by: 'length', order: 'fewest' },
  { name: 'most-polite', by: 'courtesy', order: 'most' },
  { name: 'least-polite', by: 'courtesy', order: 'fewest' },
  { name: 'most-questions', by: 'questions', order: 'most' },
  { name: 'fewest-questions', by: 'questions', order: 'fewest' },
  { name: 'most-exclamations', by: 'exclamations', order: 'most' },
  { name: 'most-digits', by: 'digits', order: 'most' },
  { name: 'most-names', by: 'names', order: 'most' },
  { name: 'most-sentences', by: 'sentences', order: 'most' },
] as const satisfies readonly ReplyRuleRow[]
export type ReplyRule = (typeof REPLY_RULES)[number]['name']

/** Puts the first `nth` entries behind the others. */
const from = <T>(list: readonly T[], nth: number): T[] => [...list.slice(nth), ...list.slice(0, nth)]

/** A list by a number, the greatest first; equals stay in their order. */
export const byScore = <T>(list: readonly T[], score: (entry: T) => number): T[] =>
  list
    .map((entry) => ({ entry, worth: score(entry) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ entry }) => entry)

/**
 * The replies of a scene in the order in which a rule would press them.
 * @param shown the replies as they stand on the screen
 */
export function rankReplies<T>(
  rule: ReplyRuleRow,
  shown: readonly T[],
  surface: (reply: T) => Surface,
): readonly T[] {
  const { place, by, order, nth = 0 } = rule
  if (by !== undefined) {
    const sign = order === 'fewest' ? -1 : 1
    const ranked = byScore(shown, (reply) => sign * surface(reply)[by])
    return ranked.length > nth ? from(ranked, nth) : ranked
  }
  if (place === 'last') return shown.toReversed()
  const start = place === 'first' ? 0 : place === 'second' ? 1 : Math.floor(shown.length / 2)
  return from(shown, Math.min(start, Math.max(0, shown.length - 1)))
}

/** When a habit reaches for its tools: wherever they answer, in the first scene alone, in turn with replies, or after a first reply. */
export const MODES = ['everywhere', 'first-scene', 'in-turn', 'after-a-reply'] as const
export type Mode = (typeof MODES)[number]

/** At most two tools, the first before the second. Without tools there is but one mode. */
export interface Approach {
  readonly tools: readonly number[]
  readonly mode: Mode
}

/** Every order of at most two tools in every mode: 257. */
export const APPROACHES: readonly Approach[] = [
  { tools: [], mode: 'everywhere' },
  ...HABIT_TOOLS.flatMap((_, first) => [
    [first],
    ...HABIT_TOOLS.flatMap((_, second) => (second === first ? [] : [[first, second]])),
  ]).flatMap((tools) => MODES.map((mode) => ({ tools, mode }))),
]

/** How many habits the grid has. */
export const GRID_SIZE = APPROACHES.length * REPLY_RULES.length

/** A habit in words that a program can put into a language. */
export interface Habit {
  readonly tools: readonly HabitTool[]
  readonly mode: Mode
  readonly reply: ReplyRule
}

/** @param number from 0; habits of one approach follow each other, a reply rule after the other */
export function habitAt(number: number): Habit {
  const { tools, mode } = APPROACHES[Math.floor(number / REPLY_RULES.length)]!
  return {
    tools: tools.map((tool) => HABIT_TOOLS[tool]!),
    mode,
    reply: REPLY_RULES[number % REPLY_RULES.length]!.name,
  }
}
