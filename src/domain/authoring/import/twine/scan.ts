import type { Branch, Expr, Item, Notes, Words } from '../story'
import { visitsOf, variable } from '../story'
import { parseExpression, type ExpressionContext } from './parse-expression'

/** Gives the reader of a passage access to the story around it. */
export interface PassageContext {
  readonly place: string
  readonly notes: Notes
  /** True if a tag of the passage or a setting of the story says that its line breaks are not shown. */
  readonly withoutBreaks: boolean
  /**
   * Given where expressions are strict about yes and no, as those of Harlowe are: the names of the variables that hold
   * words or numbers.
   */
  readonly strict: ReadonlySet<string> | undefined
  /** Returns true if there is a passage of this name. */
  readonly has: (name: string) => boolean
  /** Returns the items of a passage that this one shows; `undefined` if it is unknown or includes itself. */
  readonly include: (name: string) => readonly Item[] | undefined
  /** Returns the expression in the goal of a link that names no passage; `undefined` for a name. */
  readonly goal: (to: string) => string | undefined
  /** Reads the words of a link, and the values and conditions among them. */
  readonly words: (text: string) => readonly Item[]
  /** Records that the story reads the number of visits to a passage. */
  readonly asked: (name: string) => void
  /** Keeps a picture or a sound that the text contains as data; `undefined` for data that can’t be shown or played. */
  readonly embed: (source: string) => string | undefined
}

/** Parses an expression of a passage. */
export function expressionIn(context: PassageContext, text: string, it?: string): Expr {
  const around: ExpressionContext = {
    ...(it === undefined ? {} : { it }),
    strict: context.strict,
    passage: context.place,
    visits: (passage = context.place) => {
      context.asked(passage)
      return variable(visitsOf(passage))
    },
  }
  return parseExpression(text, around)
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/**
 * Finds the bracket that closes the one at `open`. Brackets in quotes do not count.
 * @returns its offset, or -1
 */
export function closingOf(text: string, open: number, quotes = '"\''): number {
  if (text.indexOf(CLOSING[text[open]!] ?? '', open) < 0) return -1
  const waiting: string[] = []
  for (let i = open; i < text.length; i += 1) {
    const sign = text[i]!
    if (quotes.includes(sign)) {
      const end = endOfQuote(text, i)
      if (end > 0) i = end
    } else if (CLOSING[sign] !== undefined) waiting.push(CLOSING[sign])
    else if (sign === waiting.at(-1)) {
      waiting.pop()
      if (waiting.length === 0) return i
    }
  }
  return -1
}

/** Returns the offset of the closing quote; -1 for an apostrophe that quotes nothing. */
export function endOfQuote(text: string, open: number): number {
  const quote = text[open]
  for (let i = open + 1; i < text.length && text[i] !== '\n'; i += 1) {
    if (text[i] === '\\') i += 1
    else if (text[i] === quote) return i
  }
  return -1
}

/** Splits a text at a separator, except within quotes and brackets. */
export function splitAt(text: string, sign: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i]!
    if (letter === '"' || letter === "'") {
      const end = endOfQuote(text, i)
      if (end > 0) i = end
    } else if ('([{'.includes(letter)) depth += 1
    else if (')]}'.includes(letter)) depth -= 1
    else if (depth === 0) {
      sign.lastIndex = i
      const match = sign.exec(text)
      if (match?.index === i) {
        parts.push(text.slice(from, i))
        i += match[0].length - 1
        from = i + 1
      }
    }
  }
  parts.push(text.slice(from))
  return parts
}

/** Returns the text between quotes; `undefined` for a text that is not quoted as a whole. */
export function unquoted(text: string): string | undefined {
  const plain = text.trim()
  const quote = plain[0]
  if (quote !== '"' && quote !== "'") return undefined
  return endOfQuote(plain, 0) === plain.length - 1 ? plain.slice(1, -1).replaceAll(/\\(.)/g, '$1') : undefined
}

export interface Link {
  readonly say: string
  readonly to: string
  /** The assignments of a SugarCube link; empty for other links. */
  readonly setter: string
  readonly end: number
}

/**
 * Reads a link at an offset, in every form that Twine knows: `[[a->b]]`, `[[b<-a]]`, `[[a|b]]`, `[[a]]`,
 * `[[a|b][set]]`.
 */
export function linkAt(text: string, at: number): Link | undefined {
  if (!text.startsWith('[[', at)) return undefined
  const close = text.indexOf(']]', at + 2)
  if (close < 0) return undefined
  // What is behind the link is not looked through: a text may hold thousands of them.
  const middle = text.slice(at + 2, close + 1).indexOf('][')
  const inner = middle >= 0 ? at + 2 + middle : close
  const body = text.slice(at + 2, inner)
  if (body.includes('[[')) return undefined
  const setter = inner < close ? text.slice(inner + 2, close) : ''
  const { say, to } = partsOf(body)
  if (to === '') return undefined
  return { say: say === '' ? to : say, to, setter, end: close + 2 }
}

