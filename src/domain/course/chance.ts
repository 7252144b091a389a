import { rightShare, type SequentialRule } from './sequential'

/** The chances of people with one skill under a pass rule. */
export interface Chance {
  /** The skill as d′, in standard deviations. */
  readonly dPrime: number
  /** The probability of passing one round. */
  readonly oneRound: number
  /** The probability of passing in one of the allowed rounds. */
  readonly allRounds: number
  /** The mean number of contacts in a round. */
  readonly contacts: number
}

/** The skills in the table of chances: guessing, hardly better, somewhat, well, very well. */
export const SKILLS = [0, 0.5, 1, 2.5, 3] as const

const overRounds = (one: number, rounds: number): number => 1 - (1 - one) ** rounds

/** Returns the numbers of attacks that a first draw can have: from 40 to 60 % of the contacts, all equally likely. */
function attackNumbers(contacts: number): number[] {
  const [least, most] = [Math.ceil(contacts * 0.4 - 1e-9), Math.floor(contacts * 0.6 + 1e-9)]
  return Array.from({ length: Math.max(1, most - least + 1) }, (_, i) => least + i)
}

/** The chances and the length of a round under a sequential rule. */
export interface RoundChance {
  /** The probability of passing. */
  readonly pass: number
  /** The mean number of contacts. */
  readonly contacts: number
  /** The probability of failing after exactly this number of contacts, from 0 on. */
  readonly failedAfter: readonly number[]
}

/**
 * Computes the chances of one round under a sequential rule. It adds up the probabilities of all ways that a round can
 * go; nothing is drawn at random.
 * @param rightAt returns the probability of a right outcome of each contact, from 0 on
 */
export function sequentialRoundChance(
  rule: SequentialRule,
  rightAt: (contact: number) => number,
): RoundChance {
  const numbers = attackNumbers(rule.most)
  const failedAfter = Array.from({ length: rule.most + 1 }, () => 0)
  let pass = 0
  let contacts = 0
  for (const attacksInDeck of numbers) {
    // The probability of each state after `n` contacts. A state is the number of attacks met and of right outcomes.
    let ways = new Map<number, number>([[0, 1]])
    const key = (attacks: number, right: number) => attacks * (rule.most + 1) + right
    for (let n = 0; n < rule.most && ways.size > 0; n += 1) {
      const p = rightAt(n)
      const next = new Map<number, number>()
      for (const [at, weight] of ways) {
        const [attacks, right] = [Math.floor(at / (rule.most + 1)), at % (rule.most + 1)]
        contacts += weight / numbers.length
        const anAttack = (attacksInDeck - attacks) / (rule.most - n)
        for (const [isAttack, share] of [
          [1, anAttack],
          [0, 1 - anAttack],
        ] as const) {
          for (const [isRight, chance] of [
            [1, p],
            [0, 1 - p],
          ] as const) {
            const probability = weight * share * chance
            if (probability <= 0) continue
            const [a, r, all] = [attacks + isAttack, right + isRight, n + 1]
            const sum = r * rule.right + (all - r) * rule.wrong
            const enough = Math.min(a, all - a) >= rule.leastOfEach
            if (sum >= rule.upper && enough) pass += probability / numbers.length
            else if (sum > rule.lower && all < rule.most)
              next.set(key(a, r), (next.get(key(a, r)) ?? 0) + probability)
            else failedAfter[all]! += probability / numbers.length
          }
        }
      }
      ways = next
    }
  }
  return { pass, contacts, failedAfter }
}

/**
 * Computes the chances of people with one skill under a sequential rule.
 * @param dPrime the skill in standard deviations
 * @param rounds the number of allowed rounds, each played afresh
 */
export function sequentialChance(rule: SequentialRule, dPrime: number, rounds: number): Chance {
  const p = rightShare(dPrime)
  const { pass, contacts } = sequentialRoundChance(rule, () => p)
  return { dPrime, oneRound: pass, allRounds: overRounds(pass, rounds), contacts }
}

/** Returns the probabilities of 0 to `n` successes in `n` trials. */
function binomial(n: number, p: number): number[] {
  let row = [1]
  for (let i = 0; i < n; i += 1) {
    row = Array.from({ length: row.length + 1 }, (_, k) => (row[k] ?? 0) * (1 - p) + (row[k - 1] ?? 0) * p)
  }
  return row
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/**
 * Computes the chances of people with one skill under a fixed rule: enough attacks must be stopped, and few enough
 * genuine contacts turned away.
 * @param pass the bars as shares, 0 to 1
 * @param dPrime the skill in standard deviations
 * @param rounds the number of allowed rounds
 */
export function fixedChance(
  { attacks, legitimate }: { readonly attacks: number; readonly legitimate: number },
  pass: { readonly hitRate: number; readonly falseAlarmRate: number },
  dPrime: number,
  rounds: number,
): Chance {
  const p = rightShare(dPrime)
  const hits = total(binomial(attacks, p).filter((_, k) => attacks === 0 || k / attacks >= pass.hitRate))
  const served = total(
    binomial(legitimate, 1 - p).filter((_, k) => legitimate === 0 || k / legitimate <= pass.falseAlarmRate),
  )
  const oneRound = hits * served
  return { dPrime, oneRound, allRounds: overRounds(oneRound, rounds), contacts: attacks + legitimate }
}
