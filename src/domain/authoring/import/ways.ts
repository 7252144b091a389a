import { allOf, fold, isFalse, isTrue, not, variablesIn, type Environment } from './expression'
import { isTemporary, type Branch, type Choice, type Expr, type Item, type Notes, type Words } from './story'

type Told = Extract<Item, { kind: 'text' | 'media' }>
type Done = Extract<Item, { kind: 'set' | 'points' }>
type Jump = Extract<Item, { kind: 'goto' }>

/**
 * One way through the items of a passage. It ends where the trainee decides, at a jump to another passage, or at an
 * end.
 */
export interface Way {
  /** The condition under which this way is taken; `undefined` if it always is. */
  readonly when: Expr | undefined
  /** The condition in the notation of the source. */
  readonly text: string
  readonly told: readonly Told[]
  readonly done: readonly Done[]
  readonly choices: readonly Choice[]
  /** The passage that it jumps to without a choice. */
  readonly to: string | undefined
  readonly ends: boolean
  /** The jumps that happen only later, while the trainee is still in the passage. */
  readonly later: readonly Jump[]
}

/**
 * At most this many ways through one passage become scenes. A passage with more means something that scenes can't
 * express.
 */
const MOST_WAYS = 24

/** What is known at a place of a passage. A way that goes on alone adds to it; ways that part take copies. */
interface Walking {
  readonly when: Expr[]
  readonly texts: string[]
  readonly known: Map<string, Expr>
  readonly told: Told[]
  readonly done: Done[]
  readonly choices: Choice[]
  readonly later: Jump[]
}

/** A branch, and its condition as far as it is known where it stands. */
interface Seen extends Branch {
  readonly seen: Expr | undefined
}

/** Items, and how many of them were read. */
interface Reading {
  readonly items: readonly Item[]
  next: number
}

const copyOf = (at: Walking): Walking => ({
  when: [...at.when],
  texts: [...at.texts],
  known: new Map(at.known),
  told: [...at.told],
  done: [...at.done],
  choices: [...at.choices],
  later: [...at.later],
})

/**
 * Returns true if branches contain nothing but choices, also in nested conditions. Such choices carry the conditions,
 * and the text stays the same.
 */
const isQuiet = ({ branches }: { readonly branches: readonly Branch[] }): boolean =>
  branches.every(({ items }) =>
    items.every((item) => item.kind === 'choice' || (item.kind === 'if' && isQuiet(item))),
  )

/** Reads the words of a choice, and the values among them. */
type Saying = (choice: Choice) => Choice

/** @param temporary the values of the variables that nothing knows once the passage is shown */
function choicesUnder(
  branches: readonly Branch[],
  around: readonly Expr[],
  saying: Saying,
  temporary: Environment,
): Choice[] {
  const before: Expr[] = []
  return branches.flatMap(({ when: written, items }) => {
    const when = written && fold(written, temporary)
    const all = [...around, ...before.map(not), ...(when ? [when] : [])]
    if (when) before.push(when)
    return items.flatMap((item) => {
      if (item.kind === 'if') return choicesUnder(item.branches, all, saying, temporary)
      if (item.kind !== 'choice') return []
      const open = allOf([...all, item.when])
      return [{ ...saying(item), ...(open ? { when: open } : {}) }]
    })
  })
}

/** What is sure of a story, whatever way is taken through it. */
export interface Surely {
  /** Returns true if a condition can never hold. */
  readonly never?: (when: Expr) => boolean
  /** The values of variables where the passage begins, if it is entered only once. */
  readonly atFirst?: Environment | undefined
}

/**
 * Follows the items of a passage along every condition on which its content depends.
 * @param constants the values of variables that never change
 * @param place the passage, for notes
 * @returns at least one way; no two of their conditions hold at once
 */
