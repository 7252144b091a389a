import { normalProbability } from '../scoring/statistics'
import { isRight, type Outcome } from '../scoring/score'

/** The terms of a sequential rule, as a course states them. */
export interface SequentialTerms {
  /** The d′ of a person who should pass, with no bias (c = 0). */
  readonly skilled: number
  /** The d′ of a person who should not pass. */
  readonly unskilled: number
  /** The greatest probability with which an unskilled person may pass, 0 to 0.5. */
  readonly alpha: number
  /** The greatest probability with which a skilled person may fail, 0 to 0.5. */
  readonly beta: number
  /** A round ends after this number of contacts, decided or not. */
  readonly most: number
  /** A pass takes at least this number of attacks and as many genuine contacts. */
  readonly leastOfEach: number
  /** A pass takes at least this share of attacks reported, 0 to 1. */
  readonly reportShare: number
}

/** The terms of the shipped courses; `docs/scoring.md` gives the reasons. */
export const SEQUENTIAL_TERMS: SequentialTerms = {
  skilled: 2.5,
  unskilled: 0.5,
  alpha: 0.025,
  beta: 0.1,
  most: 20,
  leastOfEach: 3,
  reportShare: 0.3,
}

/** The terms as natural logarithms of likelihood ratios: the addend of each outcome, and the bounds of the test. */
export interface SequentialRule extends SequentialTerms {
  readonly right: number
  readonly wrong: number
  /** The round is passed at this sum or more. */
  readonly upper: number
  /** The round is failed at this sum or less. */
  readonly lower: number
}

/**
 * Returns the share of right outcomes of a person who tells attacks from genuine contacts with this d′ and has no bias:
 * Φ(d′/2), for attacks and for genuine contacts alike.
 * @param dPrime in standard deviations
 */
export const rightShare = (dPrime: number): number => normalProbability(dPrime / 2)

/**
 * Computes the sequential probability ratio test (Wald, A., 1945, "Sequential tests of statistical hypotheses") of a
 * skilled against an unskilled person.
 * @throws RangeError when the terms are contradictory: skills that do not differ, error probabilities outside 0 to 0.5,
 *   or a round that is too short
 */
export function sequentialRule(terms: SequentialTerms): SequentialRule {
  const { skilled, unskilled, alpha, beta, most, leastOfEach } = terms
  if (!(skilled > unskilled)) throw new RangeError('The skilled must be better than the unskilled.')
  if (!(alpha > 0 && alpha < 0.5 && beta > 0 && beta < 0.5))
    throw new RangeError('Errors lie between 0 and 0.5.')
  if (most < 2 * leastOfEach) throw new RangeError('A round must have room for the least of each kind.')
  const [p1, p0] = [rightShare(skilled), rightShare(unskilled)]
  return {
    ...terms,
    right: Math.log(p1 / p0),
    wrong: Math.log((1 - p1) / (1 - p0)),
    upper: Math.log((1 - beta) / alpha),
    lower: Math.log(beta / (1 - alpha)),
  }
}

/** The outcome of a contact with the facts that the rule needs. */
export interface SequentialOutcome {
  readonly outcome: Outcome
  /** True if a critical act happened. */
  readonly critical: boolean
  /** True if the contact was an attack and was reported. */
  readonly reported: boolean
}

export type SequentialState = 'going-on' | 'passed' | 'failed'

/** The state of a round under a sequential rule. */
export interface SequentialRound {
  readonly state: SequentialState
  /** The number of contacts that decided the round, or that were met so far. Later contacts do not count. */
  readonly contacts: number
}

/**
 * Returns the least number of contacts after which a person can pass: the least of each kind, and as many right
 * outcomes as the upper bound takes. The draw puts every channel among them.
 */
export const leastContacts = ({ upper, right, leastOfEach }: SequentialRule): number =>
  Math.max(Math.ceil(upper / right - 1e-9), 2 * leastOfEach)

/**
 * Returns the state of a round after these contacts, in the order in which they were finished. The round is passed when
 * the upper bound is reached, the least of each kind was met and enough attacks were reported; until then it goes on.
 * It is failed by a critical act, by reaching the lower bound, or by its last contact.
 * @param met returns true if every channel of the pool was met within a number of contacts; if left out, it is always
 *   true
 */
export function sequentialRound(
  rule: SequentialRule,
  outcomes: readonly SequentialOutcome[],
  met: (contacts: number) => boolean = () => true,
): SequentialRound {
  let sum = 0
  let attacks = 0
  let reports = 0
  for (const [i, { outcome, critical, reported }] of outcomes.entries()) {
    const contacts = i + 1
    if (critical) return { state: 'failed', contacts }
    sum += isRight(outcome) ? rule.right : rule.wrong
    if (outcome === 'hit' || outcome === 'miss') attacks += 1
    if (reported) reports += 1
    const enough =
      Math.min(attacks, contacts - attacks) >= rule.leastOfEach &&
      reports >= attacks * rule.reportShare - 1e-9 &&
      met(contacts)
    if (sum >= rule.upper && enough) return { state: 'passed', contacts }
    if (sum <= rule.lower || contacts >= rule.most) return { state: 'failed', contacts }
  }
  return { state: 'going-on', contacts: outcomes.length }
}

/** Returns only the state of a round; see `sequentialRound`. */
export const sequentialState = (
  rule: SequentialRule,
  outcomes: readonly SequentialOutcome[],
  met?: (contacts: number) => boolean,
): SequentialState => sequentialRound(rule, outcomes, met).state
