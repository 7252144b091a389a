import type { Action, Condition } from '../../scenario/schema'
import { constantOf, fold, isFalse, isTrue, numbersIn, variablesIn } from './expression'
import { Ids } from './ids'
import {
  calledBy,
  isTemporary,
  isVisits,
  literal,
  operation,
  type Expr,
  type Item,
  type Notes,
  type Story,
  type Value,
} from './story'

type Assignment = Extract<Item, { kind: 'set' }>

/** A variable with more values than this is not turned into flags: nobody means so many states one by one. */
export const MOST_VALUES = 12
/** To see whether conditions exclude each other, at most so many values of their variables are tried. */
const MOST_TRIED = 256
/** A `count` action adds at most this much. */
const LARGEST_STEP = 100

type Known =
  /** One flag for each value except the initial one. */
  | { readonly kind: 'flags'; readonly initial: Value; readonly flags: ReadonlyMap<Value, string> }
  | { readonly kind: 'counter'; readonly initial: number; readonly counter: string }
  | { readonly kind: 'other' }

/** Returns all assignments among items, however deeply they are nested. */
export function setsIn(items: readonly Item[]): Assignment[] {
  return items.flatMap((item) => {
    if (item.kind === 'set') return [item]
    if (item.kind === 'choice') return setsIn(item.body)
    return item.kind === 'if' ? item.branches.flatMap((branch) => setsIn(branch.items)) : []
  })
}

function namesIn(expr: Expr, found: Set<string>, but?: string): void {
  if (expr.kind === 'variable' && expr.name !== but) found.add(expr.name)
  if (expr.kind === 'operation') for (const part of expr.of) namesIn(part, found, but)
}

/** Returns the names of the variables that anything depends on: a condition, a text, another variable. */
function readIn(items: readonly Item[], found = new Set<string>()): Set<string> {
  for (const item of items) {
    if (item.kind === 'set') namesIn(item.value, found, item.name)
    if (item.kind === 'print') namesIn(item.value, found)
    if (item.kind === 'choice') {
      if (item.words) readIn(item.words, found)
      if (item.when) namesIn(item.when, found)
      readIn(item.body, found)
    }
    if (item.kind !== 'if') continue
    for (const { when, items: inner } of item.branches) {
      if (when) namesIn(when, found)
      readIn(inner, found)
    }
  }
  return found
}

/** Returns what follows each choice among items, however deeply they are nested. */
function bodiesIn(items: readonly Item[]): Item[] {
  return items.flatMap((item): readonly Item[] =>
    item.kind === 'choice'
      ? item.body
      : item.kind === 'if'
        ? item.branches.flatMap((branch) => bodiesIn(branch.items))
        : [],
  )
}

/** Returns the conditions that all hold where a condition does. */
function partsOf(expr: Expr): Expr[] {
  if (expr.kind !== 'operation') return [expr]
  if (expr.op === 'and') return expr.of.flatMap(partsOf)
  const [inner] = expr.of
  if (expr.op !== 'not' || inner?.kind !== 'operation') return [expr]
  if (inner.op === 'not') return partsOf(inner.of[0]!)
  return inner.op === 'or' ? inner.of.flatMap((part) => partsOf(operation('not', part))) : [expr]
}

/** Returns the number that an assignment adds to its own variable; `undefined` for any other assignment. */
function stepOf({ name, value }: Assignment): number | undefined {
  if (value.kind !== 'operation' || (value.op !== '+' && value.op !== '-')) return undefined
  const [a, b] = value.of
  if (!a || !b) return undefined
  const own = (part: Expr) => part.kind === 'variable' && part.name === name
  const step = own(a) ? constantOf(b) : value.op === '+' && own(b) ? constantOf(a) : undefined
  if (typeof step !== 'number') return undefined
  return value.op === '-' ? -step : step
}

const initialOf = (sets: readonly Assignment[]): Value => {
  for (const set of sets) {
    const value = constantOf(set.value)
    if (typeof value === 'string') return ''
    if (typeof value === 'number') return 0
    if (value !== undefined) return false
  }
  return sets.some((set) => stepOf(set) !== undefined) ? 0 : false
}

/**
 * Represents the variables of a story in a scenario. A variable that takes only a few values becomes a flag for each of
 * them but the initial one. A variable that only counts up becomes a counter. A variable that never changes is replaced
 * by its value.
 */
export class Variables {
  readonly constants: ReadonlyMap<string, Expr>
  readonly #known = new Map<string, Known>()
  readonly #ids = new Ids()
  #undecided = 0

