import type { Change, ChangeCode, ChangeParams, ChangePlace } from '../domain/authoring/change-of'
import type { Locale, Texts } from './generated'
import { loadTexts, type Translate } from './translate'

type None<T extends never> = T
type Words = Texts['studio-changes']
/** The types find a sentence with a value that its change does not give, and a change without a sentence. */
export type UnfilledChange = None<
  { [C in ChangeCode]: Exclude<keyof Words[C], keyof ChangeParams[C] | 'place'> }[ChangeCode]
>

/** Puts a change into words, in one language. */
export type SayChange = (change: Change) => string

/** The names of a document's parts, where its own names and ids mean nothing to the reader. */
export interface ChangeNames {
  /** Names a property, such as `minutes`, or a path of several, such as `meta.title`. */
  readonly property: (path: string) => string
  /** Names a word of the format, such as `legitimate`, or any other value. */
  readonly value: (value: string) => string
  /** Names a language by its tag. */
  readonly language: (tag: string) => string
  /** Names a scene by its path (`group.scene`) or by the target that leads there (`#id.scene`). */
  readonly scene: (target: string) => string
}

const PROPERTIES = ['name', 'part']
const VALUES = ['was', 'now', 'competency']
/** Changes whose `was` and `now` are words that somebody has written. */
const WRITTEN: ReadonlySet<ChangeCode> = new Set(['text-changed', 'text-added', 'text-removed'])

function named(change: Change, names: ChangeNames): Change {
  const { code, params, place } = change
  // An entry of a part is named by the id that its author gave it.
  const isEntry = code === 'part-added' || code === 'part-removed'
  const name = (key: string, value: string): string => {
    if (key === 'scene' || (code === 'scene-renamed' && key === 'was')) return names.scene(value)
    if (key === 'language') return names.language(value)
    if (PROPERTIES.includes(key)) return key === 'name' && isEntry ? value : names.property(value)
    return VALUES.includes(key) && !WRITTEN.has(code) ? names.value(value) : value
  }
  const entries = Object.entries(params).map(([key, value]) => [
    key,
    typeof value === 'string' ? name(key, value) : value,
  ])
  return {
    ...change,
    params: Object.fromEntries(entries) as Change['params'],
    place: placeNamed(place, names),
  }
}

function placeNamed(place: ChangePlace, names: ChangeNames): ChangePlace {
  if (place.kind === 'document') return place
  if (place.kind === 'header') return { ...place, name: names.property(place.name) }
  if (place.kind === 'part') return { ...place, part: names.property(place.part) }
  return place.scene === '' ? place : { ...place, scene: names.scene(place.scene) }
}

/**
 * Returns a function that puts changes into words.
 * @param t the texts of changes; the words around a list of them are up to the caller
 * @param names the names of the document's parts; without them, names and ids are given as in the file
 */
export function changeSayer(t: Translate<'studio-changes'>, names?: ChangeNames): SayChange {
  const say = t as (key: string, values: Readonly<Record<string, unknown>>) => string
  const placeOf = (place: ChangePlace): string =>
    // Parts outside all scenes have no scene to name.
    say(`place.${place.kind}`, 'scene' in place ? { ...place, scene: place.scene || 'none' } : { ...place })
  return (change) => {
    const { code, params, place } = names ? named(change, names) : change
    return say(code, { ...params, place: placeOf(place) })
  }
}

/** Loads the texts of changes in a language. */
export const loadChangeTexts = (locale: Locale): Promise<Translate<'studio-changes'>> =>
  loadTexts(locale, 'studio-changes')

/** Loads the sentences of a language, in which names and ids are given as in the file. */
export async function loadChangeSayer(locale: Locale): Promise<SayChange> {
  return changeSayer(await loadChangeTexts(locale))
}
