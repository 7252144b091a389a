import { valueAt } from '../../scenario/json-path'
import { plainText } from '../../scenario/text-language'
import { BASIC_ENTITIES } from '../basic-entities'
import { proposal, similar, type At, type Fixes, type Proposal } from './at'

const words = (at: At): string => String(at.value)

/** Returns a character by its number; the replacement character for a number that none has. */
const characterOf = (number: number): string => (number <= 0x10ffff ? String.fromCodePoint(number) : '\ufffd')

/**
 * Removes HTML and Markdown links from a text, and decodes entities. Screens would show all of them letter for letter.
 */
function withoutMarkup(text: string): string {
  return text
    .replaceAll(/!?\[([^\]\n]*)\][([][^)\]\n]*[)\]]/g, '$1')
    .replaceAll(/<((?:https?|mailto):[^>\s]*)>/gi, '$1')
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replaceAll(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi, '')
    .replaceAll(/&(amp|lt|gt|quot|apos|nbsp);/gi, (_, name: string) => BASIC_ENTITIES[name.toLowerCase()]!)
    .replaceAll(/&#(\d+);/g, (_, number: string) => characterOf(Number(number)))
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, number: string) => characterOf(Number.parseInt(number, 16)))
}

// oxlint-disable-next-line no-control-regex -- that is what is taken out
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu

/** Line breaks of other systems and programs. */
const BREAKS = /\r\n?|[\u0085\u2028\u2029]/g

const plain = (at: At, text: string): Proposal[] =>
  text.trim() === '' ? [] : [proposal('fix.plain-words', { text }, at.put(at.path, text))]

/** Proposes to copy the words of another language to one that lacks them. */
function copied(at: At): Proposal[] {
  const outer = at.around()
  const text = (valueAt(at.document, outer) ?? {}) as Record<string, string>
  const [from] = at.languages.filter((language) => text[language] !== undefined)
  const any = from ?? Object.keys(text)[0]
  if (any === undefined) return []
  return [proposal('fix.copy-text', { from: any, to: at.name }, at.put(at.path, phraseIn(at, text[any]!)))]
}

/**
 * Returns the phrase if the text of the beat contains it, and otherwise the whole text: a marked phrase must stand in
 * its text.
 */
function phraseIn(at: At, phrase: string): string {
  const { path } = at
  if (path[path.length - 2] !== 'phrase') return phrase
  const beat = valueAt(at.document, path.slice(0, -4)) as { text?: Record<string, string> }
  const text = beat.text?.[at.name]
  return text === undefined || plainText(text).includes(plainText(phrase)) ? phrase : plainText(text)
}

export const TEXT_FIXES: Fixes = {
  'missing-translation': copied,
  'stray-translation': (at) => [proposal('fix.remove-language', { language: at.name }, at.without(at.path))],
  'unknown-placeholder': (at, { placeholder, known }) => [
    ...similar(placeholder, known, 2).map((name) =>
      proposal(
        'fix.use',
        { was: placeholder, name },
        at.put(at.path, words(at).replaceAll(placeholder, name)),
      ),
    ),
    ...plain(at, words(at).replaceAll(placeholder, placeholder.slice(1, -1))),
  ],
  'placeholder-not-here': (at, { placeholder }) =>
    plain(at, words(at).replaceAll(placeholder, placeholder.slice(1, -1))),
  'bad-placeholder': (at) =>
    plain(
      at,
      words(at).replaceAll(/(\{[\p{L}\p{N}_-]*\})|[{}]/gu, (_, whole: string | undefined) => whole ?? ''),
    ),
  'unwelcome-markup': (at) => plain(at, withoutMarkup(words(at))),
  'control-character': (at) => plain(at, words(at).replaceAll(BREAKS, '\n').replaceAll(CONTROLS, '')),
  'phrase-not-in-text': (at) => {
    const mark = at.around(2)
    const { cue } = valueAt(at.document, mark) as { cue: string }
    return [proposal('fix.mark-all', { cue }, at.put(mark, cue))]
  },
}
