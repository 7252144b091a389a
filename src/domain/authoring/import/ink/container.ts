import { isMembers } from '../../../scenario/members'
/** A node of the tree that a compiled ink story consists of. */
export interface Container {
  readonly content: readonly (Container | Leaf)[]
  readonly named: ReadonlyMap<string, Container>
  readonly parent: Container | undefined
  readonly name: string | undefined
  /** Names and indexes from the root, joined by dots. */
  readonly path: string
}

export type Leaf = string | number | boolean | null | Readonly<Record<string, unknown>>

/** No author nests a story more deeply than this. */
const DEEPEST = 400

export class TooDeep extends Error {}

/** Tells a container of a compiled story from its text, commands and numbers. */
export const isContainer = (node: Container | Leaf | undefined): node is Container =>
  typeof node === 'object' && node !== null && 'content' in node && Array.isArray(node.content)

/**
 * Reads the containers of a compiled story.
 * @param json the `root` of the file
 * @throws TooDeep for a file that is nested too deeply, which would otherwise exhaust the stack
 */
export function containerOf(json: readonly unknown[], parent?: Container, key = '', depth = 0): Container {
  if (depth > DEEPEST) throw new TooDeep()
  const last = json.at(-1)
  const extra = isMembers(last) ? last : {}
  const content: (Container | Leaf)[] = []
  const named = new Map<string, Container>()
  const name = typeof extra['#n'] === 'string' ? extra['#n'] : undefined
  const own = name ?? key
  const path = parent === undefined || parent.path === '' ? own : `${parent.path}.${own}`
  const self: Container = {
    content,
    named,
    parent,
    name: name ?? (/^\d*$/.test(key) ? undefined : key),
    path,
  }
  for (const [i, part] of json.slice(0, -1).entries()) {
    const child = Array.isArray(part)
      ? containerOf(part as unknown[], self, String(i), depth + 1)
      : (part as Leaf)
    content.push(child)
    if (isContainer(child) && child.name !== undefined) named.set(child.name, child)
  }
  for (const [called, part] of Object.entries(extra)) {
    if (Array.isArray(part)) named.set(called, containerOf(part as unknown[], self, called, depth + 1))
  }
  return self
}

/** A position in a story: before the part at an index of a container. */
export interface Pointer {
  readonly container: Container
  readonly index: number
}

/**
 * Finds the position that a path names.
 * @param from the container in which the path stands; relative paths begin there
 * @returns `undefined` for a path that leads nowhere
 */
export function placeAt(path: string, from: Container): Pointer | undefined {
  let at: Container | undefined = from
  let parts = path.split('.')
  if (path.startsWith('.')) parts = parts.slice(parts[1] === '^' ? 2 : 1)
  else while (at.parent) at = at.parent
  for (const [i, part] of parts.entries()) {
    if (!at) return undefined
    if (part === '^') at = at.parent
    else if (/^\d+$/.test(part)) {
      const child: Container | Leaf | undefined = at.content[Number(part)]
      if (isContainer(child)) at = child
      else return i === parts.length - 1 ? { container: at, index: Number(part) } : undefined
    } else at = at.named.get(part)
  }
  return at && { container: at, index: 0 }
}

/** Yields a container and all containers below it. */
export function* eachContainer(container: Container): Generator<Container> {
  yield container
  const inside = new Set<Container>([...container.content.filter(isContainer), ...container.named.values()])
  for (const child of inside) yield* eachContainer(child)
}
