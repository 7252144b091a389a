import { allOf } from '../expression'
import { literal, operation, type Branch, type Expr, type Item } from '../story'
import { codeAt, markAt, markdownAt, withoutQuotes } from './markup'
import {
  closingOf,
  expressionIn,
  Gathered,
  leadsBy,
  leadsTo,
  linked,
  offered,
  splitAt,
  unquoted,
  withWords,
  type PassageContext,
} from './scan'

const VARIABLE = /^([\p{L}_][\p{L}\p{N}_.]*)\s*(?:\(([^)]*)\))?\s*:\s*(.+)$/u
const MODIFIER = /^\[([^[\]]+)\]$/
const CONDITION = /^(if|unless|ifalways|ifnever)\b\s*(.*)$/i
/** Modifiers that concern only the look or the end of a section. */
const QUIET = /^(?:continued?|cont'?d?\b|\/\/|note|note to myself|todo|fixme)/i

/** Returns the expression with which Chapbook names the goal of a link; `undefined` for the name of a passage. */
export const goalOfChapbook = (to: string): string | undefined => /^\{([^{}:]+)\}$/.exec(to)?.[1]?.trim()

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

/** What the modifiers above a section say of it. */
interface Section {
  readonly when: Expr | undefined
  readonly isElse: boolean
  /** What stands between the section before it and this one. */
  readonly between: '' | ' ' | '\n\n'
  readonly skip: boolean
}

/** What a passage begins with. Where another passage embeds it, it goes on in the line of that one. */
const FIRST: Section = { when: undefined, isElse: false, between: '', skip: false }

/** Reads the modifiers of a section: `[if knows; append]`. Several conditions hold together. */
function sectionUnder(modifiers: string, context: PassageContext): Section {
  let section: Section = { ...FIRST, between: '\n\n' }
  for (const one of splitAt(modifiers, /;/y).map((part) => part.trim())) {
    const condition = CONDITION.exec(one)
    if (condition) section = { ...section, when: allOf([section.when, conditionOf(condition, context)]) }
    else if (/^else$/i.test(one)) section = { ...section, isElse: true }
    else if (/^append$/i.test(one)) section = { ...section, between: ' ' }
    else if (/^(?:note|todo|fixme)/i.test(one)) section = { ...section, skip: true }
    else if (/^(?:javascript|css)\b/i.test(one)) {
      section = { ...section, skip: true }
      context.notes.add('script', context.place, `[${one}]`)
    } else if (!QUIET.test(one)) context.notes.add('macro', context.place, `[${one}]`)
  }
  return section
}

function conditionOf([, name, test]: RegExpExecArray, context: PassageContext): Expr {
  const kind = name!.toLowerCase()
  if (kind === 'ifalways' || kind === 'ifnever') return literal(kind === 'ifalways')
  const expr = expressionIn(context, test!)
  return kind === 'unless' ? operation('not', expr) : expr
}

/** Reads the words of a section. They are a paragraph of their own unless they are appended. */
function wordsOf(lines: readonly string[], { between }: Section, context: PassageContext): Item[] {
  const text = lines.join('\n').trim()
  const items = insertsIn(text, context)
  const seen = items.filter((item) => item.kind !== 'text' || item.text.trim() !== '')
  // White space between links alone would be words that depend on a condition.
  if (seen.every(({ kind }) => kind === 'choice')) return seen
  const goesOn = between === ' ' && /^[,.;:!?…)]/.test(text)
  return between === '' || goesOn ? items : [{ kind: 'text', text: between }, ...items]
}

function sectionsOf(text: string, context: PassageContext): Item[] {
  const found = new Gathered()
  let lines: string[] = []
  let section = FIRST
  let branches: Branch[] = []
  let heading = ''
  const close = () => {
    if (branches.length > 0) found.add({ kind: 'if', branches, text: heading })
    branches = []
  }
  const flush = () => {
    const { when, isElse, skip } = section
    const items = skip ? [] : wordsOf(lines, section, context)
    lines = []
    if (when && !isElse) branches.push({ when, items })
    // Only one `[else]` can follow a condition.
    else if (isElse && branches.at(-1)?.when) branches.push(when ? { when, items } : { items })
    else found.add(...items)
  }
  for (const line of withoutQuotes(text).split('\n')) {
    const modifiers = MODIFIER.exec(line.trim())?.[1]
    if (modifiers === undefined) {
      lines.push(line)
      continue
    }
    flush()
    section = sectionUnder(modifiers, context)
    if (!section.isElse) {
      close()
      heading = `[${modifiers}]`
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
  if (name === 'link to' && call?.[2]) {
    const say = argument(body, 'label')
    if (first !== undefined) return linked(context, { say: say ?? first, to: first })
    return linked(context, { say: say ?? `{${call[2]}}`, to: call[2], by: call[2] })
  }
  if (name === 'redirect to' && call?.[2]) {
    return [first === undefined ? leadsBy(context, call[2], whole) : leadsTo(context, first, whole)]
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
    const read = codeAt(text, at, /[^\n]/) ?? markdownAt(text, at, context) ?? markAt(text, at, context)
    if (read) {
      found.add(...read.items)
      at = read.end
      continue
    }
    found.text(text[at]!)
    at += 1
  }
  return found.items
}
