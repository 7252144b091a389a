import { constantOf } from '../expression'
import { Notes, type Expr, type Item, type Passage, type Story, type Value } from '../story'
import { containerOf, eachContainer, isContainer, placeAt, type Container, type Leaf } from './container'
import type { Frame, InkStory } from './state'
import { InkWalk } from './walk'
import { isMembers } from '../../../scenario/members'

/** From this version of the compiled format on, its parts have the same meaning. */
const OLDEST_VERSION = 18
/** A story with more passages than this calls itself with new values without end. */
const MOST_PASSAGES = 3000

/** Returns true for a JSON document that is a compiled ink story. */
export const isCompiledInk = (value: unknown): value is { inkVersion: number; root: unknown[] } =>
  isMembers(value) && typeof value['inkVersion'] === 'number' && Array.isArray(value['root'])

/** Returns true for a compiled story in a version of the format that this import can read. */
export const isKnownInk = ({ inkVersion }: { readonly inkVersion: number }): boolean =>
  inkVersion >= OLDEST_VERSION

/** Matches names that the compiler gives to parts of a passage. */
const INNER = /^(?:c-\d+|s\d*|b|\$r\d*|global decl)$/

interface Named {
  /** Containers that something leads to, or whose name the author gave. */
  readonly passages: Set<Container>
  readonly functions: Set<Container>
  readonly counted: Set<Container>
  readonly assigned: Set<string>
}

const leavesOf = (container: Container): Leaf[] =>
  container.content.filter((part): part is Leaf => !isContainer(part))

function namedIn(root: Container): Named {
  const passages = new Set<Container>()
  const functions = new Set<Container>()
  const counted = new Set<Container>()
  const assigned = new Set<string>()
  const isDeclaration = (container: Container): boolean =>
    container.name === 'global decl' || (container.parent !== undefined && isDeclaration(container.parent))
  for (const container of eachContainer(root)) {
    for (const leaf of leavesOf(container)) {
      if (leaf === 'visit') counted.add(container)
      if (!isMembers(leaf)) continue
      const at = (key: string) => {
        const path = leaf[key]
        return typeof path === 'string' ? placeAt(path, container)?.container : undefined
      }
      const called = at('f()')
      if (called) functions.add(called)
      if (leaf['var'] !== true) {
        for (const key of ['->', '->t->', '^->'] as const) {
          const target = at(key)
          if (target?.name !== undefined && !INNER.test(target.name)) passages.add(target)
        }
      }
      const read = at('CNT?')
      if (read) counted.add(read)
      const pushed = at('^->')
      if (pushed && !INNER.test(pushed.name ?? '')) counted.add(pushed)
      if (typeof leaf['VAR='] === 'string' && !isDeclaration(container)) assigned.add(leaf['VAR='])
    }
  }
  for (const knot of root.named.values()) {
    if (knot.name === 'global decl' || functions.has(knot)) continue
    const returns = [...eachContainer(knot)].some((part) => leavesOf(part).includes('~ret'))
    if (!returns && !INNER.test(knot.name ?? '') && knot.parent === root && !root.content.includes(knot))
      passages.add(knot)
  }
  for (const container of functions) passages.delete(container)
  return { passages, functions, counted, assigned }
}

/** Returns the values that global variables have at the start. A value that can't be worked out is noted. */
function globalsOf(root: Container, notes: Notes): Map<string, Value> {
  const globals = new Map<string, Value>()
  let last: Expr | undefined
  for (const leaf of leavesOf(root.named.get('global decl') ?? { ...root, content: [] })) {
    if (typeof leaf === 'number' || typeof leaf === 'boolean') last = { kind: 'value', value: leaf }
    else if (typeof leaf === 'string' && leaf.startsWith('^')) last = { kind: 'value', value: leaf.slice(1) }
    else if (leaf === 'str' || leaf === '/str' || leaf === 'ev' || leaf === '/ev') continue
    else if (isMembers(leaf) && typeof leaf['VAR='] === 'string') {
      const value = last && constantOf(last)
      if (value === undefined) notes.add('variable', '', leaf['VAR='], leaf['VAR='])
      else globals.set(leaf['VAR='], value)
      last = undefined
    } else last = undefined
  }
  return globals
}

const titleTag = /^(title|lang|language)\s*:\s*(.+)$/i

