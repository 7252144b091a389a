import { operation, unknown, variable, type Branch, type Expr, type Item } from '../story'
import { asWritten } from '../written'
import { delayed, delayOf, onlyDo } from './later'
import { markAt } from './markup'
import {
  closingOf,
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

const MACRO = /\(([$]?[\p{L}_][\p{L}\p{N}_-]*):/uy
const SET = /^\s*([$_][\p{L}_][\p{L}\p{N}_]*)\s+(?:to|=)\s+([\s\S]+)$/u
const PUT = /^([\s\S]+?)\s+into\s+([$_][\p{L}_][\p{L}\p{N}_]*)\s*$/u

/** What is attached to these macros is there only later, or after the reader has done something. */
const LATER =
  /^(?:live|event|after|more|hidden|(?:click|mouseover|mouseout)(?:replace|append|prepend|rerun)?)$/
/** What is attached to these macros is read at once, whether or not they were taken over. */
const AT_ONCE = new Set(['for', 'loop', 'append', 'prepend', 'replace', 'dialog'])
/** Matches the lines that align the words after them or put them in columns. */
const LAYOUT = /[ \t]*(?:=+>|<=+>?|=+><=+|(?=[=|]*=)=*\|+[=|]*)[ \t]*$/my
/** Macros that change only how words look. The words are kept. */
const STYLES = new Set(
  'align background bg box button buttons charstyle collapse css font hoverstyle hook linestyle matchbox opacity size t8n t8ndelay t8ndepart t8narrive t8nskip t8ntime text textcolor textcolour textindent textrotate textrotatex textrotatey textrotatez textsize textstyle textopacity transition transitiondepart transitionarrive transitiontime transitiondelay transitionskip verbatim v6m nobr'.split(
    ' ',
  ),
)
/** The words of these macros are no notation. */
const VERBATIM = new Set(['verbatim', 'v6m'])
const LINKS = new Set(['link', 'linkreplace', 'linkreveal', 'linkrepeat', 'linkrerun', 'linkreplace'])
const LINKS_TO = new Set(['linkgoto', 'linkrevealgoto', 'linkundo', 'linkstorylet'])
const NAME = /^[$_][\p{L}_][\p{L}\p{N}_]*(?:'s\s.+|\s*\+.+)?$/su

/** Returns the expression with which Harlowe names the goal of a link; `undefined` for the name of a passage. */
export const goalOfHarlowe = (to: string): string | undefined =>
  /^\((?:print|text|str|string)\s*:([^()]+)\)$/i.exec(to)?.[1]?.trim() ??
  (NAME.test(to) || /^\([\p{L}][\p{L}-]*:.*\)/su.test(to) ? to : undefined)

const SHOWS = new Set(['print', 'text', 'str', 'string', 'num', 'number'])
/** These macros give a value that nobody knows before, and that keeps its place among the words. */
const UNKNOWN = new Set(
  'either random cond nth joined uppercase lowercase upperfirst lowerfirst words round floor ceil max min'.split(
    ' ',
  ),
)

interface Macro {
  readonly name: string
  readonly args: string
  readonly whole: string
  readonly end: number
}

/** Reads the text of a passage in the notation of Harlowe. */
export function readHarlowe(text: string, context: PassageContext): Item[] {
  return new Harlowe(text, context).until(undefined)
}

/** Returns the macros in which a story can set temporary variables, with their offsets. */
function* settersIn(text: string): Generator<[number, string]> {
  for (const { index } of text.matchAll(/\((?:set|put|move|unpack|for|loop)\s*:/gi)) {
    const end = closingOf(text, index)
    if (end > 0) yield [index, text.slice(index, end)]
  }
}

/** Returns the offset of the bracket that closes a hook; -1 if none does. Other brackets are words here. */
function endOfHook(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '[') depth += 1
    else if (text[at] === ']' && --depth === 0) return at
  }
  return -1
}

class Harlowe {
  #at = 0
  /** How many hooks with a closing bracket are open. */
  #hooks = 0
  #temporary: ReadonlyMap<string, number> | undefined
  private readonly context: PassageContext
  /** @param known tells which temporary variables are known where the text stands */
  constructor(
    private readonly text: string,
    context: PassageContext,
    private readonly known?: (name: string) => boolean,
  ) {
    this.context = known
      ? context
      : withWords(context, (words, inner) =>
          new Harlowe(words, inner, (name) => this.#isTemporary(name)).until(undefined),
        )
  }

  /** Returns true for a temporary variable that a macro before this place sets. Other such words are words. */
  #isTemporary(name: string): boolean {
    this.#temporary ??= temporariesIn(settersIn(this.text))
    return (this.#temporary.get(name) ?? Infinity) < this.#at || this.known?.(name) === true
  }

  /**
   * Reads up to the bracket that closes a hook, or to the end of the text.
   * @param close `around` for a hook that has no closing bracket: it ends with the one around it
   */
  until(close: ']' | 'around' | undefined): Item[] {
    const { text, context } = this
    const found = new Gathered()
    while (this.#at < text.length) {
      const sign = text[this.#at]!
      if (sign === ']' && (close === ']' || (close === 'around' && this.#hooks > 0))) {
        if (close === ']') this.#at += 1
        return found.items
      }
      if (this.#layout()) continue
      const macro = sign === '(' ? this.#macroAt(this.#at) : undefined
      if (macro) {
        this.#at = macro.end
        found.add(...this.#macro(macro))
        continue
      }
      const read = markAt(text, this.#at, context)
      if (read) {
        found.add(...read.items)
        this.#at = read.end
        continue
      }
      if (this.#hook(found) || this.#print(found)) continue
      if (sign === '`') {
        this.#verbatim(found)
        continue
      }
      if (sign === '\\' && text[this.#at + 1] === '\n') this.#at += 2
      else {
        // Curly brackets only control how white space is shown.
        if (sign !== '{' && sign !== '}') found.text(sign)
        this.#at += 1
      }
    }
    return found.items
  }

  #macroAt(at: number): Macro | undefined {
    MACRO.lastIndex = at
    const match = MACRO.exec(this.text)
    if (!match) return undefined
    const end = closingOf(this.text, at)
    if (end < 0) return undefined
    const name = match[1]!.toLowerCase().replaceAll(/[-_]/g, '')
    return {
      name,
      args: this.text.slice(at + match[0].length, end).trim(),
      whole: this.text.slice(at, end + 1),
      end: end + 1,
    }
  }

  /** Reads a hook: `[words]`, `|name>[words]`, `[words]<name|`. The name lets code change the words later. */
  #hook(found: Gathered): boolean {
    const rest = this.text.slice(this.#at, this.#at + 80)
    const named = /^\|([\p{L}\p{N}_]+)([>)])\[/u.exec(rest)
    const unclosed = /^\[=+/.exec(rest)
    if (unclosed) {
      // What follows is read in any case.
      this.#at += unclosed[0].length
      return true
    }
    if (!named && (rest[0] !== '[' || closingOf(this.text, this.#at, '') < 0)) return false
    this.#at += named ? named[0].length : 1
    const inside = this.#inside()
    // Such a hook is hidden until code shows it.
    if (named?.[2] === ')') {
      this.context.notes.add('macro', this.context.place, named[0])
      found.add(...delayed(inside, { text: named[0] }))
    } else found.add(...inside)
    const after = /^<[\p{L}\p{N}_]+\|/u.exec(this.text.slice(this.#at, this.#at + 80))
    if (after) this.#at += after[0].length
    return true
  }

  /** Reads what a hook holds behind its opening bracket. `[=` has no closing one. */
  #inside(): Item[] {
    if (this.text[this.#at] === '=') {
      while (this.text[this.#at] === '=') this.#at += 1
      return this.until('around')
    }
    this.#hooks += 1
    const items = this.until(']')
    this.#hooks -= 1
    return items
  }

  /** Leaves out a line that only says where the words after it stand, such as `==>`. */
  #layout(): boolean {
    if (this.#at > 0 && this.text[this.#at - 1] !== '\n') return false
    LAYOUT.lastIndex = this.#at
    const match = LAYOUT.exec(this.text)
    if (!match) return false
    this.context.notes.add('style', this.context.place, match[0])
    this.#at += match[0].length
    return true
  }

  /** Reads words between backquotes, which are no notation. */
  #verbatim(found: Gathered): void {
    const from = this.#at
    let start = from
    while (this.text[start] === '`') start += 1
    const end = this.text.indexOf(this.text.slice(from, start), start)
    // A run of backquotes that nothing closes is words.
    found.text(end < 0 ? this.text.slice(from, start) : asWritten(this.text.slice(start, end)))
    this.#at = end < 0 ? start : end + start - from
  }

  #print(found: Gathered): boolean {
    const match = /^[$_]([\p{L}_][\p{L}\p{N}_]*)/u.exec(this.text.slice(this.#at, this.#at + 80))
    const before = this.text[this.#at - 1]
    if (!match || (match[0].startsWith('_') && before !== undefined && /[\p{L}\p{N}_]/u.test(before)))
      return false
    if (match[0].startsWith('_') && !this.#isTemporary(match[1]!)) return false
    found.add({ kind: 'print', value: variable(nameOf(match[0])), text: match[0] })
    this.#at += match[0].length
    return true
  }

  /**
   * Reads what is attached to a macro: the items of a hook or a link; `undefined` if there is neither.
   * @param before the name of the macro
   * @param gap what may stand between the two: white space, but behind a macro that nobody here knows no line break
   */
  #attached(before?: string, gap = /\s/): Item[] | undefined {
    const { text } = this
    let at = this.#at
    const skip = () => {
      while (at < text.length && gap.test(text[at]!)) at += 1
    }
    skip()
    // Macros can be added up: `(a:)+(b:)[words]`.
    let later: Macro | undefined
    let verbatim = before === undefined ? false : VERBATIM.has(before)
    while (text[at] === '+') {
      const next = /^\+\s*/.exec(text.slice(at))![0].length + at
      const more = this.#macroAt(next)
      if (!more) break
      if (VERBATIM.has(more.name)) verbatim = true
      else this.#lost(more)
      if (LATER.test(more.name)) later = more
      at = more.end
      skip()
    }
    const name = /^\|[\p{L}\p{N}_]+>/u.exec(text.slice(at, at + 60))
    if (name) at += name[0].length
    if (text[at] !== '[') return undefined
    const end = verbatim ? endOfHook(text, at) : -1
    if (end > 0) {
      this.#at = end + 1
      return [{ kind: 'text', text: asWritten(text.slice(at + 1, end)) }]
    }
    const link = text.startsWith('[[[', at) ? undefined : linkAt(text, at)
    if (link) {
      this.#at = link.end
      return linked(this.context, link)
    }
    this.#at = at + 1
    const inside = this.#inside()
    return later ? delayed(inside, { text: later.whole }) : inside
  }

  #lost({ name, whole }: Macro): void {
    this.context.notes.add(STYLES.has(name) ? 'style' : 'macro', this.context.place, whole)
  }

  #macro(macro: Macro): Item[] {
    const { context } = this
    const { name, args, whole } = macro
    if (name === 'if' || name === 'unless') return this.#conditional(macro)
    if (name === 'set' || name === 'put') return this.#assignments(macro)
    if (name === 'goto') return this.#leads(args, whole)
    if (name === 'display') {
      const passage = unquoted(args)
      const shown = passage === undefined ? undefined : context.include(passage)
      if (!shown) this.#lost(macro)
      return [...(shown ?? [])]
    }
    if (UNKNOWN.has(name)) return [{ kind: 'print', value: unknown(whole), text: whole }]
    if (SHOWS.has(name)) return [{ kind: 'print', value: expressionIn(context, args), text: whole }]
    return (LINKS_TO.has(name) || LINKS.has(name) ? this.#link(macro) : undefined) ?? this.#notTaken(macro)
  }

  /** Reads what is attached to a macro that is not taken over. What happens only later must not happen on arrival. */
  #notTaken(macro: Macro): Item[] {
    const { name, args, whole } = macro
    const isLater = LATER.test(name) || LINKS.has(name) || LINKS_TO.has(name)
    const isKnown = isLater || STYLES.has(name) || AT_ONCE.has(name)
    const attached = this.#attached(name, isKnown ? undefined : /[ \t]/) ?? []
    const ms = isLater ? delayOf(args) : undefined
    // A jump alone becomes a time limit, or is noted where it can't.
    if (!VERBATIM.has(name) && (!isLater || !onlyDo(attached))) this.#lost(macro)
    if (STYLES.has(name) || AT_ONCE.has(name)) return attached
    const later = { text: whole, ...(ms === undefined ? {} : { ms }) }
    return delayed(attached, later, isLater ? undefined : ['goto'])
  }

  /** Reads a macro that makes a link; `undefined` where nobody can say where it leads. */
  #link({ name, args }: Macro): Item[] | undefined {
    const { context } = this
    const [first = '', second] = splitAt(args, /,/y)
    if (first.trim() === '') return undefined
    if (LINKS.has(name)) {
      const body = this.#attached()
      return body && offered(context, this.#words(first), body)
    }
    if (name !== 'linkgoto' && name !== 'linkrevealgoto') return undefined
    const goal = (second ?? first).trim()
    const to = unquoted(goal)
    const inside = name === 'linkrevealgoto' ? (this.#attached() ?? []) : []
    const done = inside.filter(({ kind }) => kind !== 'goto')
    const by = to === undefined ? goal : undefined
    return linked(context, { say: unquoted(first) ?? first, to: to ?? goal, by }, done, this.#words(first))
  }

  /** Reads the words of a link, which an expression may make. */
  #words(written: string): readonly Item[] {
    const say = unquoted(written)
    if (say !== undefined) return this.context.words(say)
    return [{ kind: 'print', value: expressionIn(this.context, written), text: written.trim() }]
  }

  #leads(args: string, whole: string): Item[] {
    const to = unquoted(args)
    return [to === undefined ? leadsBy(this.context, args, whole) : leadsTo(this.context, to, whole)]
  }

  #assignments({ name, args, whole }: Macro): Item[] {
    return splitAt(args, /,/y).map((part): Item => {
      const put = name === 'put' ? PUT.exec(part) : undefined
      const match = put ? [part, put[2]!, put[1]!] : SET.exec(part)
      if (!match) {
        this.context.notes.add('variable', this.context.place, whole)
        return { kind: 'text', text: '' }
      }
      const own = nameOf(match[1]!)
      const text = `(${name}: ${part.trim()})`
      return { kind: 'set', name: own, value: expressionIn(this.context, match[2]!, own), text }
    })
  }

  /** Reads an `(if:)[…]` with the `(else-if:)[…]` and `(else:)[…]` after it. */
  #conditional(first: Macro): Item[] {
    const branches: Branch[] = []
    const condition = ({ name, args }: Macro): Expr => {
      const expr = args === '' ? unknown('') : expressionIn(this.context, args)
      return name === 'unless' ? operation('not', expr) : expr
    }
    const items = this.#attached()
    if (!items) {
      this.#lost(first)
      return []
    }
    branches.push({ when: condition(first), items })
    let text = first.whole
    for (;;) {
      const gap = /^\s*/.exec(this.text.slice(this.#at))![0].length
      const next = this.#macroAt(this.#at + gap)
      if (!next || (next.name !== 'elseif' && next.name !== 'else')) break
      this.#at = next.end
      const inner = this.#attached()
      if (!inner) {
        this.#lost(next)
        break
      }
      branches.push(next.name === 'else' ? { items: inner } : { when: condition(next), items: inner })
      text += ` ${next.whole}`
      if (next.name === 'else') break
    }
    return [{ kind: 'if', branches, text }]
  }
}
