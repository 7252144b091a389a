import { cut } from '../../../scenario/cut'
import { entityNamed, entityNumbered } from '../entities'
import type { Item } from '../story'
import { asWritten } from '../written'
import { linkAt, linked, type PassageContext } from './scan'

const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=<>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?)*)\s*(\/?)>/y

/** Tags that emphasise words. `BREAKS` are those that break lines, `QUIET` those that change nothing that is kept. */
const SETS: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*' }
const BREAKS = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'blockquote',
  'hr',
  'table',
  'tr',
  'center',
])
const QUIET = new Set([
  'span',
  'u',
  'small',
  'sub',
  'sup',
  'font',
  'section',
  'article',
  'td',
  'th',
  'tbody',
  'thead',
  'a',
  'q',
  's',
  'abbr',
  'code',
  'pre',
])
/** The content of these elements is no text for readers. */
const WITHOUT_WORDS = new Set(['script', 'style', 'iframe', 'svg', 'object', 'template', 'noscript'])

/** Returns the attributes of a tag by their names in lower case. */
export function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name, double, single, bare] of text.matchAll(
    /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g,
  )) {
    found.set(name!.toLowerCase(), double ?? single ?? bare ?? '')
  }
  return found
}

export interface Read {
  readonly items: readonly Item[]
  readonly end: number
}

/** Reads an HTML tag or a comment at an offset; `undefined` where there is neither. */
function htmlAt(text: string, at: number, context: PassageContext): Read | undefined {
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at)
    return { items: [], end: close < 0 ? text.length : close + 3 }
  }
  TAG.lastIndex = at
  const match = TAG.exec(text)
  if (!match) return undefined
  const [whole, slash, written, rest = '', closed] = match
  const name = written!.toLowerCase()
  const end = at + whole.length
  const say = (words: string): Read => ({ items: words === '' ? [] : [{ kind: 'text', text: words }], end })
  if (name === 'br') return say('\n')
  if (SETS[name] !== undefined) return say(SETS[name])
  if (name === 'li') return say(slash ? '' : '\n- ')
  if (BREAKS.has(name)) return say(slash ? '\n\n' : '\n')
  const attributes = attributesOf(rest)
  const skipped = (): number => {
    const closing = new RegExp(`</${name}`, 'gi')
    closing.lastIndex = end
    const close = closing.exec(text)?.index ?? -1
    return close < 0 ? end : text.indexOf('>', close) + 1 || text.length
  }
  if (!slash && (name === 'img' || name === 'audio' || name === 'video')) {
    return {
      items: mediaOf(name, attributes, whole, context),
      end: name === 'img' || closed ? end : skipped(),
    }
  }
  const by = attributes.get('@data-passage')
  const to = attributes.get('data-passage') ?? by
  if (!slash && to !== undefined && (name === 'a' || name === 'button')) {
    const close = skipped()
    const words = text.slice(end, close).replace(/<\/[^<]*$/, '')
    return { items: linked(context, { say: words.trim() || to, to, by }), end: close }
  }
  if (QUIET.has(name)) {
    const href = attributes.get('href')
    if (!slash && name === 'a' && href) context.notes.add('outside-link', context.place, href)
    return say('')
  }
  if (!slash) context.notes.add('element', context.place, whole)
  return WITHOUT_WORDS.has(name) && !slash ? { items: [], end: skipped() } : say('')
}

function mediaOf(
  name: string,
  attributes: ReadonlyMap<string, string>,
  whole: string,
  context: PassageContext,
): Item[] {
  const source = attributes.get('src') ?? ''
  const file = source.startsWith('data:') && name !== 'video' ? context.embed(source) : undefined
  if (file === undefined) {
    context.notes.add('media', context.place, source.startsWith('data:') ? cut(whole, 40) : source || whole)
    return []
  }
  const words = attributes.get('alt')?.trim() ?? ''
  if (words === '') context.notes.add('media-words', context.place, '', file)
  return [{ kind: 'media', file, words }]
}

/** Reads an entity at an offset; `undefined` where there is none. */
export function entityAt(text: string, at: number): Read | undefined {
  const match = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));/i.exec(text.slice(at, at + 12))
  if (!match) return undefined
  const [whole, decimal, hex, name] = match
  const point = decimal === undefined ? (hex === undefined ? undefined : parseInt(hex, 16)) : Number(decimal)
  const letter = point === undefined ? entityNamed(name!) : entityNumbered(point)
  return letter === undefined
    ? undefined
    : { items: [{ kind: 'text', text: asWritten(letter) }], end: at + whole.length }
}