  constructor(
    { initial, passages }: Pick<Story, 'initial' | 'passages'>,
    private readonly notes: Notes,
  ) {
    const sets = new Map<string, Assignment[]>()
    const read = readIn(passages.flatMap(({ items }) => items))
    const readLater = readIn(bodiesIn(passages.flatMap(({ items }) => items)))
    // Visits are counted only where something reads their number. A temporary variable is known on every way through
    // its passage, so that only what follows a choice needs to be told of it.
    const isAsked = (name: string) =>
      isVisits(name) ? read.has(name) : !isTemporary(name) || readLater.has(name)
    for (const set of passages.flatMap(({ items }) => setsIn(items))) {
      if (!isAsked(set.name)) continue
      const own = sets.get(set.name)
      if (own) own.push(set)
      else sets.set(set.name, [set])
    }
    this.constants = new Map(
      [...initial]
        .filter(([name]) => !sets.has(name))
        .map(([name, value]) => [name, { kind: 'value', value }]),
    )
    for (const [name, own] of sets) {
      this.#known.set(name, this.#knownOf(name, initial.get(name) ?? initialOf(own), own))
    }
  }

  #knownOf(name: string, initial: Value, sets: readonly Assignment[]): Known {
    const values = sets.map(({ value }) => constantOf(value))
    if (values.every((value) => value !== undefined)) {
      const others = new Set(values.filter((value) => value !== initial))
      if (others.size > MOST_VALUES) return { kind: 'other' }
      const flags = new Map<Value, string>()
      for (const value of others) {
        const own = calledBy(name, 'temporary ')
        const called = value === true ? own : value === false ? `no ${own}` : `${own} ${value}`
        flags.set(value, this.#ids.of(called, 'flag'))
      }
      return { kind: 'flags', initial, flags }
    }
    const steps = sets.map(stepOf)
    const counts = steps.every(
      (step) => step !== undefined && Number.isInteger(step) && step > 0 && step <= LARGEST_STEP,
    )
    return counts && typeof initial === 'number' && Number.isInteger(initial)
      ? { kind: 'counter', initial, counter: this.#ids.of(calledBy(name, 'temporary '), 'counter') }
      : { kind: 'other' }
  }

  /** Returns a new flag with an id made from a name. */
  flag(name: string): string {
    return this.#ids.of(name, 'flag')
  }

  /**
   * Returns the actions of an assignment. One that neither flags nor a counter can express gives none, and is noted.
   */
  actions({ name, value, text }: Assignment, place: string): Action[] {
    const known = this.#known.get(name)
    if (known?.kind === 'flags') {
      const wanted = constantOf(value)
      const raised = wanted === undefined ? undefined : known.flags.get(wanted)
      const lowered = [...known.flags.values()].filter((flag) => flag !== raised)
      return [
        ...lowered.map((flag): Action => ({ type: 'lower', params: { flag } })),
        ...(raised === undefined ? [] : [{ type: 'raise', params: { flag: raised } } as const]),
      ]
    }
    if (known?.kind === 'counter') {
      const by = stepOf({ kind: 'set', name, value, text }) ?? 1
      return [{ type: 'count', params: { counter: known.counter, ...(by === 1 ? {} : { by }) } }]
    }
    // What nobody wrote needs no note. A temporary variable without a flag is known unless its value is not understood.
    const isLost = known ? text !== '' : isTemporary(name) && variablesIn(value) === undefined
    if (isLost) this.notes.add('variable', place, text, calledBy(name, '_'))
    return []
  }

  /**
   * Converts a condition to one that a guard can check. If no guard can express it, the result checks a flag that
   * nothing raises yet, and a note tells the author.
   * @returns `true` or `false` for a condition that always or never holds
   */
  condition(expr: Expr, place: string, text: string): Condition | boolean {
    const open = fold(expr, this.constants)
    const said = this.#said(open)
    if (said !== undefined) return said
    this.#undecided += 1
    const flag = this.#ids.of(`to decide ${this.#undecided}`, 'flag')
    this.notes.add('condition', place, text, flag)
    return { flag }
  }

  /** Returns true if a condition can’t hold, whatever happens. */
  never(expr: Expr): boolean {
    const open = fold(expr, this.constants)
    if (this.#said(open) === false) return true
    // Of several conditions that hold together, those of one variable may exclude each other.
    const ofOne = new Map<string, Expr[]>()
    for (const part of partsOf(open)) {
      const names = variablesIn(part)
      if (names?.size !== 1) continue
      const [name] = names
      ofOne.set(name!, [...(ofOne.get(name!) ?? []), part])
    }
    return (
      [...ofOne.values()].some(
        (parts) => parts.length > 1 && this.#said(operation('and', ...parts)) === false,
      ) || this.#excluded(partsOf(open))
    )
  }

  /** Returns true if no values of the variables with few values let several conditions hold together. */
  #excluded(parts: readonly Expr[]): boolean {
    const values = new Map<string, readonly Value[]>()
    const own = parts.filter((part) => {
      const names = [...(variablesIn(part) ?? [])]
      const known = names.map((name) => this.#known.get(name))
      if (names.length === 0 || known.some((one) => one && one.kind !== 'flags')) return false
      for (const [i, name] of names.entries()) {
        const one = known[i]
        values.set(name, one?.kind === 'flags' ? [one.initial, ...one.flags.keys()] : [false])
      }
      return true
    })
    const ways = [...values.values()].reduce((product, { length }) => product * length, 1)
    if (own.length < 2 || ways > MOST_TRIED) return false
    let tried: ReadonlyMap<string, Expr>[] = [new Map()]
    for (const [name, each] of values)
      tried = tried.flatMap((map) => each.map((value) => new Map([...map, [name, literal(value)] as const])))
    return tried.every((known) => own.some((part) => isFalse(fold(part, known))))
  }

  #said(expr: Expr): Condition | boolean | undefined {
    if (isTrue(expr)) return true
    if (isFalse(expr)) return false
    const names = variablesIn(expr)
    if (names?.size === 1) {
      const [name] = names
      const one = this.#ofOne(expr, name!)
      if (one !== undefined) return one
    }
    if (expr.kind !== 'operation') return undefined
    if (expr.op === 'not') {
      const inner = this.#said(expr.of[0]!)
      return inner === undefined ? undefined : typeof inner === 'boolean' ? !inner : { not: inner }
    }
    if (expr.op !== 'and' && expr.op !== 'or') return undefined
    const parts = expr.of.map((part) => this.#said(part))
    if (parts.includes(undefined)) return undefined
    const decides = expr.op === 'or'
    if (parts.includes(decides)) return decides
    const conditions = parts.flatMap((part) => (typeof part === 'object' ? [part] : []))
    if (conditions.length === 0) return !decides
    if (conditions.length === 1) return conditions[0]
    return decides ? { any: conditions } : { all: conditions }
  }

  #holdsWith(expr: Expr, name: string, value: Value): boolean | undefined {
    const found = fold(expr, new Map([[name, { kind: 'value', value } as const]]))
    return isTrue(found) ? true : isFalse(found) ? false : undefined
  }

  /** Converts an expression with a single variable by trying the values of that variable. */
  #ofOne(expr: Expr, name: string): Condition | boolean | undefined {
    const known = this.#known.get(name)
    if (known?.kind === 'flags') return this.#ofFlags(expr, name, known)
    if (known?.kind === 'counter') return this.#ofCounter(expr, name, known)
    // Nothing ever sets this variable, so that it keeps the value of an unset one.
    if (!known) return this.#holdsWith(expr, name, false)
    return undefined
  }