/** Reads the title and the language of the story from the tags before the first text. */
function globalTags(root: Container): Map<string, string> {
  const found = new Map<string, string>()
  let open = false
  const look = (container: Container): boolean => {
    for (const part of container.content) {
      if (isContainer(part)) {
        if (!look(part)) return false
      } else if (part === '#') open = true
      else if (part === '/#') open = false
      else if (typeof part === 'string' && part.startsWith('^')) {
        if (!open && part.slice(1).trim() !== '') return false
        const match = titleTag.exec(part.slice(1).trim())
        if (open && match) found.set(match[1]!.toLowerCase(), match[2]!.trim())
      } else if (isMembers(part) && typeof part['#'] === 'string') {
        const match = titleTag.exec(part['#'].trim())
        if (match) found.set(match[1]!.toLowerCase(), match[2]!.trim())
      } else if (isMembers(part)) return false
    }
    return true
  }
  look(root)
  return found
}

/** Removes passages that only lead to another one, and points all jumps at their destinations. */
function withoutDetours(passages: readonly Passage[]): {
  passages: Passage[]
  seen: (key: string) => string
} {
  const detours = new Map<string, string>()
  for (const { key, items } of passages) {
    const [only, ...more] = items.filter((item) => item.kind !== 'text' || item.text.trim() !== '')
    if (only?.kind === 'goto' && more.length === 0) detours.set(key, only.to)
  }
  const seen = (key: string): string => {
    const visited = new Set<string>()
    let at = key
    while (detours.has(at) && !visited.has(at)) {
      visited.add(at)
      at = detours.get(at)!
    }
    return visited.has(at) ? key : at
  }
  const lead = (items: readonly Item[]): Item[] =>
    items.map((item): Item => {
      if (item.kind === 'goto') return { kind: 'goto', to: seen(item.to) }
      if (item.kind === 'choice') return { ...item, body: lead(item.body) }
      if (item.kind !== 'if') return item
      return { ...item, branches: item.branches.map((branch) => ({ ...branch, items: lead(branch.items) })) }
    })
  return {
    passages: passages
      .filter(({ key }) => seen(key) === key)
      .map((one) => ({ ...one, items: lead(one.items) })),
    seen,
  }
}

/**
 * Reads a compiled ink story.
 * @param compiled a story that `isKnownInk`
 * @param title the title of a story that gives none in its tags
 * @throws TooDeep for a story that is nested deeper than any author would nest it
 */
export function storyOfInk(compiled: { readonly root: readonly unknown[] }, title: string): Story {
  const notes = new Notes()
  const root = containerOf(compiled.root)
  const { passages, counted, assigned } = namedIn(root)
  const initial = globalsOf(root, notes)
  const tags = globalTags(root)
  const constants = new Map(
    [...initial]
      .filter(([name]) => !assigned.has(name))
      .map(([name, value]) => [name, { kind: 'value', value } as const]),
  )
  const story: InkStory = { root, passages, counted, constants, globals: new Set(initial.keys()) }
  const frame = (container: Container): Frame => ({
    container,
    index: 0,
    kind: 'flow',
    temps: new Map(),
    eval: 0,
  })
  const walk = new InkWalk(story, notes)
  const start = walk.passage([frame(root)], [])
  const made = new Map<string, Passage>()
  const make = () => {
    for (let next = walk.next(); next && made.size < MOST_PASSAGES; next = walk.next())
      made.set(next.key, next)
  }
  make()
  for (const container of passages) {
    // A passage that the author named is imported even if nothing leads to it.
    if (walk.entered.has(container) || /^g-\d+$/.test(container.name ?? '')) continue
    // A knot with parameters is imported once for each set of arguments that it is called with.
    if (
      container.content.some((part) => isMembers(part) && 'temp=' in part && !('re' in part)) &&
      container.parent === root
    )
      continue
    walk.passage([frame(container)], [])
    make()
  }
  if (walk.next() !== undefined) notes.add('ways', '', String(MOST_PASSAGES))
  const { passages: told, seen } = withoutDetours([...made.values()])
  const first = seen(start)
  const empty =
    told.length === 1 &&
    told[0]!.items.every((item) => item.kind === 'end' || (item.kind === 'text' && item.text.trim() === ''))
  return {
    title: tags.get('title') ?? title,
    language: tags.get('lang') ?? tags.get('language'),
    start: first,
    passages: empty ? [] : told,
    initial,
    notes: notes.all,
  }
}