/** Reads an HTML tag, comment or entity at an offset; `undefined` where there is none. */
export function webAt(text: string, at: number, context: PassageContext): Read | undefined {
  return text[at] === '<' ? htmlAt(text, at, context) : text[at] === '&' ? entityAt(text, at) : undefined
}

/**
 * Reads what Markdown shows as it is written: a sign behind a backslash, and code between backquotes.
 * @param signs what can stand behind a backslash
 */
export function codeAt(text: string, at: number, signs: RegExp): Read | undefined {
  if (text[at] === '\\') {
    const sign = text[at + 1] ?? ''
    return signs.test(sign) ? { items: [{ kind: 'text', text: asWritten(sign) }], end: at + 2 } : undefined
  }
  if (text[at] !== '`') return undefined
  CODE.lastIndex = at
  const match = CODE.exec(text)
  return match
    ? { items: [{ kind: 'text', text: asWritten(match[2]!.trim()) }], end: at + match[0].length }
    : undefined
}
/** Inserts and links are read within code, too. */
const CODE = /(`+)((?:(?!\[\[)[^`\n{]|(?!\1(?!`))`)+)\1(?!`)/y

const MARKDOWN = /(!?)\[([^[\]\n]*)\]\(([^()\s]*)(?:\s+"[^"\n]*")?\)/y

/** Reads a link or a picture of Markdown, neither of which leads on in a story; `undefined` where there is none. */
export function markdownAt(text: string, at: number, context: PassageContext): Read | undefined {
  if (text[at] !== '[' && text[at] !== '!') return undefined
  MARKDOWN.lastIndex = at
  const match = MARKDOWN.exec(text)
  if (!match) return undefined
  const [whole, picture, words = '', address = ''] = match
  const end = at + whole.length
  if (picture) {
    const attributes = new Map([
      ['src', address],
      ['alt', words],
    ])
    return { items: mediaOf('img', attributes, whole, context), end }
  }
  context.notes.add('outside-link', context.place, address)
  return { items: [...context.words(words)], end }
}

/** Reads the markup that all story formats of Twine share: a link, an HTML tag or an entity at an offset. */
export function markAt(text: string, at: number, context: PassageContext): Read | undefined {
  const link = text[at] === '[' ? linkAt(text, at) : undefined
  return link ? { items: linked(context, link), end: link.end } : webAt(text, at, context)
}

/** Converts the markup of SugarCube, which has quotations and lowered words beside what Harlowe has. */
export const sugarText = (text: string): string =>
  wikiText(
    text
      .replaceAll(/^[ \t]*<<<[ \t]*$/gm, '')
      .replaceAll(/^>+[ \t]*(?=\S)/gm, '')
      .replaceAll(/,,((?:(?!,,)[^\n])+),,/g, '$1'),
  )

/** Converts the wiki markup of Harlowe and SugarCube to the text language of scenarios. */
export const wikiText = (text: string): string =>
  text
    .replaceAll(/''((?:(?!'').)+)''/gs, '**$1**')
    .replaceAll(/(?<![:/])\/\/((?:(?!\/\/)[^\n])+)\/\//g, '*$1*')
    .replaceAll(/(?:~~|\^\^|__|==)((?:(?!~~|\^\^|__|==)[^\n])+)(?:~~|\^\^|__|==)/g, '$1')
    .replaceAll(/^[ \t]*(?:\*|0\.)+[ \t]+(?=\S)/gm, '- ')
    .replaceAll(/^[ \t]*[#!]{1,6}[ \t]*(?=\S)/gm, '')
    .replaceAll(/^[ \t]*-{3,}[ \t]*$/gm, '')

/** Leaves out the signs with which Markdown quotes lines. Chapbook and Snowman write lists of links with them too. */
export const withoutQuotes = (text: string): string => text.replaceAll(/^[ \t]*(?:>[ \t]*)+(?=\S)/gm, '')

/** Converts Markdown to the text language of scenarios. */
export const markdown = (text: string): string =>
  text
    .replaceAll(/(?<![\p{L}\p{N}_])__(\S(?:[^\n]*?\S)??)__(?![\p{L}\p{N}_])/gu, '**$1**')
    .replaceAll(/(?<![\p{L}\p{N}_])_(\S(?:[^\n]*?\S)??)_(?![\p{L}\p{N}_])/gu, '*$1*')
    .replaceAll(/~~([^\n]+?)~~/g, '$1')
    .replaceAll(/^[ \t]*(?:[*+]|\d+\.)[ \t]+(?=\S)/gm, '- ')
    .replaceAll(/^[ \t]*#{1,6}[ \t]+(?=\S)/gm, '')
    .replaceAll(/^[ \t]*-{3,}[ \t]*$/gm, '')
