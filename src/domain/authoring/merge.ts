import { describeChange, type Change, type Difference } from './change-of'
import { differences } from './compare'
import { namingOf, schemaUnder, type PartSchema } from './key-order'
import { isMembers, keyed, memberOf, scenesOf, scenesRenamed, withSceneRenamed } from './keyed'
import { same } from './rewrite'

/** A place that both sides changed, each otherwise. */
export interface Conflict {
  /** Names and ids from the root. */
  readonly path: readonly (string | number)[]
  /** What my side did there, and what theirs did. */
  readonly mine: readonly Change[]
  readonly theirs: readonly Change[]
}

export interface Merged {
  /** Both sides together; where they touch, the side that was chosen. */
  readonly value: unknown
  readonly conflicts: readonly Conflict[]
}

type Path = Conflict['path']

/** Which side stands at a place that both changed. */
export type ChooseSide = (path: Conflict['path']) => 'mine' | 'theirs'
type Members = Readonly<Record<string, unknown>>

/** The order of what both sides leave: that of the side which changed it, with what the other one added. */
function ordered(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] | undefined {
  const kept = (names: readonly string[], others: readonly string[]): string => {
    const set = new Set(others)
    return names.filter((name) => set.has(name)).join('\0')
  }
  const moved = (side: readonly string[]) => kept(base, side) !== kept(side, base)
  if (moved(mine) && moved(theirs) && kept(mine, theirs) !== kept(theirs, mine)) return undefined
  // Whichever side is mine, the same side leads.
  const movers = [mine, theirs].filter(moved).sort((a, b) => (kept(a, base) < kept(b, base) ? -1 : 1))
  const order = (movers[0] ?? base).filter((name) => base.includes(name))
  // What one side took away may stand all the same, where the other changed it: after what it stood after.
  base.forEach((name, i) => {
    if (!order.includes(name)) order.splice(i === 0 ? 0 : order.indexOf(base[i - 1]!) + 1, 0, name)
  })
  const begun = new Set(base)
  /** What a side put in, by the name after which it stands; that of the beginning is `undefined`. */
  const added = (side: readonly string[]): ReadonlyMap<string | undefined, string[]> => {
    const runs = new Map<string | undefined, string[]>()
    let after: string | undefined
    for (const name of side) {
      if (begun.has(name)) after = name
      else runs.set(after, [...(runs.get(after) ?? []), name])
    }
    return runs
  }
  const [own, other] = [added(mine), added(theirs)]
  // What both put in at one place stands by the alphabet.
  const after = (name: string | undefined): string[] =>
    [own.get(name) ?? [], other.get(name) ?? []].sort((a, b) => (a.join('\0') < b.join('\0') ? -1 : 1)).flat()
  const there = new Set([...mine, ...theirs])
  const all = [undefined, ...order].flatMap((name) => [...(name === undefined ? [] : [name]), ...after(name)])
  return [...new Set(all)].filter((name) => there.has(name))
}

class Merging {
  readonly conflicts: Conflict[] = []

  constructor(
    private readonly base: unknown,
    private readonly mine: unknown,
    private readonly theirs: unknown,
    private readonly choose: ChooseSide,
  ) {}

  /** @param isWords whether a text in one language stands there */
  merge(
    base: unknown,
    mine: unknown,
    theirs: unknown,
    schema: PartSchema,
    path: Path,
    isWords = false,
  ): unknown {
    if (same(mine, theirs, schema) || same(base, theirs, schema)) return mine
    if (same(base, mine, schema)) return theirs
    if (isMembers(mine) && isMembers(theirs) && (isMembers(base) || base === undefined)) {
      return this.members(base ?? {}, mine, theirs, schema, path)
    }
    if (Array.isArray(mine) && Array.isArray(theirs) && (Array.isArray(base) || base === undefined)) {
      return this.lists((base ?? []) as unknown[], mine, theirs, schema, path)
    }
    return this.clash(base, mine, theirs, schema, path, isWords)
  }

