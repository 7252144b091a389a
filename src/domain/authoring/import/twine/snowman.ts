import { type Branch, type Expr, type Item } from '../story'
import { delayed } from './later'
import { codeAt, markAt, markdownAt, withoutQuotes } from './markup'
import { expressionIn, Gathered, leadsBy, leadsTo, linkAt, withWords, type PassageContext } from './scan'
import { assignmentsIn } from './assignments'

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'print' | 'code'; readonly text: string }

/** Returns where the links of a text begin and end. */
const linksIn = (text: string): [number, number][] =>
  [...text.matchAll(LINKS)].map(({ index, 0: whole }) => [
    index,
    linkAt(text, index)?.end ?? index + whole.length,
  ])
/** Matches links in double brackets, and elements that lead to a passage. */
const LINKS =
  /\[\[(?:(?!\[\[|\]\]).)+\]\]|<(a|button)\b[^<>]*\bdata-passage=(?:(?!<\/\1\b)[\s\S]){0,500}<\/\1\s*>/gi

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  const links = linksIn(text)
  let link = 0
  for (const match of text.matchAll(/<%([=-]?)([\s\S]*?)%>/g)) {
    // The words of a link are read with the link.
    while (link < links.length && links[link]![1] <= match.index) link += 1
    if (link < links.length && links[link]![0] < match.index) continue
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) })
    pieces.push({ kind: match[1] === '' ? 'code' : 'print', text: match[2]!.trim() })
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) })
  return pieces
}

const IF = /^if\s*\(([\s\S]*)\)\s*\{$/
const ELSE_IF = /^\}\s*else\s+if\s*\(([\s\S]*)\)\s*\{$/
const ELSE = /^\}\s*else\s*\{$/
const SET =
  /^(?:window\.|setup\.)?(?:story\.)?(?:state|s)\.(?:active\.variables\.)?([\p{L}_][\p{L}\p{N}_]*)\s*(=(?!=)|\+=|-=|\+\+|--)\s*([\s\S]*)$/u

/** Returns the expression with which Snowman names the goal of a link; `undefined` for the name of a passage. */
export const goalOfSnowman = (to: string): string | undefined =>
  /^<%[=-](?!.*<%)([\s\S]*?)%>$/.exec(to)?.[1]?.trim()

/** Reads the text of a passage in the notation of Snowman: Markdown, links, and templates with code. */
export function readSnowman(text: string, context: PassageContext): Item[] {
  const read = (words: string, inner: PassageContext): Item[] =>
    new Snowman(piecesOf(words), inner).until(false).items
  return read(withoutQuotes(text), withWords(context, read))
}

class Snowman {
  #at = 0
  constructor(
    private readonly pieces: readonly Piece[],
    private readonly context: PassageContext,
  ) {}

  /**
   * Reads up to the end of a condition, or to the end of the text.
   * @param inside true within a condition
   */
  until(inside: boolean): { items: Item[]; closing: string | undefined } {
    const found = new Gathered()
    while (this.#at < this.pieces.length) {
      const piece = this.pieces[this.#at]!
      this.#at += 1
      if (piece.kind === 'text') found.add(...textIn(piece.text, this.context))
      else if (piece.kind === 'print') {
        found.add({
          kind: 'print',
          value: expressionIn(this.context, piece.text),
          text: `<%= ${piece.text} %>`,
        })
      } else if (inside && (piece.text === '}' || ELSE.test(piece.text) || ELSE_IF.test(piece.text))) {
        return { items: found.items, closing: piece.text }
      } else found.add(...this.#code(piece.text))
    }
    return { items: found.items, closing: undefined }
  }

  #code(code: string): Item[] {
    const test = IF.exec(code)
    if (test) return [this.#conditional(test[1]!, `<% ${code} %>`)]
    let depth = 0
    return code
      .split(/;|\n/)
      .map((part) => part.trim())
      .filter(Boolean)
      .flatMap((part): Item[] => {
        const items = this.#statement(part)
        // What stands within a function or a condition does not simply happen on arrival.
        const inside = depth > 0
        depth = Math.max(0, depth + part.split('{').length - part.split('}').length)
        return inside ? delayed(items, { text: `<% ${code} %>` }) : items
      })
  }

  #statement(part: string): Item[] {
    const match = SET.exec(part)
    if (match) {
      const [, name, sign, value] = match
      const own = name!.startsWith('_') ? name : `$${name}`
      const said = `${own} ${sign} ${value}`.trim()
      return assignmentsIn(said, this.context, `<% ${part} %>`)
    }
    const show = /^(?:window\.)?(?:story|passage)\.show\(\s*(["'])(.+?)\1\s*\)$/.exec(part)
    if (show) return [leadsTo(this.context, show[2]!, `<% ${part} %>`)]
    const shown = /^(?:window\.)?(?:story|passage)\.show\(([^,]+)\)$/.exec(part)
    if (shown) return [leadsBy(this.context, shown[1]!.trim(), `<% ${part} %>`)]
    if (!/^[{}]$/.test(part)) this.context.notes.add('macro', this.context.place, `<% ${part} %>`)
    return []
  }

  #conditional(first: string, text: string): Item {
    const branches: Branch[] = []
    let when: Expr | undefined = expressionIn(this.context, first)
    for (;;) {
      const { items, closing } = this.until(true)
      branches.push(when ? { when, items } : { items })
      if (closing === undefined || closing === '}') break
      const next = ELSE_IF.exec(closing)
      when = next ? expressionIn(this.context, next[1]!) : undefined
    }
    return { kind: 'if', branches, text }
  }
}

function textIn(text: string, context: PassageContext): Item[] {
  const found = new Gathered()
  let at = 0
  while (at < text.length) {
    const sign = text[at]!
    const read =
      codeAt(text, at, /[\\`*_{}[\]()#+\-.!~>|]/) ??
      markdownAt(text, at, context) ??
      markAt(text, at, context)
    if (read) {
      found.add(...read.items)
      at = read.end
      continue
    }
    found.text(sign)
    at += 1
  }
  return found.items
}
