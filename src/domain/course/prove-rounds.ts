import { startSession, viewOf, type CompiledScenario } from '../run'
import { drawnNumber } from '../scenario/seed'
import { CRITICAL, REPORTED, RIGHT } from '../scoring/play-habits'
import { isRight, outcomeOf } from '../scoring/score'
import { drawRound, type PoolContact } from './draw'
import { twinsIn } from './first-sight'
import { courseResult, mostContacts, sequentialRuleOf, type ModuleResult } from './pass-rule'
import type { Course, FixedRule } from './schema'
import { leastContacts, sequentialRound } from './sequential'

/** A contact of a round: its index in the course, and the index of the order in which its replies stand. */
export interface Met {
  readonly contact: number
  readonly order: number
}

/** Returns the contacts of a course in the form that the draw needs. */
export function poolOf(scenarios: readonly CompiledScenario[]): PoolContact[] {
  const twins = twinsIn(scenarios)
  return scenarios.map((compiled) => {
    const { scenario } = compiled
    const { contact } = viewOf(startSession(compiled))
    const channel = (contact === undefined ? undefined : scenario.cast[contact]?.channel) ?? 'chat'
    return { id: scenario.id, truth: scenario.truth, channel, twin: twins.get(scenario.id) }
  })
}

/**
 * Draws first rounds with different seeds. Under the fixed rule each has the whole deck, under the sequential rule the
 * contacts drawn from the pool.
 */
export function drawnRounds(
  course: Course,
  scenarios: readonly CompiledScenario[],
  rounds: number,
  orders: number,
): Met[][] {
  const pool = poolOf(scenarios)
  const numbers = new Map(pool.map(({ id }, number) => [id, number]))
  const test = sequentialRuleOf(course)
  return Array.from({ length: rounds }, (_, i) => {
    const seed = drawnNumber(i + 1, `round/${course.id}`)
    const ids = test
      ? drawRound({
          pool,
          seed,
          most: mostContacts(course),
          early: leastContacts(test),
          lastMet: new Map(),
        })
      : course.modules
    return ids.map((id) => ({
      contact: numbers.get(id)!,
      order: drawnNumber(seed, `order/${id}`) % orders,
    }))
  })
}

/** Applies the rule of a course to the outcome bits of its contacts. */
export class Judge {
  readonly #results: ModuleResult[][]

  constructor(
    private readonly course: Course,
    scenarios: readonly CompiledScenario[],
  ) {
    this.#results = scenarios.map(({ scenario: { id, truth } }) =>
      Array.from({ length: (RIGHT | CRITICAL | REPORTED) + 1 }, (_, bits) => ({
        scenario: id,
        outcome: outcomeOf(truth, (bits & RIGHT) !== 0),
        disposition: bits & REPORTED ? 'reported' : 'refused',
        critical: bits & CRITICAL ? ['critical'] : [],
        earned: 0,
        possible: 0,
      })),
    )
  }

  /**
   * Returns a number of contacts: a critical act among that many first contacts fails a round, whatever else happens.
   */
  get certain(): number {
    const test = sequentialRuleOf(this.course)
    return test ? leastContacts(test) : this.course.modules.length
  }

  /** Returns true if the round is passed. @param bits the outcome bits of each contact of the round, in its order */
  passes(round: readonly Met[], bits: readonly number[]): boolean {
    const results = round.map(({ contact }, i) => this.#results[contact]![bits[i]!]!)
    return courseResult(this.course, results).passed
  }

  /** Returns how many more outcomes would have to be right for a pass; 0 if the round is passed. */
  short(round: readonly Met[], bits: readonly number[]): number {
    const results = round.map(({ contact }, i) => this.#results[contact]![bits[i]!]!)
    const mended = round.map(({ contact }) => this.#results[contact]![RIGHT | REPORTED]!)
    const { rule } = this.course
    return rule.kind === 'fixed' ? fixedShort(rule, results) : this.#sequentialShort(results, mended)
  }

  /**
   * Outcomes after a pass do not count. For each number of contacts, only outcomes up to that number are therefore
   * corrected.
   */
  #sequentialShort(results: readonly ModuleResult[], mended: readonly ModuleResult[]): number {
    const test = sequentialRuleOf(this.course)!
    const asks = (list: readonly ModuleResult[]) =>
      list.map(({ outcome, critical, disposition }) => ({
        outcome,
        critical: critical.length > 0,
        reported: disposition === 'reported' && (outcome === 'hit' || outcome === 'miss'),
      }))
    const [own, better] = [asks(results), asks(mended)]
    let least = own.length
    for (let contacts = leastContacts(test); contacts <= own.length; contacts += 1) {
      const order = [
        ...[...own.keys()].filter((i) => own[i]!.critical),
        ...[...own.keys()].filter((i) => !own[i]!.critical && !isRight(own[i]!.outcome)),
        ...[...own.keys()].filter((i) => own[i]!.outcome === 'hit' && !own[i]!.reported),
      ].filter((i) => i < contacts)
      for (let changed = 0; changed <= Math.min(order.length, least - 1); changed += 1) {
        const at = new Set(order.slice(0, changed))
        const tried = own.slice(0, contacts).map((outcome, i) => (at.has(i) ? better[i]! : outcome))
        if (sequentialRound(test, tried).state !== 'passed') continue
        least = changed
        break
      }
    }
    return least
  }
}

/** Counts critical acts first, then what the bars for attacks, genuine contacts and reports still lack. */
function fixedShort(rule: FixedRule, results: readonly ModuleResult[]): number {
  const attacks = results.filter(({ outcome }) => outcome === 'hit' || outcome === 'miss')
  const genuine = results.filter((result) => !attacks.includes(result))
  const critical = (list: readonly ModuleResult[]) =>
    list.filter((result) => result.critical.length > 0).length
  const wrong = (list: readonly ModuleResult[]) =>
    list.filter((result) => result.critical.length === 0 && !isRight(result.outcome)).length
  const missable = Math.floor(attacks.length * (1 - rule.hitRate) + 1e-9)
  const refusable = Math.floor(genuine.length * rule.falseAlarmRate + 1e-9)
  const stopped = critical(attacks) + Math.max(0, wrong(attacks) - missable)
  const served = critical(genuine) + Math.max(0, wrong(genuine) - refusable)
  const reported = attacks.filter(
    (result) => result.critical.length === 0 && result.disposition === 'reported',
  ).length
  const demanded = Math.ceil(attacks.length * rule.reportShare - 1e-9)
  return stopped + served + Math.max(0, demanded - reported - stopped)
}
