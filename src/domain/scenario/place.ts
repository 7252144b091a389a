import { jsonPath, valueAt } from './json-path'
import { mend } from './mend'
import { scenarioSchema, type Scenario } from './schema'
import { eachText } from './texts'
import { TIMEOUT_EVENT } from './vocabulary'

/** Where something stands in a document, also by the names that stay when a list is put in another order. */
export interface Place {
  /** Keys and indexes from the root of the document. */
  readonly path: readonly (string | number)[]
  /** Path of the scene or of the group of scenes, joined by dots. */
  readonly scene?: string
  /** Event of the choice; `timeout` for a time limit. */
  readonly choice?: string
  readonly beat?: string
  /** Id of the text, as `listTexts` gives it. */
  readonly text?: string
  /** Of the text, or of the version of it that is missing. */
  readonly language?: string
}

const isObject = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null

/**
 * The ids of the texts at some places of a scenario.
 * @param paths the places; a text is asked for by its own place or by that of one of its languages
 * @param document however broken
 * @param mended what `mend` made of it, where that is known
 * @returns the ids by JSON path; none for a document that is no scenario
 */
export function textsAt(
  paths: readonly (readonly PropertyKey[])[],
  document: unknown,
  mended?: unknown,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (!isObject(document) || !isObject(document['machine'])) return found
  const asked = new Set(paths.flatMap((path) => [jsonPath(path), jsonPath(path.slice(0, -1))]))
  // Thousands of texts stand in a scenario, and mostly one is asked for: only those of its name are looked at.
  const names = new Set(paths.flatMap((path) => [path[path.length - 1], path[path.length - 2]]))
  const value = mended ?? mend(scenarioSchema, document).value
  eachText(value as Scenario, (_, place) => {
    if (!names.has(place.key)) return
    const path = jsonPath(place.keys)
    if (asked.has(path)) found.set(path, place.id)
  })
  return found
}

/**
 * Names a place in a scenario.
 * @param path keys and indexes from the root
 * @param document the scenario, however broken
 * @param texts as `textsAt` gives them
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
