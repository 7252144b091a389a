import type { PlayTable, Press } from './play-table'
import { wordsIn } from './play-habits'
import { surfaceOf, type Surface } from './surface'

const MEASURES = ['length', 'courtesy', 'questions', 'exclamations', 'digits', 'names'] as const
type StandOutMeasure = (typeof MEASURES)[number]

/** A reply that differs from the other replies of its scene in something that can be seen without reading. */
export interface StandOut {
  readonly scene: string
  readonly locale: string
  readonly event: string
  readonly measure: StandOutMeasure
  readonly how: 'more' | 'less'
  /** The measure of this reply, and the mean of the others. */
  readonly own: number
  readonly others: number
  /** The share of its possible points that it earns, 0 to 1; `null` if nothing is assessed. */
  readonly points: number | null
}

export interface RepliesProof {
  readonly standOuts: readonly StandOut[]
  /** Scenes with fewer than three replies. */
  readonly few: readonly { readonly scene: string; readonly replies: number }[]
}

/** A reply counts as long or short if its length differs from the mean of the others by this factor. */
const LONG = 1.5
/** With two replies each differs from the other in nearly everything, which says nothing. */
const ENOUGH = 3

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)

function differs(
  measure: StandOutMeasure,
  own: number,
  others: readonly number[],
): StandOut['how'] | undefined {
  if (measure === 'length') {
    const usual = mean(others)
    return own >= usual * LONG ? 'more' : own * LONG <= usual ? 'less' : undefined
  }
  if (own > 0 && others.every((other) => other === 0)) return 'more'
  return own === 0 && others.length > 1 && others.every((other) => other > 0) ? 'less' : undefined
}

function ofScene(scene: string, replies: readonly Press[], locale: string): StandOut[] {
  const surfaces = replies.map(({ say }): Surface => surfaceOf(wordsIn(say!, locale)))
  return replies.flatMap(({ event, earned, possible }, i) =>
    MEASURES.flatMap((measure) => {
      const own = surfaces[i]![measure]
      const others = surfaces.filter((_, other) => other !== i).map((surface) => surface[measure])
      const how = others.length > 0 ? differs(measure, own, others) : undefined
      const points = possible > 0 ? earned / possible : null
      return how ? [{ scene, locale, event, measure, how, own, others: mean(others), points }] : []
    }),
  )
}

/**
 * Compares the replies of each scene in each language. A set of replies that occurs in several situations is compared
 * once.
 * @returns the replies that stand out, and the scenes in which there are too few replies to tell
 */
export function compareReplies({ places, locales }: PlayTable): RepliesProof {
  const sets = new Map<string, { scene: string; replies: Press[] }>()
  for (const { scene, presses, end } of places) {
    if (end) continue
    const replies = presses.filter(({ say }) => say !== undefined)
    const key = `${scene}|${replies.map(({ event }) => event).join()}`
    if (!sets.has(key)) sets.set(key, { scene, replies })
  }
  const all = [...sets.values()]
  const fewest = new Map<string, number>()
  for (const { scene, replies } of all) {
    fewest.set(scene, Math.min(replies.length, fewest.get(scene) ?? replies.length))
  }
  const seen = new Set<string>()
  return {
    standOuts: all
      .flatMap(({ scene, replies }) => locales.flatMap((locale) => ofScene(scene, replies, locale)))
      .filter(({ scene, locale, event, measure }) => {
        const key = [scene, locale, event, measure].join('/')
        return !seen.has(key) && Boolean(seen.add(key))
      }),
    few: [...fewest]
      .filter(([, replies]) => replies < ENOUGH)
      .map(([scene, replies]) => ({ scene, replies })),
  }
}
