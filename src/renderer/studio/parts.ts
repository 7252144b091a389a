/** Copies, pastes, duplicates and deletes scenes and choices, also from one scenario into another. */
import { freeId } from './form/fresh'
import { put, remove, targetFor } from './acts'
import { membersOf } from '../../domain/scenario/members'
import { scenarioSchema } from '../../domain/scenario/schema'
import { at, choicesIn, isScene, listOf, outlineOf, sceneOf, type OutlineChoice, type Path } from './outline'
import { keyOf } from './selection'

type Document = Record<string, unknown>

/** Marks a text on the clipboard as parts of a scenario. */
const MARK = 'hold-the-line/parts'

interface CopiedScene {
  readonly id: string
  /** The keys of the scene, joined by dots, in the document it was copied from. */
  readonly name: string
  readonly state: unknown
}
interface CopiedChoice {
  readonly kind: OutlineChoice['kind']
  /** The event of the choice, or the milliseconds after which it happens. */
  readonly key: string
  readonly leadsTo?: string | undefined
  readonly value: unknown
}
/** Copied parts as they are stored on the clipboard. */
export interface Parts {
  readonly mark: typeof MARK
  readonly format: 1
  readonly scenes: readonly CopiedScene[]
  readonly choices: readonly CopiedChoice[]
  /** The targets of the choices of the copied scenes, with each choice's scene and its path inside it. */
  readonly leads: readonly { readonly at: Path; readonly from: string; readonly to: string }[]
}

const isWithin = (path: Path, outer: Path): boolean =>
  path.length > outer.length && outer.every((key, i) => path[i] === key)

/** Copies a value, also one of a draft that is being changed. */
const copyOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown

const nameOf = (scene: Path): string => scene.filter((_, i) => i > 0 && i % 2 === 0).join('.')

/** Returns the paths that do not lie within another one. */
export const outermost = (paths: readonly Path[]): Path[] =>
  paths.filter((path) => !paths.some((other) => isWithin(path, other)))

/** @param paths the paths of scenes and choices; a part inside another one is copied with it */
export function copyParts(document: unknown, paths: readonly Path[]): Parts {
  const wanted = new Set(outermost(paths).map(keyOf))
  const outline = outlineOf(document)
  const scenes = outline.filter(({ path }) => wanted.has(keyOf(path)))
  const choices = choicesIn(document).filter(({ path }) => wanted.has(keyOf(path)))
  return {
    mark: MARK,
    format: 1,
    scenes: scenes.map(({ id, name, path }) => ({ id, name, state: at(document, path) })),
    choices: choices.map(({ kind, path, leadsTo }) => ({
      kind,
      key: kind === 'always' ? '' : String(path[sceneOf(path).length + 1]),
      leadsTo,
      value: at(document, path),
    })),
    leads: scenes.flatMap((scene) =>
      outline
        .filter(({ path }) => path === scene.path || isWithin(path, scene.path))
        .flatMap((inner) =>
          inner.choices.flatMap(({ path, leadsTo }) =>
            leadsTo === undefined
              ? []
              : [{ at: path.slice(scene.path.length), from: scene.name, to: leadsTo }],
          ),
        ),
    ),
  }
}

/** Reads parts from a text on the clipboard; `undefined` if the text holds none. */
export function partsFrom(text: string): Parts | undefined {
  if (!text.includes(MARK)) return undefined
  try {
    const parts = membersOf(JSON.parse(text) as unknown)
    if (parts['mark'] !== MARK || parts['format'] !== 1) return undefined
    const scenes = listOf(parts['scenes']).filter((scene) => {
      const { id, name, state } = membersOf(scene)
      return typeof id === 'string' && typeof name === 'string' && Object.keys(membersOf(state)).length > 0
    })
    const choices = listOf(parts['choices']).filter((choice) => {
      const { kind, key, value } = membersOf(choice)
      return (
        (kind === 'on' || kind === 'after' || kind === 'always') &&
        typeof key === 'string' &&
        typeof value === 'object' &&
        value !== null
      )
    })
    const leads = listOf(parts['leads']).filter((lead) => {
      const { at: place, from, to } = membersOf(lead)
      return Array.isArray(place) && typeof from === 'string' && typeof to === 'string'
    })
    if (scenes.length + choices.length === 0) return undefined
    return { mark: MARK, format: 1, scenes, choices, leads } as unknown as Parts
  } catch {
    return undefined
  }
}

