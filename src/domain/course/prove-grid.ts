import type { CompiledScenario } from '../run'
import { APPROACHES, HABIT_TOOLS, REPLY_RULES, type Habit } from '../scoring/habits'
import { CRITICAL, playGrid, RIGHT, rulePickers } from '../scoring/play-habits'
import { playTable, type PlayTable } from '../scoring/play-table'
import { twinsIn } from './first-sight'
import { drawnRounds, Judge, type Met } from './prove-rounds'
import { WORD_MODELS, wordPickers, type WordModel } from './prove-words'
import type { Course } from './schema'

/** A habit of the grid, or a habit that picks replies by a model of words. */
export type Reader = Omit<Habit, 'reply'> & { readonly reply: Habit['reply'] | `words-${WordModel}` }

/** The result of a habit in a course, in the language in which the habit does best. */
export interface HabitResult {
  readonly habit: Reader
  readonly locale: string
  /** The share of rounds that it passes, 0 to 1. */
  readonly passed: number
  /** The share of contacts that it gets right, over all orders of their replies. */
  readonly right: number
  /** The number of right outcomes that it lacks for a pass; the median over the rounds. */
  readonly short: number
}

export interface GridProof {
  readonly habits: number
  readonly rounds: number
  readonly orders: number
  readonly locales: readonly string[]
  /** The number of habits that pass at least half of their rounds. */
  readonly passing: number
  /** The habits that pass most rounds and, if equal, get most contacts right; one for each order of tools. */
  readonly best: readonly HabitResult[]
  /** Habits that are known from real floors. */
  readonly known: readonly HabitResult[]
  /** The same facts about habits that pick replies by their words. */
  readonly words: { readonly habits: number; readonly passing: number; readonly best: readonly HabitResult[] }
  /** For each contact, the share of the grid's habits that get it right. */
  readonly contacts: readonly { readonly scenario: string; readonly right: number }[]
}

/** A habit passes a course if it passes at least this share of its rounds. */
export const PASSES = 0.5
const BEST = 5

/** Agents who do not read have these habits. Their results are always shown. */
export const KNOWN_HABITS: readonly Habit[] = [
  { tools: ['escalate'], mode: 'everywhere', reply: 'last' },
  { tools: ['call-back', 'escalate'], mode: 'everywhere', reply: 'second-longest' },
  { tools: ['report'], mode: 'everywhere', reply: 'first' },
  { tools: ['hang-up'], mode: 'everywhere', reply: 'first' },
  { tools: ['verify-identity', 'act'], mode: 'everywhere', reply: 'most-polite' },
  { tools: [], mode: 'everywhere', reply: 'longest' },
]

const RULES = [
  ...REPLY_RULES.map(({ name }) => name),
  ...WORD_MODELS.map((model) => `words-${model}` as const),
]

const readerAt = (number: number): Reader => {
  const { tools, mode } = APPROACHES[Math.floor(number / RULES.length)]!
  return { tools: tools.map((tool) => HABIT_TOOLS[tool]!), mode, reply: RULES[number % RULES.length]! }
}

const readsWords = (number: number): boolean => number % RULES.length >= REPLY_RULES.length

export interface GridOptions {
  /** The number of rounds that each habit plays. */
  readonly rounds: number
  /** The number of orders of each contact's replies that occur in these rounds. */
  readonly orders: number
}

/**
 * The outcomes in one language. For each contact and order of replies there is an array with the bits of every habit.
 */
type Bits = readonly (readonly Uint8Array[])[]

