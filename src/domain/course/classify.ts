/** A contact with its truth and the features that a classifier sees. */
export interface Example<T> {
  readonly attack: boolean
  readonly seen: T
}

/**
 * Learns from examples and returns a function that rates a new one: above 0 it is taken for an attack, below 0 for a
 * genuine contact, and at 0 the classifier can't tell.
 */
export type Classifier<T> = (known: readonly Example<T>[]) => (seen: T) => number

const isAttack = <T>({ attack }: Example<T>): boolean => attack
const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)

/**
 * Returns how many more attacks than genuine contacts are known. It is the guess of a classifier that has learned
 * nothing else.
 */
const balance = <T>(known: readonly Example<T>[]): number =>
  known.filter(isAttack).length - known.filter((example) => !isAttack(example)).length

/**
 * Compares one number with the threshold that separates most of the known examples. Of several such thresholds it takes
 * the middle of the widest gap.
 */
export const threshold: Classifier<number> = (known) => {
  const values = [...new Set(known.map(({ seen }) => seen))].sort((a, b) => a - b)
  let best = { right: Math.abs(balance(known)) / 2 + known.length / 2, gap: 0, at: 0, sign: 0 }
  for (let i = 1; i < values.length; i += 1) {
    const [below, above] = [values[i - 1]!, values[i]!]
    const at = (below + above) / 2
    const attacksAbove = known.filter(({ attack, seen }) => attack === seen > at).length
    for (const [sign, right] of [
      [1, attacksAbove],
      [-1, known.length - attacksAbove],
    ] as const) {
      const gap = (above - below) / (Math.abs(above) + Math.abs(below))
      if (right > best.right || (right === best.right && best.sign !== 0 && gap > best.gap))
        best = { right, gap, at, sign }
    }
  }
  const { at, sign } = best
  return (seen) => (sign === 0 ? balance(known) : seen > at ? sign : -sign)
}

type Numbers = readonly number[]

/** Scales each column to mean 0 and deviation 1 among the known examples. A column without differences becomes 0. */
function scaling(known: readonly Example<Numbers>[]): (seen: Numbers) => number[] {
  const columns = known[0]?.seen.map((_, column) => {
    const values = known.map(({ seen }) => seen[column]!)
    const middle = mean(values)
    return { middle, deviation: Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) }
  })
  return (seen) =>
    (columns ?? []).map(({ middle, deviation }, column) =>
      deviation === 0 ? 0 : (seen[column]! - middle) / deviation,
    )
}

/** Takes the truth of the `k` known examples that are most alike. */
export const nearest =
  (k: number): Classifier<Numbers> =>
  (known) => {
    const scale = scaling(known)
    const scaled = known.map(({ attack, seen }) => ({ attack, at: scale(seen) }))
    return (seen) => {
      const own = scale(seen)
      const distance = (at: Numbers) => at.reduce((sum, one, i) => sum + (one - own[i]!) ** 2, 0)
      const ranked = scaled
        .map(({ attack, at }) => ({ attack, far: distance(at) }))
        .sort((a, b) => a.far - b.far)
      // All examples at the same distance as the last of them count too.
      const last = ranked[Math.min(k, ranked.length) - 1]?.far ?? 0
      return mean(ranked.filter(({ far }) => far <= last + 1e-9).map(({ attack }) => (attack ? 1 : -1)))
    }
  }

/** Naive Bayes over numbers, each of which is taken as normally distributed. */
export const bayesOfNumbers: Classifier<Numbers> = (known) => {
  const scale = scaling(known)
  const parts = [true, false].map((attack) => {
    const own = known.filter((example) => example.attack === attack).map(({ seen }) => scale(seen))
    return {
      share: own.length,
      columns: (own[0] ?? []).map((_, column) => {
        const values = own.map((row) => row[column]!)
        const middle = mean(values)
        return { middle, variance: mean(values.map((value) => (value - middle) ** 2)) + 0.1 }
      }),
    }
  })
  return (seen) => {
    const own = scale(seen)
    const [attack, genuine] = parts.map(({ share, columns }) =>
      columns.reduce(
        (sum, { middle, variance }, i) =>
          sum - (own[i]! - middle) ** 2 / (2 * variance) - Math.log(variance) / 2,
        Math.log(share + 1e-9),
      ),
    )
    return attack! - genuine!
  }
}

type Words = readonly string[]

/** Multinomial naive Bayes over words, with one added to each count. Words that are in no example are ignored. */
export const bayesOfWords: Classifier<Words> = (known) => {
  const counts = new Map<string, [attack: number, genuine: number]>()
  const totals: [number, number] = [0, 0]
  for (const { attack, seen } of known) {
    const side = attack ? 0 : 1
    for (const word of seen) {
      const count = counts.get(word) ?? [0, 0]
      counts.set(word, count)
      count[side] += 1
      totals[side] += 1
    }
  }
  const size = counts.size + 1
  const prior = Math.log(
    (known.filter(isAttack).length + 1) / (known.length - known.filter(isAttack).length + 1),
  )
  return (seen) =>
    seen.reduce((sum, word) => {
      const count = counts.get(word)
      return count
        ? sum + Math.log(((count[0] + 1) / (totals[0] + size)) * ((totals[1] + size) / (count[1] + 1)))
        : sum
    }, prior)
}

const STEPS = 60
const RATE = 0.3
const DECAY = 0.01

/** Logistic regression over the set of words, with decaying weights, trained by stochastic gradient descent. */
export const logisticOfWords: Classifier<Words> = (known) => {
  const weights = new Map<string, number>()
  const weighed = (words: readonly string[], bias: number) =>
    words.reduce((sum, word) => sum + (weights.get(word) ?? 0), bias) / Math.sqrt(Math.max(1, words.length))
  const examples = known.map(({ attack, seen }) => ({ wanted: attack ? 1 : 0, words: [...new Set(seen)] }))
  let bias = 0
  for (let step = 0; step < STEPS; step += 1) {
    const rate = RATE / (1 + step * 0.1)
    for (const { wanted, words } of examples) {
      const off = wanted - 1 / (1 + Math.exp(-weighed(words, bias)))
      bias += rate * off
      const change = (rate * off) / Math.sqrt(Math.max(1, words.length))
      for (const word of words) {
        const weight = weights.get(word) ?? 0
        weights.set(word, weight + change - rate * DECAY * weight)
      }
    }
  }
  return (seen) => weighed([...new Set(seen)], bias)
}
