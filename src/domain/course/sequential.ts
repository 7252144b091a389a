import { normalProbability } from '../scoring/statistics'
import { isRight, type Outcome } from '../scoring/score'

/** What a sequential rule is made of, as a course states it. */
export interface SequentialTerms {
  /** d′ of somebody who is to pass, with no leaning (c = 0). */
  readonly skilled: number
  /** d′ of somebody who is not to pass. */
  readonly unskilled: number
  /** The chance that is allowed for somebody unskilled to pass, 0 to 0.5. */
  readonly alpha: number
  /** The chance that is allowed for somebody skilled to fail, 0 to 0.5. */
  readonly beta: number
  /** Contacts after which a round ends, decided or not. */
  readonly most: number
  /** So many attacks and as many genuine contacts come before anybody passes. */
  readonly leastOfEach: number
  /** Of the attacks so large a share was reported before anybody passes, 0 to 1. */
  readonly reportShare: number
}

/** The terms of the shipped courses; `docs/scoring.md` says why. */
export const SEQUENTIAL_TERMS: SequentialTerms = {
  skilled: 2.5,
  unskilled: 0.5,
  alpha: 0.025,
  beta: 0.1,
  most: 20,
  leastOfEach: 3,
  reportShare: 0.3,
}

/** Natural logarithms of likelihood ratios: what an outcome adds, and where the test ends. */
export interface SequentialRule extends SequentialTerms {
  readonly right: number
  readonly wrong: number
  /** Passed at this sum or more. */
  readonly upper: number
  /** Failed at this sum or less. */
  readonly lower: number
}

/**
 * The share of right outcomes of somebody who tells attacks from genuine contacts with this d′ and leans neither way:
 * Φ(d′/2), of attacks and of genuine contacts alike.
 * @param dPrime in standard deviations
 */
export const rightShare = (dPrime: number): number => normalProbability(dPrime / 2)

/**
 * The sequential probability ratio test (Wald, A., 1945, "Sequential tests of statistical hypotheses") of a skilled
 * against an unskilled person.
 * @throws RangeError when the terms say nothing: skills that do not differ, or errors that are no small chances
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

/** A contact of a round, as the rule looks at it. */
export interface SequentialOutcome {
  readonly outcome: Outcome
  /** An act that can't be undone happened. */
  readonly critical: boolean
  /** It was an attack, and it was reported. */
  readonly reported: boolean
}

export type SequentialState = 'going-on' | 'passed' | 'failed'

/** A round of a sequential rule. */
export interface SequentialRound {
  readonly state: SequentialState
  /** How many contacts decided it, or were met so far; what came after them does not count. */
  readonly contacts: number
}

/**
 * So many contacts go before anybody can pass: the least of each kind, and as many right outcomes as certainty takes.
 * The draw puts every channel among them.
 */
export const leastContacts = ({ upper, right, leastOfEach }: SequentialRule): number =>
  Math.max(Math.ceil(upper / right - 1e-9), 2 * leastOfEach)

/**
 * Where a round stands after these contacts, in the order in which they were finished. Whoever is certain enough to
 * pass does so once the least of each kind was met and enough attacks were reported; until then the round goes on. A
 * critical act, certainty the other way, or the last contact of the round without certainty fails.
 * @param met whether every channel of the pool was met, for each number of contacts; all, where it is left out
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

/** Where a round stands; see `sequentialRound`. */
export const sequentialState = (
  rule: SequentialRule,
  outcomes: readonly SequentialOutcome[],
  met?: (contacts: number) => boolean,
): SequentialState => sequentialRound(rule, outcomes, met).state