function playAll(
  tables: readonly PlayTable[],
  twins: ReadonlyMap<string, string>,
  locale: string,
  orders: number,
): Bits {
  const rules = rulePickers(locale)
  const words = wordPickers(tables, twins, locale)
  return tables.map((table, contact) =>
    Array.from({ length: orders }, (_, order) => playGrid(table, [...rules, ...words[contact]!], order + 1)),
  )
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0

/** The results of all habits in one language of a course. */
class Played {
  readonly right: Float64Array
  readonly passed: Float64Array

  constructor(
    readonly locale: string,
    private readonly bits: Bits,
    private readonly rounds: readonly (readonly Met[])[],
    private readonly judge: Judge,
    /** A critical act among this number of first contacts fails a round. */
    private readonly sure: number,
  ) {
    const habits = APPROACHES.length * RULES.length
    const all = bits.flat()
    this.right = new Float64Array(habits)
    this.passed = new Float64Array(habits)
    for (let habit = 0; habit < habits; habit += 1) {
      let right = 0
      for (const one of all) right += one[habit]! & RIGHT
      this.right[habit] = right / all.length
      this.passed[habit] = rounds.filter((round) => this.#passes(habit, round)).length / rounds.length
    }
  }

  #of(habit: number, round: readonly Met[]): number[] {
    return round.map(({ contact, order }) => this.bits[contact]![order]![habit]!)
  }

  #passes(habit: number, round: readonly Met[]): boolean {
    for (let i = 0; i < this.sure && i < round.length; i += 1) {
      const { contact, order } = round[i]!
      if (this.bits[contact]![order]![habit]! & CRITICAL) return false
    }
    return this.judge.passes(round, this.#of(habit, round))
  }

  result(habit: number): HabitResult {
    return {
      habit: readerAt(habit),
      locale: this.locale,
      passed: this.passed[habit]!,
      right: this.right[habit]!,
      short: median(this.rounds.map((round) => this.judge.short(round, this.#of(habit, round)))),
    }
  }
}

/**
 * Plays a course with every habit of the grid, and with models of words after every tool, in each of its languages.
 * @param scenarios the course's contacts in its order
 */
export function proveGrid(
  course: Course,
  scenarios: readonly CompiledScenario[],
  { rounds: count, orders }: GridOptions,
): GridProof {
  const tables = scenarios.map(playTable)
  const locales = [...new Set(tables.flatMap((table) => table.locales))]
  const rounds = drawnRounds(course, scenarios, count, orders)
  const judge = new Judge(course, scenarios)
  const sure = judge.certain
  const twins = twinsIn(scenarios)
  const share = tables.map(() => 0)
  const played = locales.map((locale) => {
    const bits = playAll(tables, twins, locale, orders)
    bits.forEach((own, contact) => {
      for (const one of own) share[contact]! += gridShare(one) / (orders * locales.length)
    })
    return new Played(locale, bits, rounds, judge, sure)
  })
  const numbers = Array.from({ length: APPROACHES.length * RULES.length }, (_, i) => i)
  /** Returns the results in the language in which a habit does best. */
  const bestOf = (habit: number) =>
    played.reduce((best, one) => {
      const more = one.passed[habit]! - best.passed[habit]!
      return more > 0 || (more === 0 && one.right[habit]! > best.right[habit]!) ? one : best
    })
  const top = (habits: readonly number[]) => {
    const ranked = habits
      .map((habit) => ({ habit, at: bestOf(habit) }))
      .sort(
        (a, b) =>
          b.at.passed[b.habit]! - a.at.passed[a.habit]! || b.at.right[b.habit]! - a.at.right[a.habit]!,
      )
    const seen = new Set<string>()
    const best = ranked.filter(({ habit }) => {
      const tools = readerAt(habit).tools.join()
      return !seen.has(tools) && Boolean(seen.add(tools))
    })
    return {
      habits: habits.length,
      passing: ranked.filter(({ habit, at }) => at.passed[habit]! >= PASSES).length,
      best: best.slice(0, BEST).map(({ habit, at }) => at.result(habit)),
    }
  }
  const numberOf = (habit: Habit) =>
    numbers.find((i) => JSON.stringify(readerAt(i)) === JSON.stringify(habit))!
  return {
    ...top(numbers.filter((i) => !readsWords(i))),
    rounds: count,
    orders,
    locales,
    known: KNOWN_HABITS.map(numberOf).map((habit) => bestOf(habit).result(habit)),
    words: top(numbers.filter(readsWords)),
    contacts: tables.map(({ id }, contact) => ({ scenario: id, right: share[contact]! })),
  }
}

/** Returns the share of the grid's habits that are right, without those that read words. */
function gridShare(bits: Uint8Array): number {
  let right = 0
  for (let i = 0; i < bits.length; i += 1) if (!readsWords(i)) right += bits[i]! & RIGHT
  return right / (APPROACHES.length * REPLY_RULES.length)
}