  private clash(
    base: unknown,
    mine: unknown,
    theirs: unknown,
    schema: PartSchema,
    path: Path,
    isWords = false,
  ): unknown {
    const words = (side: unknown, document: unknown): Change[] => {
      const found = differences(base, side, schema).map((own): Difference => ({
        ...own,
        ...(isWords ? { kind: 'words' } : {}),
        path: [...path, ...own.path],
      }))
      return found.map((own) => describeChange(own, this.base, document))
    }
    this.conflicts.push({ path, mine: words(mine, this.mine), theirs: words(theirs, this.theirs) })
    return this.choose(path) === 'mine' ? mine : theirs
  }

  private members(base: Members, mine: Members, theirs: Members, schema: PartSchema, path: Path): Members {
    const names = (own: Members) => Object.keys(own).filter((name) => own[name] !== undefined)
    const { kind } = namingOf(schema, mine)
    const order = this.order(names(base), names(mine), names(theirs), kind === 'ordered', path)
    const entries = order.flatMap((name) => {
      const own = memberOf(mine, name)
      const under = schemaUnder(schema, own === undefined ? theirs : mine, name)
      const [was, other] = [memberOf(base, name), memberOf(theirs, name)]
      const value = this.merge(was, own, other, under, [...path, name], kind === 'free')
      return value === undefined ? [] : [[name, value] as const]
    })
    return Object.fromEntries(entries)
  }

  private order(
    base: readonly string[],
    mine: readonly string[],
    theirs: readonly string[],
    matters: boolean,
    path: Path,
  ): string[] {
    const order = ordered(base, mine, theirs)
    if (order) return order
    if (matters) {
      const change = (names: readonly string[], document: unknown) => [
        describeChange({ path, was: base, now: names, kind: 'order' }, this.base, document),
      ]
      this.conflicts.push({ path, mine: change(mine, this.mine), theirs: change(theirs, this.theirs) })
      if (this.choose(path) === 'theirs') return [...theirs, ...mine.filter((name) => !theirs.includes(name))]
    }
    return [...mine, ...theirs.filter((name) => !mine.includes(name))]
  }

  private lists(
    base: readonly unknown[],
    mine: readonly unknown[],
    theirs: readonly unknown[],
    schema: PartSchema,
    path: Path,
  ): unknown {
    const [old, own, other] = [keyed(base), keyed(mine), keyed(theirs)]
    if (old && own && other) {
      const order = this.order([...old.keys()], [...own.keys()], [...other.keys()], true, path)
      return order.flatMap((key) => {
        const values = [old.get(key), own.get(key), other.get(key)] as const
        const under = schemaUnder(schema, [values[1] ?? values[2]], 0)
        const value = this.merge(...values, under, [...path, key])
        return value === undefined ? [] : [value]
      })
    }
    // Entries that can't be told apart are the same ones only while their number stays.
    if (base.length !== mine.length || base.length !== theirs.length) {
      return this.clash(base, mine, theirs, schema, path)
    }
    return mine.map((value, i) =>
      this.merge(base[i], value, theirs[i], schemaUnder(schema, [value], 0), [...path, i]),
    )
  }
}

/** Both other versions with the names that one side gave to scenes, where that touches nothing. */
function withNames(from: unknown, side: unknown, others: readonly unknown[]): readonly unknown[] {
  let result = others
  for (const [was, name] of scenesRenamed(from, side)) {
    const has = (document: unknown, scene: string) => Object.hasOwn(scenesOf(document), scene)
    if (result.every((document) => has(document, was) && !has(document, name))) {
      result = result.map((document) => withSceneRenamed(document, was, name))
    }
  }
  return result
}

/**
 * Brings together what two people made of one document: what does not touch is merged, by the ids of scenes, choices,
 * messages and texts, not by lines; what touches is a conflict with both sides.
 * @param base the version that both began with
 * @param mine one of the two, which stands where they touch
 * @param theirs the other
 * @param schema of all three
 * @param choose the side that stands where both touch; mine unless it is said. Whatever it says, all conflicts are told.
 */
export function merge(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  schema: PartSchema,
  choose: ChooseSide = () => 'mine',
): Merged {
  const [begun, other] = withNames(base, mine, [base, theirs]) as [unknown, unknown]
  const [start, own] = withNames(begun, other, [begun, mine]) as [unknown, unknown]
  const merging = new Merging(start, own, other, choose)
  const value = merging.merge(start, own, other, schema, [])
  return { value, conflicts: merging.conflicts }
}
