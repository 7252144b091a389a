import type { Cue } from './schema'
import { PLACEHOLDERS } from './vocabulary'

/** A piece of a text with one style. */
export interface Part {
  readonly text: string
  readonly style: 'plain' | 'emphasis' | 'strong'
  /** The kind of the cue that marks it. */
  readonly marked: Cue['kind'] | undefined
}

/** A phrase that a cue marks. */
export interface Mark {
  readonly phrase: string
  readonly kind: Cue['kind']
}

/** Lines as they were written, including their line breaks; or a list. */
export type Block =
  | { readonly kind: 'lines'; readonly parts: readonly Part[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Part[])[] }

type Values = Readonly<Record<string, string>>

/**
 * Matches `*words*` or `**words**`. The asterisks must touch words on the inside and none on the outside, and something
 * between them must be a letter or a digit. A masked number, a sum and a row of stars therefore stay as they are.
 */
const EMPHASIS = /(?<![\p{L}\p{N}*])(\*\*?)(?!\*)(?=[^*\n]*[\p{L}\p{N}])(\S|\S[^*\n]*\S)\1(?![\p{L}\p{N}*])/gu

const ITEM = /^- (?=\S)/

const PLACEHOLDER = new RegExp(`\\{(${PLACEHOLDERS.join('|')})\\}`, 'g')

/** Replaces `{trainee}` and `{organisation}`. Anything else in curly brackets stays as it is. */
export function fillIn(text: string, values: Values): string {
  if (!text.includes('{')) return text
  return text.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  )
}

function partsOf(text: string, values: Values): Part[] {
  const parts: Part[] = []
  const add = (words: string, style: Part['style']) => {
    if (words !== '') parts.push({ text: fillIn(words, values), style, marked: undefined })
  }
  let end = 0
  for (const { index, 0: whole, 1: stars, 2: inner } of text.matchAll(EMPHASIS)) {
    // A single asterisk within the pair makes it no emphasis.
    if (inner!.includes('*')) continue
    add(text.slice(end, index), 'plain')
    add(inner!, stars === '**' ? 'strong' : 'emphasis')
    end = index + whole.length
  }
  add(text.slice(end), 'plain')
  return parts
}

/** Marks the first occurrence of a phrase, whatever its style. */
function mark(parts: readonly Part[], { phrase, kind }: Mark): Part[] {
  const from = parts
    .map(({ text }) => text)
    .join('')
    .indexOf(phrase)
  if (from < 0) return [...parts]
  const to = from + phrase.length
  let at = 0
  return parts.flatMap((part) => {
    const start = at
    at += part.text.length
    const cut = [from, to].map((place) => Math.min(Math.max(place - start, 0), part.text.length))
    const pieces = [
      { ...part, text: part.text.slice(0, cut[0]) },
      { ...part, text: part.text.slice(cut[0], cut[1]), marked: kind },
      { ...part, text: part.text.slice(cut[1]) },
    ]
    return pieces.filter(({ text }) => text !== '')
  })
}

/**
 * Reads a text of a scenario. Its language has three things, and everything else is shown letter for letter:
 * `*emphasis*` and `**strong emphasis**`; two or more lines that begin with `- `, which form a list; and the
 * placeholders `{trainee}` and `{organisation}`.
 * @param values the values of placeholders; one without a value stays
 * @param phrases phrases that cues mark, in the same language, with the kinds of these cues
 */
export function readProse(text: string, values: Values = {}, phrases: readonly Mark[] = []): Block[] {
  const marks = phrases.flatMap(({ phrase, kind }) => {
    const plain = plainText(phrase, values)
    return plain === '' ? [] : [{ phrase: plain, kind }]
  })
  const style = (words: string): Part[] => marks.reduce(mark, partsOf(words, values))
  const lines = text.split('\n')
  const isItem = (i: number) => ITEM.test(lines[i] ?? '')
  const blocks: Block[] = []
  for (let i = 0; i < lines.length;) {
    const list = isItem(i) && isItem(i + 1)
    let end = i + 1
    if (list) while (isItem(end)) end += 1
    else while (end < lines.length && !(isItem(end) && isItem(end + 1))) end += 1
    const own = lines.slice(i, end)
    blocks.push(
      list
        ? { kind: 'list', items: own.map((line) => style(line.replace(ITEM, ''))) }
        : { kind: 'lines', parts: style(own.join('\n')) },
    )
    i = end
  }
  return blocks
}

/**
 * Returns a text as it is read aloud or shown in a terminal: without the asterisks of emphasis, otherwise as it was
 * written.
 * @param values the values of placeholders; one without a value stays
 */
export function plainText(text: string, values: Values = {}): string {
  return partsOf(text, values)
    .map((part) => part.text)
    .join('')
}
