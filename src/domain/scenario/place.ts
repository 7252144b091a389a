import { jsonPath, valueAt } from './json-path'
import { mend } from './mend'
import { scenarioSchema, type Scenario } from './schema'
import { eachText } from './texts'
import { TIMEOUT_EVENT } from './vocabulary'

/** A place in a document, also by ids, which stay when a list is put in another order. */
export interface Place {
  /** Keys and indexes from the root of the document. */
  readonly path: readonly (string | number)[]
  /** The path of the scene or of the group of scenes, its keys joined by dots. */
  readonly scene?: string
  /** The event of the choice; `timeout` for a time limit. */
  readonly choice?: string
  readonly beat?: string
  /** The id of the text, as in `listTexts`. */
  readonly text?: string
  /** The language of the text, or of its missing version. */
  readonly language?: string
}

const isObject = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null

/**
 * Finds the ids of the texts at some places of a scenario.
 * @param paths the places; a text is found by its own path or by that of one of its languages
 * @param document the scenario, however broken
 * @param mended the result of `mend` for it, if known
 * @returns the ids by JSON path; an empty map for a document that is no scenario
 */
export function textsAt(
  paths: readonly (readonly PropertyKey[])[],
  document: unknown,
  mended?: unknown,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (!isObject(document) || !isObject(document['machine'])) return found
  const wanted = new Set(paths.flatMap((path) => [jsonPath(path), jsonPath(path.slice(0, -1))]))
  // A scenario has thousands of texts, and mostly one is asked for. Only texts with a matching last key are compared.
  const names = new Set(paths.flatMap((path) => [path[path.length - 1], path[path.length - 2]]))
  const value = mended ?? mend(scenarioSchema, document).value
  eachText(value as Scenario, (_, place) => {
    if (!names.has(place.key)) return
    const path = jsonPath(place.keys)
    if (wanted.has(path)) found.set(path, place.id)
  })
  return found
}

/**
 * Describes a place in a scenario by its ids.
 * @param path keys and indexes from the root
 * @param document the scenario, however broken
 * @param texts the result of `textsAt`
 */
export function placeOf(
  path: readonly PropertyKey[],
  document: unknown,
  texts: ReadonlyMap<string, string>,
): Place {
  const scenes: string[] = []
  let at = 1
  if (path[0] === 'machine') {
    for (; path[at] === 'states' && at + 1 < path.length; at += 2) scenes.push(String(path[at + 1]))
  }
  const [slot, name] = path[0] === 'machine' ? path.slice(at) : []
  const choice =
    slot === 'on' && name !== undefined ? String(name) : slot === 'after' ? TIMEOUT_EVENT : undefined
  const inBeat = slot === 'meta' && name === 'beats' && path.length > at + 2
  const beat = inBeat ? valueAt(document, [...path.slice(0, at + 3), 'id']) : undefined
  const whole = texts.get(jsonPath(path))
  const text = whole ?? texts.get(jsonPath(path.slice(0, -1)))
  const language = text !== undefined && whole === undefined ? String(path[path.length - 1]) : undefined
  return {
    path: path.map((key) => (typeof key === 'number' ? key : String(key))),
    ...(scenes.length > 0 ? { scene: scenes.join('.') } : {}),
    ...(choice === undefined ? {} : { choice }),
    ...(typeof beat === 'string' ? { beat } : {}),
    ...(text === undefined ? {} : { text }),
    ...(language === undefined ? {} : { language }),
  }
}
