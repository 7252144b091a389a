import { constantOf } from '../expression'
import { operation, unknown, variable, type Branch, type Expr, type Item } from '../story'
import { asWritten } from '../written'
import { assignmentsIn, isAssignment } from './assignments'
import { delayed, delayOf, onlyDo } from './later'
import { webAt } from './markup'
import {
  expressionIn,
  Gathered,
  leadsBy,
  leadsTo,
  linkAt,
  linked,
  offered,
  splitAt,
  temporariesIn,
  unquoted,
  withWords,
  type PassageContext,
} from './scan'
import { nameOf } from './parse-expression'
import { argumentsOf, macroAt, macrosIn, withBreaks, type Macro } from './sugarcube-macros'

/** Matches a variable in a text, with the parts of its value that are asked for. */
const PRINTED =
  /([$]|(?<![\p{L}\p{N}_])_)([\p{L}_][\p{L}\p{N}_]*)((?:\.[\p{L}_][\p{L}\p{N}_]*|\[(?:\d+|"[^"\]]*"|'[^'\]]*'|[$_][\p{L}_][\p{L}\p{N}_]*)\])*)/uy

/** What stands between these marks is shown as it is written. */
const VERBATIM = [
  ['"""', '"""'],
  ['{{{', '}}}'],
  ['<nowiki>', '</nowiki>'],
] as const

/** What is said within these macros is never shown, only what is done. */
const SILENT = new Set(['silently', 'silent'])

function doneIn(items: readonly Item[]): Item[] {
  return items.flatMap((item): Item[] => {
    if (item.kind === 'if')
      return [{ ...item, branches: item.branches.map((one) => ({ ...one, items: doneIn(one.items) })) }]
    return item.kind === 'set' || item.kind === 'goto' ? [item] : []
  })
}

/** The content of these macros is read like any other text, and the macros themselves are dropped without a note. */
const QUIET = new Set(['nobr', 'do', 'default'])
/** The content of these macros is there only after some time. */
const LATER = new Set(['timed', 'repeat'])
/** The content of these macros is read at once, though the macros themselves are not taken over. */
const AT_ONCE = new Set(['append', 'prepend', 'replace', 'copy', 'capture', 'done', 'for'])
/** The content of these macros is code. */
const CODE = new Set(['script', 'widget', 'style'])

/** Returns an expression without the backquotes that make it an argument. */
const bare = (written: string): string => written.trim().replace(/^`([^`]*)`$/, '$1')

const GOAL =
  /^(?:[$_][\p{L}_][\p{L}\p{N}_]*(?:[.[].*|\s*\+.+)?|(?:setup|State|window)[.[].+|(?:previous|passage|either|random)\(.*\)|(?:"[^"]*"|'[^']*')\s*\+.+)$/su

/** Returns the expression with which SugarCube names the goal of a link; `undefined` for the name of a passage. */
export const goalOfSugarCube = (to: string): string | undefined => (GOAL.test(to) ? to : undefined)

/** Reads the text of a passage in the notation of SugarCube. */
export function readSugarCube(text: string, context: PassageContext): Item[] {
  return new SugarCube(withBreaks(text, context.withoutBreaks), context).until([]).items
}

class SugarCube {
  #at = 0
  #temporary: ReadonlyMap<string, number> | undefined
  /** Where the last of each closing mark stands. */
  readonly #last = new Map<string, number>()
  private readonly context: PassageContext
  /** @param known tells which temporary variables are known where the text stands */
  constructor(
    private readonly text: string,
    context: PassageContext,
    private readonly known?: (name: string) => boolean,
  ) {
    this.context = known
      ? context
      : withWords(
          context,
          (words, inner) => new SugarCube(words, inner, (name) => this.#isTemporary(name)).until([]).items,
        )
  }

  /** Reads up to one of the given macros, or to the end of the text. */
  until(closing: readonly string[]): { items: Item[]; closed: Macro | undefined } {
    const { text, context } = this
    const found = new Gathered()
    while (this.#at < text.length) {
      const sign = text[this.#at]!
      const macro = sign === '<' && this.#isAhead('>>') ? macroAt(text, this.#at) : undefined
      if (macro) {
        this.#at = macro.end
        if (closing.includes(macro.name)) return { items: found.items, closed: macro }
        found.add(...this.#macro(macro))
        continue
      }
      const link = sign === '[' ? linkAt(text, this.#at) : undefined
      if (link) {
        const before = link.setter === '' ? [] : assignmentsIn(link.setter, context, '')
        found.add(...linked(context, link, before))
        this.#at = link.end
        continue
      }
      if (this.#comment() || this.#verbatim(found) || this.#picture(found) || this.#print(found)) continue
      const read = webAt(text, this.#at, context)
      if (read) {
        found.add(...read.items)
        this.#at = read.end
        continue
      }
      if (text.startsWith('@@', this.#at)) {
        const style = /^@@(?:[^@\n;]*;)?/.exec(text.slice(this.#at, this.#at + 200))!
        if (style[0].length > 2) context.notes.add('style', context.place, style[0])
        this.#at += style[0].length
        continue
      }
      if (sign === '\\' && text[this.#at + 1] === '\n') this.#at += 2
      else {
        found.text(sign)
        this.#at += 1
      }
    }
    return { items: found.items, closed: undefined }
  }

  /** Returns true if a mark stands anywhere behind this place. Text in which many are missing is searched once. */
  #isAhead(mark: string): boolean {
    const last = this.#last.get(mark) ?? this.text.lastIndexOf(mark)
    this.#last.set(mark, last)
    return last >= this.#at
  }

  #comment(): boolean {
    const rest = this.text.slice(this.#at, this.#at + 2)
    const close = rest === '/*' ? '*/' : rest === '/%' ? '%/' : undefined
    const end = close === undefined || !this.#isAhead(close) ? -1 : this.text.indexOf(close, this.#at + 2)
    if (end < 0) return false
    this.#at = end + 2
    return true
  }

  /** Reads words between marks within which nothing is notation. */
  #verbatim(found: Gathered): boolean {
    const marks = VERBATIM.find(([open]) => this.text.startsWith(open, this.#at))
    if (!marks) return false
    const start = this.#at + marks[0].length
    const end = this.#isAhead(marks[1]) ? this.text.indexOf(marks[1], start) : -1
    if (end < 0) return false
    found.text(asWritten(this.text.slice(start, end)))
    this.#at = end + marks[1].length
    return true
  }

  /** Reads `[img[picture.png]]`, with or without a passage that it leads to. */
  #picture(found: Gathered): boolean {
    const match = /^\[(?:<|>)?img\[([^\]]+)\](?:\[([^\]]+)\])?(?:\[[^\]]*\])?\]/i.exec(
      this.text.slice(this.#at, this.#at + 2000),
    )
    if (!match) return false
    const { context } = this
    const [alt, source] = match[1]!.includes('|') ? match[1]!.split('|') : ['', match[1]!]
    const file = source!.startsWith('data:') ? context.embed(source!) : undefined
    if (file === undefined) context.notes.add('media', context.place, source!)
    else found.add({ kind: 'media', file, words: alt!.trim() })
    if (match[2] !== undefined) found.add(...linked(context, { say: alt!.trim() || match[2], to: match[2] }))
    this.#at += match[0].length
    return true
  }

  /** Reads a variable that stands in the text, `$name` or `_name`, also with a part of its value: `$caller.name`. */
  #print(found: Gathered): boolean {
    PRINTED.lastIndex = this.#at
    const match = PRINTED.exec(this.text)
    if (!match) return false
    const [whole, sigil, name, part] = match
    // A temporary variable lives in one passage. Any other word with a low line in front is a word.
    if (sigil === '_' && !this.#isTemporary(name!)) return false
    const value = part === '' ? variable(nameOf(whole)) : unknown(whole)
    found.add({ kind: 'print', value, text: whole })
    this.#at += whole.length
    return true
  }

  /** Returns true for a temporary variable that a macro before this place names. */
  #isTemporary(name: string): boolean {
    this.#temporary ??= temporariesIn(macrosIn(this.text))
    return (this.#temporary.get(name) ?? Infinity) < this.#at || this.known?.(name) === true
  }

  #lost({ whole }: Macro): void {
    this.context.notes.add('macro', this.context.place, whole)
  }

  #macro(macro: Macro): Item[] {
    const { context } = this
    const { name, args, whole } = macro
    switch (name) {
      case 'if':
        return [this.#conditional(macro)]
      case 'switch':
        return [this.#switch(macro)]
      case 'set':
        return assignmentsIn(args, context, whole)
      case 'unset':
        return args
          .split(/[\s,]+/)
          .filter(Boolean)
          .map((one) => ({
            kind: 'set',
            name: nameOf(one),
            value: { kind: 'value', value: false },
            text: whole,
          }))
      case 'run':
        return this.#run(macro)
      case 'print':
      case '=':
      case '-':
        return [{ kind: 'print', value: expressionIn(context, args), text: whole }]
      case 'goto': {
        const to = linkAt(args, 0)?.to ?? unquoted(splitAt(args, /\s/y)[0] ?? '')
        return [to === undefined ? leadsBy(context, bare(args), whole) : leadsTo(context, to, whole)]
      }
      case 'include':
      case 'display': {
        const to = this.#passageIn(args)
        const shown = to === undefined ? undefined : context.include(to)
        if (shown) return [...shown]
        break
      }
      case 'link':
      case 'button':
      case 'click':
        return this.#link(macro)
      case 'linkreplace':
      case 'linkappend':
      case 'linkprepend': {
        const words = this.#words(argumentsOf(args)[0]!)
        return offered(context, words, this.until([`/${name}`]).items)
      }
      case 'actions':
      case 'choice':
        return this.#older(macro)
    }
    if (QUIET.has(name)) return this.#inside(name)
    if (SILENT.has(name)) return doneIn(this.#inside(name))
    if (CODE.has(name)) {
      this.#lost(macro)
      const close = this.text.indexOf(`<</${name}>>`, this.#at)
      if (close >= 0) this.#at = close + name.length + 5
      return []
    }
    return this.#notTaken(macro)
  }

  /** Reads the content of a macro that is not taken over. What happens only later must not happen on arrival. */
  #notTaken(macro: Macro): Item[] {
    const { name, args, whole } = macro
    const from = this.#at
    const inside = name.startsWith('/') ? [] : this.#inside(name)
    const isLater = LATER.has(name)
    // What stands behind a `<<next>>` waits for longer.
    const inSteps = this.text.slice(from, this.#at).includes('<<next')
    const ms = isLater && !inSteps ? delayOf(args) : undefined
    // A jump alone becomes a time limit, or is noted where it can't.
    if (!isLater || !onlyDo(inside)) this.#lost(macro)
    if (AT_ONCE.has(name)) return inside
    const later = { text: whole, ...(ms === undefined ? {} : { ms }) }
    return delayed(inside, later, isLater ? undefined : ['goto'])
  }

  /** Reads the content between a macro and its closing one; an empty list if it is not closed. */
  #inside(name: string): Item[] {
    if (!this.#isAhead(`<</${name}>>`)) return []
    return this.until([`/${name}`]).items
  }

  #passageIn(args: string): string | undefined {
    const link = linkAt(args, 0)
    const first = splitAt(args, /\s/y)[0] ?? ''
    const value = link?.to ?? unquoted(first) ?? constantOf(expressionIn(this.context, args))
    return typeof value === 'string' ? value : undefined
  }

  #run(macro: Macro): Item[] {
    if (isAssignment(macro.args)) return assignmentsIn(macro.args, this.context, macro.whole)
    this.#lost(macro)
    return []
  }

  /** Reads `<<link "words" "passage">>…<</link>>`, or the form with a link in double brackets. */
  #link(macro: Macro): Item[] {
    const { args, name } = macro
    const body = this.until([`/${name}`]).items
    const link = linkAt(args, 0)
    const [first = '', second] = argumentsOf(args)
    const words = link ? this.context.words(link.say) : this.#words(first)
    const to = link?.to ?? (second === undefined ? undefined : unquoted(second))
    const by = to === undefined && second !== undefined ? bare(second) : undefined
    if (to === undefined && by === undefined) return offered(this.context, words, body)
    const done = body.filter(({ kind }) => kind !== 'goto')
    const say = link?.say ?? unquoted(first) ?? first
    return linked(this.context, { say, to: to ?? '', by }, done, words)
  }

  /** Reads the words of a link, which an expression may make. */
  #words(written: string): readonly Item[] {
    const say = unquoted(written)
    if (say !== undefined) return this.context.words(say)
    const value = expressionIn(this.context, bare(written))
    return [{ kind: 'print', value, text: written }]
  }

  /** Reads the lists of links that older versions of SugarCube had. */
  #older({ args }: Macro): Item[] {
    const found: Item[] = []
    for (let at = args.indexOf('[['); at >= 0; at = args.indexOf('[[', at + 1)) {
      const link = linkAt(args, at)
      if (link) found.push(...linked(this.context, link))
    }
    if (found.length > 0) return found
    return splitAt(args, /\s+/y).flatMap((part) => {
      const to = unquoted(part)
      return to === undefined ? [] : linked(this.context, { say: to, to })
    })
  }

  #conditional(first: Macro): Item {
    const branches: Branch[] = []
    let when: Expr | undefined = expressionIn(this.context, first.args)
    for (;;) {
      const { items, closed } = this.until(['elseif', 'else', '/if', 'endif'])
      branches.push(when ? { when, items } : { items })
      if (!closed || closed.name === '/if' || closed.name === 'endif') break
      const test: string = closed.name === 'elseif' ? closed.args : closed.args.replace(/^if\b/, '').trim()
      when = closed.name === 'else' && test === '' ? undefined : expressionIn(this.context, test)
    }
    return { kind: 'if', branches, text: first.whole }
  }

  #switch({ args, whole }: Macro): Item {
    const branches: Branch[] = []
    let { closed } = this.until(['case', 'default', '/switch'])
    while (closed && closed.name !== '/switch') {
      const label: Macro = closed
      const read = this.until(['case', 'default', '/switch'])
      const values = splitAt(label.args, /\s+/y).filter(Boolean)
      const tests = values.map((value) =>
        operation('==', expressionIn(this.context, args), expressionIn(this.context, value)),
      )
      const { items } = read
      if (label.name === 'default') branches.push({ items })
      else branches.push({ when: tests.length === 1 ? tests[0]! : operation('or', ...tests), items })
      closed = read.closed
    }
    return { kind: 'if', branches, text: whole }
  }
}