export function waysThrough(
  items: readonly Item[],
  constants: Environment,
  notes: Notes,
  place: string,
  { never, atFirst }: Surely = {},
): Way[] {
  const ways: Way[] = []
  let open = 1
  /** Leaves out branches whose condition can't hold where those before it hold or do not. */
  const feasible = (branches: readonly Seen[], around: readonly Expr[]): readonly Seen[] => {
    const before: Expr[] = []
    const left = branches.filter(({ seen }) => {
      const own = seen && !isTrue(seen) ? [seen] : []
      const all = allOf([...around, ...before.map(not), ...own])
      before.push(...own)
      return !all || never?.(all) !== true
    })
    return left.length > 0 ? left : branches.slice(-1)
  }
  const end = (at: Walking, to: string | undefined, ends: boolean) => {
    const { told, done, choices, texts, later } = at
    ways.push({ when: allOf(at.when), text: texts.join(', '), told, done, choices, to, ends, later })
  }
  /** @param around what is read already, the innermost last; it goes on there when an inner part is read */
  const walk = (around: Reading[], at: Walking): void => {
    const known: Environment = { get: (name) => at.known.get(name) ?? constants.get(name) }
    const temporaries = (): Environment => new Map([...at.known].filter(([name]) => isTemporary(name)))
    const words = (item: Words): string => {
      if (item.kind === 'text') return item.text
      const shown: Environment = { get: (name) => known.get(name) ?? atFirst?.get(name) }
      const value = fold(item.value, shown)
      // A temporary variable is no until it is set, which nobody wants to read.
      const isUnset =
        item.value.kind === 'variable' &&
        isTemporary(item.value.name) &&
        value.kind === 'value' &&
        value.value === false
      if (value.kind === 'value' && !isUnset) return String(value.value)
      notes.add('print', place, item.text)
      return '…'
    }
    const saying: Saying = ({ words: parts, ...choice }) =>
      parts ? { ...choice, say: parts.map(words).join('') } : choice
    for (;;) {
      const reading = around.at(-1)
      if (!reading) break
      const item = reading.items[reading.next]
      if (!item) {
        around.pop()
        continue
      }
      reading.next += 1
      switch (item.kind) {
        case 'text':
        case 'media':
          at.told.push(item)
          break
        case 'print':
          at.told.push({ kind: 'text', text: words(item) })
          break
        case 'set':
          // Its flags are there for the author to raise: what depends on them keeps its words.
          if (item.later) notes.add('variable', place, item.text)
          else {
            at.done.push(item)
            at.known.set(item.name, fold(item.value, known))
          }
          break
        case 'points':
          at.done.push(item)
          break
        case 'choice':
          at.choices.push(saying(item))
          break
        case 'goto':
          if (!item.later) return end(at, item.to, false)
          at.later.push(item)
          break
        case 'end':
          return end(at, undefined, true)
        case 'if': {
          const branches = item.branches
            .map((branch) =>
              branch.when ? { ...branch, seen: fold(branch.when, known) } : { ...branch, seen: undefined },
            )
            .filter(({ seen }) => !seen || !isFalse(seen))
          const certain = branches.findIndex(({ seen }) => !seen || isTrue(seen))
          const reached: Seen[] =
            certain < 0 ? [...branches, { items: [], seen: undefined }] : branches.slice(0, certain + 1)
          const possible = reached.length > 1 ? feasible(reached, at.when) : reached
          if (possible.length > 1 && isQuiet({ branches: possible })) {
            at.choices.push(...choicesUnder(possible, [], saying, temporaries()))
            break
          }
          if (open + possible.length - 1 > MOST_WAYS || possible.length === 1) {
            if (possible.length > 1) notes.add('ways', place, item.text)
            around.push({ items: possible[0]!.items, next: 0 })
            break
          }
          open += possible.length - 1
          const before: Expr[] = []
          for (const { items: inner, seen } of possible) {
            const own = seen && !isTrue(seen) ? [seen] : []
            const branch = copyOf(at)
            branch.when.push(...before.map(not), ...own)
            branch.texts.push(item.text)
            walk([...around.map((one) => ({ ...one })), { items: inner, next: 0 }], branch)
            before.push(...own)
          }
          return
        }
      }
    }
    end(at, undefined, false)
  }
  const start = { when: [], texts: [], known: new Map(), told: [], done: [], choices: [], later: [] }
  walk([{ items, next: 0 }], start)
  return joined(ways)
}

/**
 * Joins ways that tell and do the same into one, whose choices carry their conditions. If any of them differ, all ways
 * are returned as they are.
 */
function joined(ways: readonly Way[]): Way[] {
  const [first] = ways
  if (!first || ways.length === 1) return [...ways]
  const named = new Set(ways.flatMap(({ when }) => [...((when && variablesIn(when)) ?? [])]))
  const timed = ({ later }: Way) => later.filter((jump) => jump.later?.ms !== undefined)
  const same = (way: Way) =>
    JSON.stringify([way.told, way.done, timed(way)]) ===
      JSON.stringify([first.told, first.done, timed(first)]) &&
    // The condition of a choice is checked after the scene's actions, that of a way before them. The two
    // agree only if no action sets a variable of a condition.
    way.done.every((done) => done.kind !== 'set' || !named.has(done.name))
  if (!ways.every(same) || ways.some(({ to, ends }) => to !== undefined || ends)) return [...ways]
  const key = (one: Choice) => JSON.stringify([one.say, one.body, one.once])
  const offered = ways.map((way) => {
    const byKey = new Map<string, Choice>()
    for (const choice of way.choices) if (!byKey.has(key(choice))) byKey.set(key(choice), choice)
    return { when: way.when, byKey }
  })
  const choices: Choice[] = []
  const known = new Set<string>()
  for (const { byKey } of offered) {
    for (const [own, { when: _, ...rest }] of byKey) {
      if (known.has(own)) continue
      known.add(own)
      const where = offered.filter((other) => other.byKey.has(own))
      const free = where.length === ways.length && where.every((other) => !other.byKey.get(own)!.when)
      const whens = where.map((other) => allOf([other.when, other.byKey.get(own)!.when]))
      const some = whens.flatMap((when) => (when ? [when] : []))
      choices.push(
        free || some.length < whens.length
          ? rest
          : { ...rest, when: some.length === 1 ? some[0]! : { kind: 'operation', op: 'or', of: some } },
      )
    }
  }
  return [{ ...first, when: undefined, text: '', choices, later: ways.flatMap(({ later }) => later) }]
}
