import { RECORD_TOOLS } from '../scenario/tools'
import type { Tool } from '../scenario/vocabulary'
import type { Surface, SurfaceMeasure } from './surface'

/**
 * The tools that a habit can use before it says anything: each tool that stands on every desk or in every mail, the
 * check of an identity, and `act`, which stands for all acts that a record offers (unlock, reset, change, move money,
 * share the screen). Opening a policy and revealing a field decide nothing and are left out.
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

/** Returns the index of a tool in `HABIT_TOOLS`; −1 if no habit uses it. */
export const habitTool = (tool: Tool): number =>
  HABIT_TOOLS.indexOf(ACTS.has(tool) ? 'act' : (tool as HabitTool))

/**
 * A rule that picks a reply by its place on the screen, or by what can be seen of it without reading. `nth` counts from
 * 0. Of equal replies, the first on the screen is taken.
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

/** Moves the first `nth` entries behind the others. */
const from = <T>(list: readonly T[], nth: number): T[] => [...list.slice(nth), ...list.slice(0, nth)]

/** Sorts a list by a score, the greatest first. Equal entries keep their order. */
export const byScore = <T>(list: readonly T[], score: (entry: T) => number): T[] =>
  list
    .map((entry) => ({ entry, worth: score(entry) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ entry }) => entry)

/**
 * Returns the replies of a scene in the order in which a rule would press them.
 * @param shown the replies in their order on the screen
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

/**
 * A habit uses its tools wherever they answer, in the first scene alone, in turn with replies, or after a first reply.
 */
export const MODES = ['everywhere', 'first-scene', 'in-turn', 'after-a-reply'] as const
export type Mode = (typeof MODES)[number]

/**
 * The tools of a habit, by index, and its mode. A habit has at most two tools and tries the first before the second.
 * Without tools all modes are the same.
 */
export interface Approach {
  readonly tools: readonly number[]
  readonly mode: Mode
}

/** All approaches: every order of at most two tools in every mode, 257 in number. */
export const APPROACHES: readonly Approach[] = [
  { tools: [], mode: 'everywhere' },
  ...HABIT_TOOLS.flatMap((_, first) => [
    [first],
    ...HABIT_TOOLS.flatMap((_, second) => (second === first ? [] : [[first, second]])),
  ]).flatMap((tools) => MODES.map((mode) => ({ tools, mode }))),
]

/** The number of habits in the grid. */
export const GRID_SIZE = APPROACHES.length * REPLY_RULES.length

/** A habit by names, which can be put into the words of a language. */
export interface Habit {
  readonly tools: readonly HabitTool[]
  readonly mode: Mode
  readonly reply: ReplyRule
}

/**
 * Returns a habit by its number. @param number from 0; the habits of one approach stand together, in the order of the
 * reply rules
 */
export function habitAt(number: number): Habit {
  const { tools, mode } = APPROACHES[Math.floor(number / REPLY_RULES.length)]!
  return {
    tools: tools.map((tool) => HABIT_TOOLS[tool]!),
    mode,
    reply: REPLY_RULES[number % REPLY_RULES.length]!.name,
  }
}
