/** Where a reviewer can say something: every text of a scenario, its scenes and choices as a whole, and all of it. */
import { ALWAYS_PLACE, choicePlaces, scenePlace } from './place-ids'
import { documentTexts } from '../document-texts'
import { LONGEST_WORDS, wordsOf, type Pin, type PlaceKind } from './pin'

/** A place as it is now. */
export interface Place {
  readonly kind: PlaceKind
  /** Unique among places of its kind; it stays when what stands around it is moved, as ids of texts do. */
  readonly id: string
  /** Keys and indexes from the root of the document. */
  readonly path: readonly (string | number)[]
  /** Of a text what it is, such as `say` or `text`. */
  readonly name: string
  /** What it says by language: of a scene its title, of a choice its words. One that is the same in all has `''`. */
  readonly words: Readonly<Record<string, string>>
}

type Members = Readonly<Record<string, unknown>>
const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {}

/**
 * Lists every place of a scenario to which a comment can be pinned.
 * @param document any JSON value; of one that does not fit, what is there is listed
 * @returns the scenario, its scenes with their choices, then its texts. Never throws.
 */
export function placesOf(document: unknown): Place[] {
  const root = membersOf(document)
  const places: Place[] = [
    { kind: 'scenario', id: 'scenario', path: [], name: 'scenario', words: wordsOf(root['title']) },
  ]
  const choices = (node: Members, path: readonly (string | number)[], scene: string): void => {
    for (const { id, keys, branch } of choicePlaces(node, scene)) {
      const meta = membersOf(membersOf(branch)['meta'])
      const words = wordsOf(meta['say'] ?? meta['did'])
      places.push({ kind: 'choice', id, path: [...path, ...keys], name: 'choice', words })
    }
  }
  const walk = (node: Members, path: readonly (string | number)[], names: readonly string[]): void => {
    for (const [key, value] of Object.entries(membersOf(node['states']))) {
      const state = membersOf(value)
      const own = [...names, key]
      const keys = [...path, 'states', key]
      const id = scenePlace(own.join('.'))
      places.push({
        kind: 'scene',
        id,
        path: keys,
        name: 'scene',
        words: wordsOf(membersOf(state['meta'])['title']),
      })
      choices(state, keys, id)
      walk(state, keys, own)
    }
  }
  const machine = membersOf(root['machine'])
  choices(machine, ['machine'], ALWAYS_PLACE)
  walk(machine, ['machine'], [])
  for (const { id, path, name, words, plain } of documentTexts('scenario', document)) {
    places.push({ kind: 'text', id, path, name, words: words ?? { '': plain ?? '' } })
  }
  return places
}

/** Where a comment stands now. */
export type Stand =
  /** Where it was written, of the same words. */
  | { readonly place: 'here'; readonly at: Place }
  /** Where it was written; the words are others now. */
  | { readonly place: 'changed'; readonly at: Place }
  /** Its words stand elsewhere now. */
  | { readonly place: 'moved'; readonly at: Place }
  /** Neither the place nor the words are there any more. */
  | { readonly place: 'gone' }

/** A number in an id counts: what stands under it changes when something before it goes. */
const COUNTED = /\/\d+(?:\/|$)/

/**
 * Gives the places of a scenario to comments.
 * @param places as `placesOf` lists them
 * @returns a function that says where a comment stands: at the place of its id; where that is gone, or is only counted
 *   and says something else, at the one place of its kind that says the words of which it was written
 */
export function standsIn(places: readonly Place[]): (pin: Pin) => Stand {
  const byId = new Map(places.map((place) => [`${place.kind} ${place.id}`, place]))
  const says = (place: Place, pin: Pin): boolean => {
    const now = place.words[pin.language] ?? place.words['']
    return now?.slice(0, LONGEST_WORDS) === pin.words
  }
  const elsewhere = (pin: Pin): Place | undefined => {
    if (pin.words.trim() === '') return undefined
    const name = pin.kind === 'text' ? pin.id.split('/').findLast((part) => !/^\d+$/.test(part)) : pin.kind
    const alike = places.filter(
      (place) =>
        place.kind === pin.kind &&
        (place.kind !== 'text' || place.name === name || pin.id.includes(`/${place.name}/`)) &&
        says(place, pin),
    )
    return alike.length === 1 ? alike[0] : undefined
  }
  return (pin) => {
    const same = byId.get(`${pin.kind} ${pin.id}`)
    if (same && (pin.words === '' || says(same, pin))) return { place: 'here', at: same }
    if (!same || COUNTED.test(pin.id)) {
      const moved = elsewhere(pin)
      if (moved) return { place: 'moved', at: moved }
    }
    return same ? { place: 'changed', at: same } : { place: 'gone' }
  }
}
