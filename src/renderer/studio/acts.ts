/** The acts of an author on a scenario. Each is a recipe on a copy of the document and one step of the history. */
import { membersOf } from '../../domain/scenario/members'
import type { PartSchema } from '../../domain/authoring/key-order'
import { needsAt } from './form/fresh'
import { at, choicesIn, sceneOf, type Path } from './outline'

type Document = Record<string, unknown>
type Texts = Readonly<Record<string, string>>

/** Makes an unused id from a text, keeping its words as far as an id can. */
export function idFor(words: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = words
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 32)
    .replace(/-+$/, '')
  const base = plain === '' || plain === 'constructor' || plain === 'prototype' ? otherwise : plain
  if (!taken.has(base)) return base
  for (let n = 2; ; n += 1) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`
}

const parentOf = (document: unknown, path: Path): Record<string, unknown> | unknown[] | undefined => {
  const value = at(document, path.slice(0, -1))
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
}

/** Sets the value at a place, or removes it. Missing parents are made. */
export function put(document: Document, path: Path, value: unknown): void {
  let parent = document as Record<string | number, unknown>
  for (const [i, key] of path.slice(0, -1).entries()) {
    const child = parent[key]
    if (typeof child !== 'object' || child === null) parent[key] = typeof path[i + 1] === 'number' ? [] : {}
    parent = parent[key] as Record<string | number, unknown>
  }
  const last = path.at(-1)!
  if (value !== undefined) parent[last] = value
  else if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete parent[last]
}

const inEach = (languages: readonly string[], words: string): Texts =>
  Object.fromEntries(languages.map((language) => [language, words]))

/** Adds a scene at the end, with an empty line of the contact. The languages are those of its title. */
export function addScene(document: Document, id: string, title: Texts): Path {
  const languages = Object.keys(title)
  const from = Object.keys(membersOf(document['cast']))[0] ?? 'narrator'
  const path = ['machine', 'states', id]
  put(document, path, {
    meta: { title, beats: [{ id: 'b1', from, text: inEach(languages, '…') }] },
    on: {},
  })
  if (membersOf(document['machine'])['initial'] === undefined) put(document, ['machine', 'initial'], id)
  return path
}

export function addEnding(document: Document, id: string, title: Texts): Path {
  const languages = Object.keys(title)
  const path = ['machine', 'states', id]
  put(document, path, {
    type: 'final',
    meta: { title, disposition: 'reported', debrief: inEach(languages, '…') },
  })
  return path
}

/** Adds a reply to a scene. It stays in the scene until its target is set. */
export function addReply(document: Document, scene: Path, words: Texts, id: string): Path {
  const path = [...scene, 'on', id]
  const why = Object.fromEntries(Object.keys(words).map((language) => [language, '…']))
  put(document, path, {
    meta: { say: words, stance: 'ask' },
    actions: [{ type: 'assess', params: { competency: 'verification', points: 0, of: 1, why } }],
  })
  return path
}

/**
 * Returns the target by which a choice names another scene.
 * @param scene the path of the scene that has the choice, or of the machine for a choice that every scene offers
 * @param name the keys of the other scene, joined by dots
 */
export function targetFor(document: unknown, scene: Path, name: string): string {
  // What is no scene of this scenario keeps its whole name.
  if (name.startsWith('#')) return name
  const own = scene.filter((_, i) => i > 0 && i % 2 === 0).map(String)
  const keys = name.split('.')
  const beside = keys.slice(0, -1).join('.') === own.slice(0, -1).join('.')
  // A choice of the machine belongs to the state around all scenes, so its target is a child and begins with a dot.
  if (beside) return `${own.length === 0 ? '.' : ''}${keys.at(-1)!}`
  return `#${String(membersOf(document)['id'] ?? '')}.${name}`
}

/** Makes a choice lead to a scene. */
export function leadTo(document: Document, choice: Path, scene: Path, to: string): void {
  put(document, [...choice, 'target'], targetFor(document, scene, to))
}

/** Returns the paths of all choices that lead to a scene. */
export function leadingTo(document: unknown, name: string): Path[] {
  return choicesIn(document).flatMap(({ path, leadsTo }) => (leadsTo === name ? [path] : []))
}

/** Gives a scene or a group another id, and changes everything that leads to it or into it. */
export function renameScene(document: Document, path: Path, id: string): Path {
  const old = String(path.at(-1))
  const name = path.filter((_, i) => i > 0 && i % 2 === 0).join('.')
  const { length } = name.split('.')
  for (const { path: place, target, leadsTo } of choicesIn(document)) {
    if (target === undefined || (leadsTo !== name && !leadsTo?.startsWith(`${name}.`))) continue
    // A target ends with the keys of its scene. It has this one only if it does not begin below it.
    const sign = /^(?:#[^.]*\.|\.)?/.exec(target)![0]
    const keys = target.slice(sign.length).split('.')
    const own = keys.length - 1 - (leadsTo.split('.').length - length)
    if (own >= 0) put(document, [...place, 'target'], sign + keys.with(own, id).join('.'))
  }
  const parent = at(document, path.slice(0, -2)) as Record<string, unknown>
  if (parent['initial'] === old) parent['initial'] = id
  const states = parent['states'] as Record<string, unknown>
  parent['states'] = Object.fromEntries(
    Object.entries(states).map(([key, value]) => [key === old ? id : key, value]),
  )
  return [...path.slice(0, -1), id]
}

/**
 * Removes a part, and a list or the time limits of a scene that have become empty. A list that the document can't do
 * without stays, empty.
 * @param schema the schema of the document
 */
export function remove(document: Document, path: Path, schema: PartSchema): void {
  const parent = parentOf(document, path)
  if (!parent) return
  put(document, path, undefined)
  const around = path.slice(0, -1)
  // Scenes, replies and others may be called `after` too.
  const areLimits = around.at(-1) === 'after' && sceneOf(around).length === around.length - 1
  const isEmpty = Array.isArray(parent)
    ? parent.length === 0 && !needsAt(schema, document, around)
    : Object.keys(parent).length === 0 && areLimits
  if (isEmpty) remove(document, around, schema)
}

/** Moves an item of a list, or a member among its siblings, by a number of places. */
export function move(document: Document, path: Path, by: number): Path {
  const parent = parentOf(document, path)
  const last = path.at(-1)!
  if (Array.isArray(parent)) {
    const from = Number(last)
    const to = Math.max(0, Math.min(parent.length - 1, from + by))
    const [item] = parent.splice(from, 1)
    parent.splice(to, 0, item)
    return [...path.slice(0, -1), to]
  }
  if (!parent) return path
  const names = Object.keys(parent)
  const from = names.indexOf(String(last))
  const to = Math.max(0, Math.min(names.length - 1, from + by))
  names.splice(to, 0, ...names.splice(from, 1))
  const holder = at(document, path.slice(0, -2)) as Record<string | number, unknown>
  holder[path.at(-2)!] = Object.fromEntries(names.map((name) => [name, parent[name]]))
  return path
}
