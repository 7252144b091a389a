import { rightShare, type SequentialRule } from './sequential'

/** What a pass rule makes of people of one skill. */
export interface Chance {
  /** In standard deviations. */
  readonly dPrime: number
  /** Probability to pass one round. */
  readonly oneRound: number
  /** Probability to pass in one of the rounds that are allowed. */
  readonly allRounds: number
  /** Contacts of a round, on the mean. */
  readonly contacts: number
}

/** The skills of which a table speaks: guessing, hardly better, somewhat, well, very well. */
export const SKILLS = [0, 0.5, 1, 2.5, 3] as const

const overRounds = (one: number, rounds: number): number => 1 - (1 - one) ** rounds

/** Shares of attacks in the first draw: from 40 to 60 %, each number as likely as another. */
function attackNumbers(contacts: number): number[] {
  const [least, most] = [Math.ceil(contacts * 0.4 - 1e-9), Math.floor(contacts * 0.6 + 1e-9)]
  return Array.from({ length: Math.max(1, most - least + 1) }, (_, i) => least + i)
}

/** How rounds of a sequential rule go. */
export interface RoundChance {
  /** Probability to pass. */
  readonly pass: number
  /** Contacts, on the mean. */
  readonly contacts: number
  /** Probability to fail with exactly so many contacts, from 0 on. */
  readonly failedAfter: readonly number[]
}

/**
 * The chance to pass one round of a sequential rule and its length, added up over every way that a round can go; nothing
 * is drawn at random.
 * @param rightAt the probability of a right outcome of each contact, from 0 on
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
    // By what matters of a way so far: attacks met and right outcomes, after `n` contacts.
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

/** @param rounds that are allowed, each played anew */
export function sequentialChance(rule: SequentialRule, dPrime: number, rounds: number): Chance {
  const p = rightShare(dPrime)
  const { pass, contacts } = sequentialRoundChance(rule, () => p)
  return { dPrime, oneRound: pass, allRounds: overRounds(pass, rounds), contacts }
}

/** Probabilities of 0 to `n` successes. */
function binomial(n: number, p: number): number[] {
  let row = [1]
  for (let i = 0; i < n; i += 1) {
    row = Array.from({ length: row.length + 1 }, (_, k) => (row[k] ?? 0) * (1 - p) + (row[k - 1] ?? 0) * p)
  }
  return row
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/**
 * The same for a fixed rule: as many attacks stopped and as few genuine contacts turned away as its bars ask for.
 * @param pass shares, 0 to 1
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