/**
 * Adds a choice to a scene.
 * @returns the choice's path
 */
export function addChoice(
  document: Document,
  scene: Path,
  kind: OutlineChoice['kind'],
  key: string,
  value: unknown,
): Path {
  const state = membersOf(at(document, scene))
  if (kind === 'on') {
    const id = freeId(Object.keys(membersOf(state['on'])), key)
    put(document, [...scene, 'on', id], value)
    return [...scene, 'on', id]
  }
  const place = kind === 'after' ? [...scene, 'after', key] : [...scene, 'always']
  const there = at(document, place)
  if (there === undefined) {
    put(document, place, value)
    return place
  }
  // A second choice after the same delay becomes another branch of it.
  const branches = [...(Array.isArray(there) ? (there as unknown[]) : [there]), value]
  put(document, place, branches)
  return [...place, branches.length - 1]
}

/**
 * Pastes copied parts into a scenario. Scenes are added at the end of the top level with unused ids. Targets among the
 * copied parts lead to the copies; all others keep their names, even if there is no such scene, which the checks then
 * report.
 * @param scene gets the copied choices
 * @returns the paths of the pasted parts; choices are left out if no scene is given
 */
export function pasteParts(document: Document, parts: Parts, scene: Path | undefined): Path[] {
  const pasted: Path[] = []
  const renamed = new Map<string, string>()
  const taken = Object.keys(membersOf(at(document, ['machine', 'states'])))
  for (const { id, name, state } of parts.scenes) {
    const free = freeId(taken, id)
    taken.push(free)
    renamed.set(name, free)
    const path = ['machine', 'states', free]
    put(document, path, copyOf(state))
    pasted.push(path)
  }
  /** Returns the present name of a scene for its name in the copied document. */
  const nowOf = (name: string): string => {
    const keys = name.split('.')
    for (let end = keys.length; end > 0; end -= 1) {
      const own = renamed.get(keys.slice(0, end).join('.'))
      if (own !== undefined) return [own, ...keys.slice(end)].join('.')
    }
    return name
  }
  for (const { at: place, from, to } of parts.leads) {
    const path = ['machine', 'states', renamed.get(from) ?? from, ...place]
    const branch = at(document, path)
    if (!renamed.has(from) || typeof branch !== 'object' || branch === null) continue
    const inner = path.slice(0, path.findLastIndex((key, i) => key === 'states' && i % 2 === 1) + 2)
    ;(branch as Document)['target'] = targetFor(document, inner, nowOf(to))
  }
  if (!scene) return pasted
  for (const { kind, key, leadsTo, value } of parts.choices) {
    const path = addChoice(document, scene, kind, key, copyOf(value))
    const branch = at(document, path)
    if (leadsTo !== undefined && typeof branch === 'object' && branch !== null) {
      ;(branch as Document)['target'] = targetFor(document, scene, nowOf(leadsTo))
    }
    pasted.push(path)
  }
  return pasted
}

/**
 * Copies each part beside itself.
 * @returns the paths of the copies
 */
export function duplicateParts(document: Document, paths: readonly Path[]): Path[] {
  const kept = outermost(paths)
  const scenes = kept.filter(isScene)
  const made = pasteParts(document, copyParts(document, scenes), undefined)
  for (const path of kept) {
    if (scenes.includes(path)) continue
    made.push(...pasteParts(document, copyParts(document, [path]), sceneOf(path)))
  }
  return made
}

/** Removes parts. Choices that led to them lead nowhere afterwards, which the checks report. */
export function removeParts(document: Document, paths: readonly Path[]): void {
  // In a list the last items are removed first, so that the paths of the others stay valid.
  const index = (path: Path): number => {
    const last = path.at(-1)
    return typeof last === 'number' ? last : -1
  }
  for (const path of outermost(paths).toSorted((a, b) => index(b) - index(a))) {
    remove(document, path, scenarioSchema)
  }
}

export { nameOf as sceneName }
