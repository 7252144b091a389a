/** The words of a passage as a whole: their markup goes across values and links, and a sentence keeps its links' words. */
import type { Choice, Item } from '../story'

/** Stand for a link, and for anything else that is no text. No text contains these characters. */
const LINK = '\ufdef'
const HOLE = '\ufdee'
const HOLES = /[\ufdee\ufdef]/

/** Matches what may stand on a line of links that says nothing: separators, quotation marks, the marks of lists and of emphasis. */
const NOTHING = /^[\s|/•·.,;:!?()"“”«»‘’–—\-*+>#'~^_]*$/
const NUMBER = /^\s*(?:\d+[.)])+/
/** So many characters around a link tell whether it is a part of a sentence. */
const NEAR = 60
/** Matches what separates one link from the next. */
const BETWEEN = /\ufdef[ \t]*[|/•·–—-]+[ \t]*(?=\ufdef)/g
/** Matches signs of emphasis with links alone between them. */
const EMPTY = /(''|\/\/|\*\*?|__?|~~|\^\^)([ \t]*\ufdef[ \t\ufdef]*)\1/g

const isOpen = (before: string): boolean => /[\p{L}\p{N},\ufdee\ufdef][ \t]*$/u.test(before)
const ends = (after: string): boolean => /^[.,;:!?…)]/.test(after)
const goesOn = (after: string): boolean => /^[ \t]+\p{Ll}/u.test(after)

/**
 * Returns which of the links on a line are parts of its sentence: words go on behind them, or lead to them.
 * @param links the links of the line, in their order
 */
function partsOfSentence(line: string, links: readonly Choice[]): Set<Choice> {
  const found = new Set<Choice>()
  if (!/[\p{L}\p{N}\ufdee]/u.test(line.replaceAll(LINK, ''))) return found
  let at = -1
  for (const link of links) {
    at = line.indexOf(LINK, at + 1)
    const before = line.slice(Math.max(0, at - NEAR), at).replace(/['"“”«»‘’*_/~^]+$/, '')
    const after = line.slice(at + 1, at + 1 + NEAR).replace(/^['"“”«»‘’*_/~^]+/, '')
    const isLed = /[\p{L}\p{N},\ufdee][ \t]*$/u.test(before) && (/^\p{Ll}/u.test(link.say) || found.size > 0)
    if (isLed || goesOn(after) || (ends(after) && isOpen(before))) found.add(link)
  }
  return found
}

/** Returns items in which the words of links stand in the sentences that would be incomplete without them. */
function withLinkWords(items: readonly Item[]): Item[] {
  const text = items
    .map((item) =>
      item.kind === 'text' ? item.text : item.kind === 'choice' ? LINK : isSilent(item) ? '' : HOLE,
    )
    .join('')
  const links = items.filter((item) => item.kind === 'choice')
  const spoken = new Set<Choice>()
  let next = 0
  for (const line of text.split('\n')) {
    const own = links.slice(next, next + line.split(LINK).length - 1)
    next += own.length
    for (const link of own.length > 0 ? partsOfSentence(line, own) : []) spoken.add(link)
  }
  return items.flatMap((item): Item[] =>
    item.kind === 'choice' && spoken.has(item)
      ? [...(item.words ?? [{ kind: 'text', text: item.say } as const]), item]
      : [item],
  )
}

/** Returns true for items that only do something, and stand at no place of the words. */
const isSilent = (item: Item): boolean => item.kind === 'set' || item.kind === 'points'

const withoutEmptyLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      if (!line.includes(LINK)) return line
      const rest = line.replaceAll(LINK, '').replace(NUMBER, '')
      return NOTHING.test(rest) ? line.replaceAll(/[^\ufdef]/g, '') : line
    })
    .join('\n')
    .replaceAll(BETWEEN, LINK)
    .replaceAll(EMPTY, '$2')

/**
 * Converts the markup of all texts, however deeply they are nested.
 * @param convert converts the markup of one text
 */
export function proseOf(items: readonly Item[], convert: (text: string) => string): Item[] {
  let text = ''
  const first: Item[] = []
  const holes: Item[][] = []
  let isSpaced = false
  for (const item of withLinkWords(items)) {
    if (item.kind === 'text') text += isSpaced ? item.text.replace(/^[ \t]+/, '') : item.text
    // Between two spaces, it would leave both.
    isSpaced = isSilent(item) && /[ \t]$/.test(text)
    if (isSilent(item)) (holes.at(-1) ?? first).push(item)
    else if (item.kind !== 'text') {
      text += item.kind === 'choice' ? LINK : HOLE
      holes.push([within(item, convert)])
    }
  }
  const parts = convert(withoutEmptyLines(text)).split(HOLES)
  return [
    ...first,
    ...parts.flatMap((part, i): Item[] => [
      ...(part === '' ? [] : [{ kind: 'text', text: part } as const]),
      ...(holes[i] ?? []),
    ]),
  ]
}

function within(item: Item, convert: (text: string) => string): Item {
  if (item.kind === 'choice') return { ...item, body: proseOf(item.body, convert) }
  if (item.kind !== 'if') return item
  const branches = item.branches.map((branch) => ({ ...branch, items: proseOf(branch.items, convert) }))
  return { ...item, branches }
}