function partsOf(body: string): { readonly say: string; readonly to: string } {
  const right = body.lastIndexOf('->')
  if (right >= 0) return { say: body.slice(0, right).trim(), to: body.slice(right + 2).trim() }
  const left = body.indexOf('<-')
  if (left >= 0) return { say: body.slice(left + 2).trim(), to: body.slice(0, left).trim() }
  // In the words of a link of Snowman, code may have such a sign too.
  const bar = body.includes('%>') ? body.lastIndexOf('|') : body.indexOf('|')
  if (bar >= 0) return { say: body.slice(0, bar).trim(), to: body.slice(bar + 1).trim() }
  return { say: body.trim(), to: body.trim() }
}

/** Returns true for an address of the web, which is no passage. */
export const isOutside = (to: string): boolean => /^(?:https?:|mailto:|\/\/|www\.)/i.test(to)

/**
 * Makes a choice of a link. A link that leads out of the story becomes text, and is noted.
 * @param link what it says, and the passage to which it leads, or the expression that names it
 * @param before what is done before it leads on
 * @returns more than the choice where its words do something, or depend on conditions
 */
export function linked(
  context: PassageContext,
  { say, to, by }: Pick<Link, 'say' | 'to'> & { readonly by?: string | undefined },
  before: readonly Item[] = [],
  words: readonly Item[] = context.words(say),
): Item[] {
  if (!context.has(to) && isOutside(to)) {
    context.notes.add('outside-link', context.place, to)
    return [...words]
  }
  const text = `${say.trim()} → ${by ?? to}`
  const jump = by === undefined ? leadsTo(context, to, text) : leadsBy(context, by, text)
  return offered(context, words, [...before, jump])
}

/**
 * Makes a jump to a passage, or to the one that an expression names.
 * @param text the link or the jump, for a note
 */
export function leadsTo(context: PassageContext, to: string, text: string): Item {
  const written = context.has(to) ? undefined : context.goal(to)
  return written === undefined ? { kind: 'goto', to } : leadsBy(context, written, text)
}

/** Makes a jump to the passage that an expression names. */
export function leadsBy(context: PassageContext, written: string, text: string): Item {
  const value = expressionIn(context, written)
  return { kind: 'goto', to: written, goal: { value, text, place: context.place } }
}

/** The words of a link that hold more conditions than this are not followed along each of them. */
const MOST_CONDITIONS = 3

/** Makes a choice of words and of what follows it. Words that depend on conditions give a choice for each way. */
export function offered(
  context: PassageContext,
  words: readonly Item[],
  body: readonly Item[],
  conditions = 0,
): Item[] {
  const at = words.findIndex(({ kind }) => kind === 'if')
  const condition = words[at]
  if (condition?.kind === 'if') {
    const around = (inner: readonly Item[]): Item[] =>
      offered(context, [...words.slice(0, at), ...inner, ...words.slice(at + 1)], body, conditions + 1)
    if (conditions >= MOST_CONDITIONS) {
      context.notes.add('ways', context.place, condition.text)
      return around(condition.branches[0]?.items ?? [])
    }
    const branches: Branch[] = condition.branches.map((branch) => ({
      ...branch,
      items: around(branch.items),
    }))
    if (branches.at(-1)?.when) branches.push({ items: around([]) })
    return [{ ...condition, branches }]
  }
  const parts = words.flatMap((item): Words[] =>
    item.kind === 'text' ? [{ ...item, text: unmarked(item.text) }] : item.kind === 'print' ? [item] : [],
  )
  const shown = words.filter(({ kind }) => kind === 'set' || kind === 'media')
  const say = parts.map(({ text }) => text).join('')
  const values = parts.some(({ kind }) => kind === 'print') ? { words: parts } : {}
  return [...shown, { kind: 'choice', say: say.replaceAll(/\s+/g, ' ').trim(), ...values, body }]
}

/** A button shows its words without signs of emphasis. */
const unmarked = (text: string): string => text.replaceAll(/''|\/\/|~~|\^\^|\*\*/g, '')
const EMPHASIS = /<\/?(?:b|strong|i|em)\b[^<>]*>/gi

/**
 * Lets the reader of a passage read the words of links as it reads any others. The words of a link hold no words of
 * further links.
 */
export const withWords = (
  context: PassageContext,
  read: (text: string, context: PassageContext) => Item[],
): PassageContext => ({ ...context, words: (text) => read(text.replaceAll(EMPHASIS, ''), context) })

/**
 * Returns the offsets of the macros that first name temporary variables, by these names.
 * @param macros the texts of macros, with their offsets
 */
export function temporariesIn(macros: Iterable<readonly [number, string]>): Map<string, number> {
  const found = new Map<string, number>()
  for (const [at, macro] of macros)
    for (const [, name] of macro.matchAll(
      /(?<![\p{L}\p{N}_])(?:_|State\.temporary\.)([\p{L}_][\p{L}\p{N}_]*)/gu,
    ))
      if (!found.has(name!)) found.set(name!, at)
  return found
}

/** Collects items and joins adjacent texts. */
export class Gathered {
  readonly items: Item[] = []

  text(text: string): void {
    const last = this.items.at(-1)
    if (last?.kind === 'text') this.items[this.items.length - 1] = { kind: 'text', text: last.text + text }
    else if (text !== '') this.items.push({ kind: 'text', text })
  }

  add(...items: readonly Item[]): void {
    for (const item of items) {
      if (item.kind === 'text') this.text(item.text)
      else this.items.push(item)
    }
  }
}
