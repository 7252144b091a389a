import type { Item, Later } from '../story'

const DELAY = /^(\d+(?:\.\d+)?)\s*(ms|s)$/i

/** Returns the milliseconds of a delay that is written out, such as `8s`; `undefined` for any other. */
export function delayOf(args: string): number | undefined {
  const match = DELAY.exec(args.trim())
  return match ? Math.round(Number(match[1]) * (match[2]!.toLowerCase() === 's' ? 1000 : 1)) : undefined
}

/**
 * Marks what items do as happening later than their passage is shown. What they say and offer stays as it is, so that
 * none of their words are lost.
 * @param kinds what happens later; a macro that nobody here knows may well do the rest at once
 */
export function delayed(
  items: readonly Item[],
  later: Later,
  kinds: readonly Item['kind'][] = ['set', 'goto'],
): Item[] {
  // A jump that waits for more than time has no time of its own.
  const { text } = later
  return items.map((item): Item => {
    if (item.kind === 'if') {
      const branches = item.branches.map((one) => ({ ...one, items: delayed(one.items, { text }, kinds) }))
      return { ...item, branches }
    }
    if ((item.kind !== 'goto' && item.kind !== 'set') || !kinds.includes(item.kind)) return item
    return { ...item, later: item.later ? { text } : later }
  })
}

/** Returns true for items that only do something, and say and offer nothing. */
export const onlyDo = (items: readonly Item[]): boolean =>
  items.length > 0 &&
  items.every(
    (item) =>
      item.kind === 'set' || item.kind === 'goto' || (item.kind === 'text' && item.text.trim() === ''),
  )
