/** The notation of SugarCube's macros: where one begins and ends, and what stands in it. */
import { endOfQuote, linkAt, splitAt } from './scan'

export interface Macro {
  readonly name: string
  readonly args: string
  readonly whole: string
  readonly end: number
}

const HEAD = /<<(\/?[\p{L}_=-][\p{L}\p{N}_-]*)/uy
/** Reads the macro at an offset, without its content; `undefined` where there is none. */
export function macroAt(text: string, at: number): Macro | undefined {
  HEAD.lastIndex = at
  const match = HEAD.exec(text)
  if (!match) return undefined
  let end = -1
  for (let i = at + match[0].length; i < text.length; i += 1) {
    const sign = text[i]!
    if (sign === '"' || sign === "'") {
      const quote = endOfQuote(text, i)
      if (quote > 0) i = quote
    } else if (text.startsWith('[[', i)) {
      const link = linkAt(text, i)
      if (link) i = link.end - 1
    } else if (text.startsWith('>>', i)) {
      end = i
      break
    }
  }
  if (end < 0) return undefined
  const name = match[1]!
  const args = text.slice(at + match[0].length, end).trim()
  return { name, args, whole: text.slice(at, end + 2), end: end + 2 }
}

/** Returns the macros of a text, with their offsets. */
export function* macrosIn(text: string): Generator<[number, string]> {
  for (let at = text.indexOf('<<'); at >= 0;) {
    const end = text.indexOf('>>', at)
    if (end < 0) return
    yield [at, text.slice(at, end)]
    at = text.indexOf('<<', end)
  }
}

/** Splits the arguments of a macro. One in backquotes is an expression. */
export function argumentsOf(args: string): string[] {
  const quoted = /^`[^`]*`/.exec(args)?.[0]
  if (quoted === undefined) return splitAt(args, /\s+/y)
  const rest = args.slice(quoted.length).trim()
  return rest === '' ? [quoted] : [quoted, ...splitAt(rest, /\s+/y)]
}

/** Joins lines as SugarCube does where somebody has written them for the eye of the author alone. */
const oneLine = (text: string): string =>
  text.replaceAll(/^\s*\n|\n\s*$/g, '').replaceAll(/[ \t]*\n\s*/g, ' ')
const NO_BREAKS = /<<nobr>>([\s\S]*?)<<\/nobr>>/g

/**
 * Returns true if no passage of a story shows its line breaks.
 * @param scripts the code of the story
 */
export const isWithoutBreaks = (scripts: readonly string[]): boolean =>
  scripts.some((code) => /\b[Cc]onfig\.passages\.nobr\s*=\s*true\b/.test(code))

/** Returns the text of a passage with the line breaks that are shown. */
export const withBreaks = (text: string, none: boolean): string =>
  none ? oneLine(text) : text.replaceAll(NO_BREAKS, (_, inside: string) => oneLine(inside))
