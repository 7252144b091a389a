import { operation, type Branch, type Expr, type Item } from '../story'
import { markAt } from './markup'
import {
  closingOf,
  expressionIn,
  Gathered,
  linked,
  offered,
  splitAt,
  unquoted,
  withWords,
  type PassageContext,
} from './scan'

const VARIABLE = /^([\p{L}_][\p{L}\p{N}_.]*)\s*(?:\(([^)]*)\))?\s*:\s*(.+)$/u
const MODIFIER = /^\[([^[\]]+)\]$/
/** Modifiers that concern only the look or the end of a section. */
const QUIET = /^(?:continued?|cont'?d?\b|\/\/|note|note to myself|todo|fixme)/i

/**
 * Reads the text of a passage in the notation of Chapbook: variables stand above a line of two hyphens, and modifiers
 * begin sections.
 */
export function readChapbook(text: string, around: PassageContext): Item[] {
  const context = withWords(around, insertsIn)
  const match = /^([\s\S]*?)(?:^|\n)--\n([\s\S]*)$/.exec(text)
  const items: Item[] = match ? variablesOf(match[1]!, context) : []
  return [...items, ...sectionsOf(match ? match[2]! : text, context)]
}

function variablesOf(text: string, context: PassageContext): Item[] {
  return text.split('\n').flatMap((line): Item[] => {
    if (line.trim() === '') return []
    const match = VARIABLE.exec(line.trim())
    if (!match || match[1]!.includes('.')) {
      context.notes.add('variable', context.place, line)
      return []
    }
    const [, name, condition, value] = match
    const set: Item = { kind: 'set', name: name!, value: expressionIn(context, value!), text: line.trim() }
    if (condition === undefined) return [set]
    return [
      { kind: 'if', branches: [{ when: expressionIn(context, condition), items: [set] }], text: line.trim() },
    ]
  })
}

function sectionsOf(text: string, context: PassageContext): Item[] {
  const found = new Gathered()
  let lines: string[] = []
  let branches: Branch[] | undefined
  let when: Expr | undefined
  let skip = false
  let heading = ''
  const flush = () => {
    const items = skip ? [] : insertsIn(lines.join('\n'), context)
    lines = []
    if (branches) branches.push(when ? { when, items } : { items })
    else found.add(...items)
  }
  const close = () => {
    if (branches) found.add({ kind: 'if', branches, text: heading })
    branches = undefined
  }
  for (const line of text.split('\n')) {
    const modifier = MODIFIER.exec(line.trim())?.[1]
    if (modifier === undefined) {
      lines.push(line)
      continue
    }
    flush()
    skip = false
    for (const one of splitAt(modifier, /;/y).map((part) => part.trim())) {
      const condition = /^(if|unless|ifalways|ifnever)\b\s*(.*)$/i.exec(one)
      if (/^else$/i.test(one)) {
        when = undefined
        branches ??= []
      } else if (condition) {
        close()
        branches = []
        heading = `[${modifier}]`
        const expr = expressionIn(context, condition[2]!)
        when = condition[1]!.toLowerCase() === 'unless' ? operation('not', expr) : expr
      } else {
        close()
        if (/^(?:note|todo|fixme)/i.test(one)) skip = true
        if (/^(?:javascript|css)\b/i.test(one)) {
          skip = true
          context.notes.add('script', context.place, `[${one}]`)
        } else if (!QUIET.test(one)) context.notes.add('macro', context.place, `[${one}]`)
      }
    }
  }
  flush()
  close()
  return found.items
}

/** Returns the text of a named argument of an insert, such as `label: 'x'`. */
function argument(args: string, name: string): string | undefined {
  for (const part of splitAt(args, /,/y)) {
    const match = /^\s*([\p{L} ]+):\s*([\s\S]+)$/u.exec(part)
    if (match?.[1]!.trim() === name) return unquoted(match[2]!)
  }
  return undefined
}

function insert(body: string, context: PassageContext): Item[] {
  const whole = `{${body}}`
  const call = /^([\p{L}][\p{L} ]*?)\s*(?::\s*([\s\S]*))?$/u.exec(splitAt(body, /,/y)[0]!.trim())
  const name = call?.[1]?.toLowerCase() ?? ''
  const first = call?.[2] === undefined ? undefined : unquoted(call[2])
  if (name === 'embed passage' || name === 'embed passage named') {
    const shown = first === undefined ? undefined : context.include(first)
    if (shown) return [...shown]
  }
  if (name === 'link to' && first !== undefined) {
    return linked(context, { say: argument(body, 'label') ?? first, to: first })
  }
  if (name === 'reveal link' && first !== undefined) {
    const text = argument(body, 'text')
    const passage = argument(body, 'passage')
    const items =
      text === undefined
        ? passage === undefined
          ? undefined
          : context.include(passage)
        : insertsIn(text, context)
    if (items) return offered(context, context.words(first), items)
  }
  if (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(body.trim()) && call?.[2] === undefined) {
    return [{ kind: 'print', value: expressionIn(context, body.trim()), text: whole }]
  }
  context.notes.add('macro', context.place, whole)
  return []
}

function insertsIn(text: string, context: PassageContext): Item[] {
  const found = new Gathered()
  let at = 0
  while (at < text.length) {
    const sign = text[at]!
    const close = sign === '{' ? closingOf(text, at) : -1
    if (close > 0) {
      found.add(...insert(text.slice(at + 1, close), context))
      at = close + 1
      continue
    }
    const read = markAt(text, at, context)
    if (read) {
      found.add(...read.items)
      at = read.end
      continue
    }
    if (sign === '\\' && at + 1 < text.length) at += 1
    found.text(text[at]!)
    at += 1
  }
  return found.items
}
