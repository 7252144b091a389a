import type { CompiledScenario } from '../run'
import { resultOf } from '../scoring/play-habits'
import { playTable, type PlayTable } from '../scoring/play-table'
import { seeded } from '../scoring/bots'
import { drawnRounds, Judge } from './prove-rounds'
import type { Course } from './schema'

/** Guessing must pass less than this share of the rounds. */
export const MOST_GUESSED = 0.05

export interface GuessProof {
  readonly rounds: number
  /** The share of rounds passed by a guesser who never complies with a critical act and otherwise chooses at random. */
  readonly anything: number
  /** The same share for a guesser who gives only replies, as long as there are any. */
  readonly replies: number
}

const MOST_DECISIONS = 100

/**
 * Plays a contact by choosing at random, but never a choice that complies with a critical act while there is another.
 * Returns the bits of the outcome.
 */
function guess(table: PlayTable, repliesFirst: boolean, random: () => number): number {
  let number = 0
  let earned = 0
  let possible = 0
  for (let decision = 0; decision < MOST_DECISIONS; decision += 1) {
    const place = table.places[number]
    if (place === undefined) return 0
    if (place.end) return resultOf(table, place, earned, possible)
    const harmless = place.presses.filter(({ blatant }) => !blatant)
    const replies = repliesFirst ? harmless.filter(({ say }) => say !== undefined) : []
    const open = [replies, harmless, place.presses].find((presses) => presses.length > 0)
    const press = open?.[Math.floor(random() * open.length)] ?? place.timeout
    if (press === undefined) return 0
    number = press.to
    earned += press.earned
    possible += press.possible
  }
  return 0
}

/** Plays rounds by guessing. @param rounds the number of rounds; every contact is played afresh in each */
export function proveGuess(
  course: Course,
  scenarios: readonly CompiledScenario[],
  rounds: number,
): GuessProof {
  const tables = scenarios.map((compiled) => playTable(compiled))
  const judge = new Judge(course, scenarios)
  const drawn = drawnRounds(course, scenarios, rounds, 1)
  const share = (repliesFirst: boolean) => {
    const random = seeded(repliesFirst ? 2 : 1)
    const passed = drawn.filter((round) =>
      judge.passes(
        round,
        round.map(({ contact }) => guess(tables[contact]!, repliesFirst, random)),
      ),
    )
    return passed.length / Math.max(1, rounds)
  }
  return { rounds, anything: share(false), replies: share(true) }
}
