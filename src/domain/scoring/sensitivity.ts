/** Counts of finished, assessed attempts, of one person or a group. */
export interface DetectionCounts {
  readonly attacks: number
  /** The number of attacks stopped. */
  readonly hits: number
  readonly legitimate: number
  /** The number of genuine contacts turned away. */
  readonly falseAlarms: number
}

export interface Estimate {
  readonly value: number
  /** `low` and `high` are the ends of the 95 % interval. */
  readonly low: number
  readonly high: number
}

export interface Sensitivity {
  /** d′, the ability to tell attacks from genuine contacts, in standard deviations; 0 is guessing. */
  readonly dPrime: Estimate
  /** c, the bias in standard deviations: below 0 suspicious of everybody, above 0 trusting of everybody. */
  readonly criterion: Estimate
}

/** With fewer decisions of a single person, d′ and c are noise. */
export const DECISIONS_FOR_ONE_PERSON = 20

const Z95 = 1.959964

/** Returns the density of the standard normal distribution. */
const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

const polynomial = (x: number, coefficients: readonly number[]): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)

/**
 * Computes the inverse of the standard normal distribution (Wichura 1988, algorithm AS 241, PPND7; relative error about
 * 1e-7).
 * @param p a probability, greater than 0 and less than 1
 * @throws RangeError for any other number
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('A probability lies between 0 and 1')
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (
      (q * polynomial(r, [3.3871327179, 50.434271938, 159.29113202, 59.10937472])) /
      polynomial(r, [1, 17.895169469, 78.757757664, 67.1875636])
    )
  }
  const tail = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  const size =
    tail <= 5
      ? polynomial(tail - 1.6, [1.4234372777, 2.75681539, 1.3067284816, 0.17023821103]) /
        polynomial(tail - 1.6, [1, 0.7370016425, 0.12021132975])
      : polynomial(tail - 5, [6.657905115, 3.081226386, 0.42868294337, 0.017337203997]) /
        polynomial(tail - 5, [1, 0.24197894225, 0.012258202635])
  return q < 0 ? -size : size
}

/**
 * Computes d′ and c with 95 % intervals. Rates are corrected log-linearly (Hautus 1995): 0.5 is added to hits and false
 * alarms and 1 to their totals, so that a rate of 0 or 1 has a finite value. Variances follow Gourevitch and Galanter
 * (1967). Decisions are taken as independent. Several decisions of one person are not quite, so that a group's interval
 * is a little too narrow.
 * @param counts whole numbers, hits ≤ attacks and falseAlarms ≤ legitimate
 * @returns `undefined` if one of the two kinds of contact was never met
 */
export function sensitivity(counts: DetectionCounts): Sensitivity | undefined {
  const { attacks, hits, legitimate, falseAlarms } = counts
  if (attacks === 0 || legitimate === 0) return undefined
  const hitRate = (hits + 0.5) / (attacks + 1)
  const alarmRate = (falseAlarms + 0.5) / (legitimate + 1)
  const zHit = normalQuantile(hitRate)
  const zAlarm = normalQuantile(alarmRate)
  const variance =
    (hitRate * (1 - hitRate)) / ((attacks + 1) * density(zHit) ** 2) +
    (alarmRate * (1 - alarmRate)) / ((legitimate + 1) * density(zAlarm) ** 2)
  const estimate = (value: number, deviation: number): Estimate => ({
    value,
    low: value - Z95 * deviation,
    high: value + Z95 * deviation,
  })
  return {
    dPrime: estimate(zHit - zAlarm, Math.sqrt(variance)),
    criterion: estimate(-(zHit + zAlarm) / 2, Math.sqrt(variance) / 2),
  }
}

/** Returns true if d′ and c may be shown: always for a group, for a single person from 20 decisions on. */
export function sensitivityMayBeShown(counts: DetectionCounts, people: number): boolean {
  return people > 1 || counts.attacks + counts.legitimate >= DECISIONS_FOR_ONE_PERSON
}
