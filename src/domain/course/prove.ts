import { withFirstVariant, type CompiledScenario } from '../run'
import { error, hasErrors, issuesOf, warning, type Fault, type Issue } from '../scenario/issue'
import { BOTS, playBot, type Bot } from '../scoring/bots'
import { prove } from '../scoring/prove'
import { proveGrid, type GridOptions, type GridProof } from './prove-grid'
import { MOST_GUESSED, proveGuess, type GuessProof } from './prove-guess'
import { MOST_TOLD, proveLeaks, type LeakProof } from './prove-leaks'
import { LEAST_SKILLED, MOST_UNSKILLED, proveTable, SKILLED, UNSKILLED, type TableProof } from './prove-table'
import { courseResult, type CourseResult } from './pass-rule'
import { isCertified, type Course } from './schema'

/** The extent of a proof. The grid of habits is complete in each. */
export interface ProofEffort extends GridOptions {
  /** The number of rounds that are played by guessing. */
  readonly guesses: number
}

export const FULL_PROOF: ProofEffort = { rounds: 200, orders: 24, guesses: 2000 }
/** The extent for tests that run with every change. */
export const SHORT_PROOF: ProofEffort = { rounds: 40, orders: 3, guesses: 400 }

export interface CourseProof {
  readonly course: string
  readonly modules: number
  /** False for a course that is practice. No bar is set for who passes it by chance, since a pass proves nothing. */
  readonly certified: boolean
  /** The share of modules that are attacks, 0 to 1. */
  readonly attackShare: number
  readonly bots: readonly { readonly bot: Bot; readonly seed: number; readonly result: CourseResult }[]
  readonly botsThatPass: readonly Bot[]
  readonly grid: GridProof
  readonly guess: GuessProof
  readonly leaks: LeakProof
  /**
   * The chances of passing by skill, in one round and in the rounds that the course allows within its window of days.
   */
  readonly table: TableProof
  /** Contacts whose own proof finds an error, with the issues that it finds. */
  readonly unproven: readonly { readonly scenario: string; readonly issues: readonly Issue[] }[]
  /** One issue for each bar that the course misses. */
  readonly issues: readonly Issue[]
}

const SEEDS = 50
/** A habit that is known from floors must lack at least this many outcomes for a pass. */
const LEAST_SHORT = 2

/** Plays a whole course with each bot; with `random` under fifty seeds. */
function playBots(course: Course, scenarios: readonly CompiledScenario[]): CourseProof['bots'] {
  const play = (bot: Bot, seed: number) => {
    const results = scenarios.flatMap((compiled, i) => {
      const score = playBot(compiled, bot, seed * 1009 + i)
      return score ? [{ ...score, scenario: compiled.scenario.id }] : []
    })
    return { bot, seed, result: courseResult(course, results) }
  }
  return BOTS.flatMap((bot) =>
    bot === 'random' ? Array.from({ length: SEEDS }, (_, seed) => play(bot, seed + 1)) : [play(bot, 1)],
  )
}

function faultsOf({ certified, grid, guess, leaks, table }: Omit<CourseProof, 'issues'>): Fault[] {
  const close = grid.known.filter(({ short }) => short < LEAST_SHORT).length
  const guessed = Math.max(guess.anything, guess.replies)
  const leaking = leaks.told.filter(({ right }) => right > MOST_TOLD)
  const skills = certified ? table.skills : []
  const unskilled = skills.filter(
    ({ dPrime, allRounds }) => dPrime <= UNSKILLED && allRounds > MOST_UNSKILLED,
  )
  const skilled = skills.filter(({ dPrime, allRounds }) => dPrime >= SKILLED && allRounds < LEAST_SKILLED)
  // A short deck can't be certain. Its certificate states its error rates.
  const missed = table.rule === 'sequential' ? error : warning
  // What helps against one of the two bars alone makes the other one worse.
  const both = unskilled.length > 0 && skilled.length > 0
  const what = !both ? 'alone' : table.rule === 'sequential' ? 'both' : 'short-deck'
  const worst = <T>(list: readonly T[], of: (one: T) => number) => Math.max(0, ...list.map(of))
  return [
    ...(grid.passing > 0
      ? [
          error('habit-passes', ['modules'], {
            count: grid.passing,
            share: worst(grid.best, ({ passed }) => passed),
          }),
        ]
      : []),
    ...(close > 0 ? [error('habit-close', ['modules'], { count: close, least: LEAST_SHORT })] : []),
    ...(guessed >= MOST_GUESSED ? [error('guess-passes', ['modules'], { share: guessed })] : []),
    ...(grid.words.passing > 0
      ? [
          error('words-pass', ['modules'], {
            count: grid.words.passing,
            share: worst(grid.words.best, ({ passed }) => passed),
          }),
        ]
      : []),
    ...(leaking.length > 0
      ? [error('truth-leaks', ['modules'], { count: leaking.length, share: leaking[0]!.right })]
      : []),
    ...(unskilled.length > 0
      ? [
          missed('passes-unskilled', ['rule'], {
            what,
            share: worst(unskilled, ({ allRounds }) => allRounds),
          }),
        ]
      : []),
    ...(skilled.length > 0
      ? [
          missed('fails-skilled', ['rule'], {
            what,
            share: Math.min(...skilled.map(({ allRounds }) => allRounds)),
          }),
        ]
      : []),
  ]
}

/**
 * Proves the worth of a pass of a course. No habit that does not read may pass, nor one that goes by words alone,
 * nor guessing; nothing visible before the first decision may tell the truth; if the course gives a certificate,
 * people must pass with the right probability for their skill. The proof of each contact is included.
 * @param written the course's scenarios in order; of their variants the first set is read
 * @param effort the extent of the proof
 */
export function proveCourse(
  course: Course,
  written: readonly CompiledScenario[],
  effort: ProofEffort = FULL_PROOF,
): CourseProof {
  const scenarios = written.map(withFirstVariant)
  const bots = playBots(course, scenarios)
  const attacks = scenarios.filter(({ scenario }) => scenario.truth === 'attack').length
  const proof = {
    course: course.id,
    modules: scenarios.length,
    certified: isCertified(course),
    attackShare: attacks / Math.max(1, scenarios.length),
    bots,
    botsThatPass: [...new Set(bots.filter(({ result }) => result.passed).map(({ bot }) => bot))],
    grid: proveGrid(course, scenarios, effort),
    guess: proveGuess(course, scenarios, effort.guesses),
    leaks: proveLeaks(scenarios, course.rule.kind === 'fixed'),
    table: proveTable(course, scenarios),
    unproven: scenarios
      .map((compiled) => ({ scenario: compiled.scenario.id, issues: prove(compiled).issues }))
      .filter(({ issues }) => hasErrors(issues)),
  }
  return { ...proof, issues: issuesOf(faultsOf(proof), course) }
}
