import { describeChange, type Change, type Difference } from './change-of'
import { differences } from './compare'
import { namingOf, schemaUnder, type PartSchema } from './key-order'
import { isMembers } from '../scenario/members'
import { keyed, memberOf, rootScene, scenesOf, scenesRenamed, withSceneRenamed } from './keyed'
import { same } from './rewrite'

/** A place that both sides changed in different ways. */
export interface Conflict {
  /** Names and ids from the root. */
  readonly path: readonly (string | number)[]
  /** The changes that each side made there. */
  readonly mine: readonly Change[]
  readonly theirs: readonly Change[]
}

export interface Merged {
  /** The merged document. At each conflict it has the chosen side's value. */
  readonly value: unknown
  readonly conflicts: readonly Conflict[]
}

type Path = Conflict['path']

/** Chooses the side whose value is taken at a conflict. */
export type ChooseSide = (path: Conflict['path']) => 'mine' | 'theirs'
type Members = Readonly<Record<string, unknown>>

/**
 * Merges the orders of names: the order of the side that changed it, with the names that the other side added. Returns
 * `undefined` when both changed the order in different ways.
 */
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
  // The choice of the leading side does not depend on which side is called mine.
  const movers = [mine, theirs].filter(moved).sort((a, b) => (kept(a, base) < kept(b, base) ? -1 : 1))
  const order = (movers[0] ?? base).filter((name) => base.includes(name))
  // A name that one side removed may still stand in the result if the other side changed its value. It is put
  // after the name that it followed.
  base.forEach((name, i) => {
    if (!order.includes(name)) order.splice(i === 0 ? 0 : order.indexOf(base[i - 1]!) + 1, 0, name)
  })
  const begun = new Set(base)
  /**
   * Returns the names that a side added, by the name of the base that they follow; `undefined` stands for the
   * beginning.
   */
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
  // Names that both sides added at the same place are ordered alphabetically.
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
    /** Without a common base each difference is a conflict. */
    private readonly twoWay = false,
  ) {}

  /** @param isWords true if the values are the words of a text in one language */
  merge(
    base: unknown,
    mine: unknown,
    theirs: unknown,
    schema: PartSchema,
    path: Path,
    isWords = false,
  ): unknown {
    if (same(mine, theirs, schema)) return mine
    if (!this.twoWay && same(base, theirs, schema)) return mine
    if (!this.twoWay && same(base, mine, schema)) return theirs
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
      const found = differences(this.twoWay ? mine : base, side, schema).map((own): Difference => ({
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
    const values = this.each(names(mine), names(theirs), (name) => {
      const own = memberOf(mine, name)
      const under = schemaUnder(schema, own === undefined ? theirs : mine, name)
      const [was, other] = [memberOf(base, name), memberOf(theirs, name)]
      return this.merge(was, own, other, under, [...path, name], kind === 'free')
    })
    return Object.fromEntries(
      order.map((name) => [name, values.get(name)] as const).filter(([, value]) => value !== undefined),
    )
  }

  /**
   * Merges the entries of a list or of an object. They are merged in an order that no choice changes, so that conflicts
   * keep their places in a list from which somebody chooses.
   */
  private each(
    mine: readonly string[],
    theirs: readonly string[],
    mergeOne: (name: string) => unknown,
  ): ReadonlyMap<string, unknown> {
    return new Map([...new Set([...mine, ...theirs])].map((name) => [name, mergeOne(name)]))
  }

  private order(
    base: readonly string[],
    mine: readonly string[],
    theirs: readonly string[],
    matters: boolean,
    path: Path,
  ): string[] {
    if (this.twoWay) return this.eitherOrder(mine, theirs, matters, path)
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

  /** Orders the names of both by the side that is chosen; a name of the other side follows the one before it there. */
  private eitherOrder(
    mine: readonly string[],
    theirs: readonly string[],
    matters: boolean,
    path: Path,
  ): string[] {
    const [own, other] = [new Set(mine), new Set(theirs)]
    const [common, commonThere] = [
      mine.filter((name) => other.has(name)),
      theirs.filter((name) => own.has(name)),
    ]
    let lead = common
    if (matters && common.join('\0') !== commonThere.join('\0')) {
      const now = describeChange({ path, was: mine, now: theirs, kind: 'order' }, this.mine, this.theirs)
      this.conflicts.push({ path, mine: [], theirs: [now] })
      if (this.choose(path) === 'theirs') lead = commonThere
    }
    /** The names of a side, with those that both have in the order that leads. */
    const led = (names: readonly string[]) => {
      const next = lead.values()
      return names.map((name) => (own.has(name) && other.has(name) ? next.next().value! : name))
    }
    return ordered(lead, led(mine), led(theirs)) ?? [...led(mine), ...theirs.filter((name) => !own.has(name))]
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
      const values = this.each([...own.keys()], [...other.keys()], (key) => {
        const sides = [old.get(key), own.get(key), other.get(key)] as const
        const under = schemaUnder(schema, [sides[1] ?? sides[2]], 0)
        return this.merge(...sides, under, [...path, key])
      })
      return order.map((key) => values.get(key)).filter((value) => value !== undefined)
    }
    // Entries without ids can be matched by their index only while the lists have the same length.
    if ((!this.twoWay && base.length !== mine.length) || mine.length !== theirs.length) {
      return this.clash(base, mine, theirs, schema, path)
    }
    return mine.map((value, i) =>
      this.merge(base[i], value, theirs[i], schemaUnder(schema, [value], 0), [...path, i]),
    )
  }
}

/**
 * Renames scenes in all other versions as one side renamed them, unless one of these names is missing or taken there.
 */
function withNames(from: unknown, side: unknown, others: readonly unknown[]): readonly unknown[] {
  let result = others
  for (const [was, name] of scenesRenamed(from, side)) {
    const has = (document: unknown, scene: string) => Object.hasOwn(scenesOf(document), scene)
    if (result.every((document) => has(document, was) && !has(document, name))) {
      result = result.map((document) => withSceneRenamed(document, rootScene(was), name))
    }
  }
  return result
}

/**
 * Merges the changes that two people made to one document. Changes are matched by the ids of scenes, choices, messages
 * and texts, not by lines. Where both changed the same thing in different ways, there is a conflict that lists the
 * changes of both.
 * @param base the version from which both began
 * @param mine one of the two, which is taken at conflicts
 * @param theirs the other
 * @param schema the schema of all three
 * @param choose chooses the side at each conflict; `mine` by default. All conflicts are listed, whatever it chooses.
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

/**
 * Merges two documents of which no common version is known. Each difference is a conflict, for nobody can say which
 * side made it; what `mine` keeps has no changes in the conflict, and `theirs` has what would change.
 * @param mine one of the two, whose names of scenes stay
 * @param theirs the other
 * @param schema the schema of both
 * @param choose chooses the side at each difference; `mine` by default
 */
export function mergeTwo(
  mine: unknown,
  theirs: unknown,
  schema: PartSchema,
  choose: ChooseSide = () => 'mine',
): Merged {
  const [other] = withNames(theirs, mine, [theirs]) as [unknown]
  const merging = new Merging(mine, mine, other, choose, true)
  const value = merging.merge(undefined, mine, other, schema, [])
  return { value, conflicts: merging.conflicts }
}