  #ofFlags(expr: Expr, name: string, { initial, flags }: Extract<Known, { kind: 'flags' }>) {
    const atFirst = this.#holdsWith(expr, name, initial)
    const holding: Condition[] = []
    const others: Condition[] = []
    for (const [value, flag] of flags) {
      const holds = this.#holdsWith(expr, name, value)
      if (holds === undefined) return undefined
      ;(holds ? holding : others).push({ flag })
    }
    if (atFirst === undefined) return undefined
    const any = (all: readonly Condition[]): Condition => (all.length === 1 ? all[0]! : { any: [...all] })
    if (!atFirst) return holding.length === 0 ? false : any(holding)
    return others.length === 0 ? true : { not: any(others) }
  }

  #ofCounter(expr: Expr, name: string, { initial, counter }: Extract<Known, { kind: 'counter' }>) {
    const last = Math.max(0, ...numbersIn(expr).map((n) => Math.ceil(n) - initial)) + 2
    if (last > 1000) return undefined
    const holds = (count: number) => this.#holdsWith(expr, name, initial + count)
    const spans: Condition[] = []
    let from: number | undefined
    for (let count = 0; count <= last; count += 1) {
      const now = holds(count)
      if (now === undefined) return undefined
      if (now && from === undefined) from = count
      if (!now && from !== undefined) {
        spans.push(span(counter, from, count))
        from = undefined
      }
    }
    // A condition that repeats with a rising count (such as a remainder) can't be expressed by thresholds.
    for (let more = 1; more <= last + 2; more += 1) {
      if (holds(last + more) !== (from !== undefined)) return undefined
    }
    if (from === 0) return true
    if (from !== undefined) spans.push({ counter, atLeast: from })
    if (spans.length === 0) return false
    return spans.length === 1 ? spans[0]! : { any: spans }
  }
}

function span(counter: string, from: number, to: number): Condition {
  const below: Condition = { counter, below: to }
  return from === 0 ? below : { all: [{ counter, atLeast: from }, below] }
}
