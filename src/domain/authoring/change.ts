import { valueAt } from '../scenario/json-path'
import { membersOf, type Members } from '../scenario/members'

export type Path = readonly PropertyKey[]

/** Returns the document with another value at a path. Objects that are missing on the way are created. */
export function put(document: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(document)) {
    const list: readonly unknown[] = document
    return list.with(Number(key), put(list[Number(key)], rest, value))
  }
  const members: Readonly<Record<PropertyKey, unknown>> = membersOf(document)
  return { ...members, [key]: put(Object.hasOwn(members, key) ? members[key] : undefined, rest, value) }
}

/** Returns the document without the value at a path. */
export function without(document: unknown, path: Path): unknown {
  const key = path[path.length - 1]!
  const outer = path.slice(0, -1)
  const holder = valueAt(document, outer)
  if (Array.isArray(holder)) return put(document, outer, (holder as unknown[]).toSpliced(Number(key), 1))
  const kept = Object.entries(holder as Members).filter(([name]) => name !== String(key))
  return put(document, outer, Object.fromEntries(kept))
}

/** Returns the document with another name for the member at a path. The member keeps its position. */
export function renamed(document: unknown, path: Path, name: string): unknown {
  const outer = path.slice(0, -1)
  const entries = Object.entries(valueAt(document, outer) as Members)
  const was = String(path[path.length - 1])
  return put(
    document,
    outer,
    Object.fromEntries(entries.map(([key, value]) => [key === was ? name : key, value])),
  )
}

/** Returns the document with `change` applied to each text, number and other scalar. Unchanged parts are shared. */
export function mapped(document: unknown, change: (value: unknown, path: Path) => unknown): unknown {
  const visit = (value: unknown, path: Path): unknown => {
    if (typeof value !== 'object' || value === null) return change(value, path)
    let same = true
    const entries = Object.entries(value).map(([key, own]) => {
      const next = visit(own, [...path, Array.isArray(value) ? Number(key) : key])
      if (next !== own) same = false
      return [key, next] as const
    })
    if (same) return value
    return Array.isArray(value) ? entries.map(([, own]) => own) : Object.fromEntries(entries)
  }
  return visit(document, [])
}
