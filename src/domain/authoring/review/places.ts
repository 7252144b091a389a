/**
 * Lists the places on which a reviewer can comment: every text of a scenario, each scene and choice as a whole, and the
 * scenario itself.
 */
import { ALWAYS_PLACE, choicePlaces, scenePlace } from './place-ids'
import { documentTexts } from '../document-texts'
import { beginningOf } from '../../scenario/cut'
import { LONGEST_WORDS, wordsOf, type Pin, type PlaceKind } from './pin'
import { membersOf, type Members } from '../../scenario/members'

/** A place of the current scenario. */
export interface Place {
  readonly kind: PlaceKind
  /** Unique among places of its kind. Like the id of a text, it stays when its surroundings are moved. */
  readonly id: string
  /** Keys and indexes from the root of the document. */
  readonly path: readonly (string | number)[]
  /** For a text the name of its property, such as `say` or `text`; otherwise the same as `kind`. */
  readonly name: string
  /**
   * The words of the place by language: the title of a scene, the words of a choice. Words that are the same in every
   * language stand under `''`.
   */
  readonly words: Readonly<Record<string, string>>
}

/**
 * Lists every place of a scenario to which a comment can be pinned.
 * @param document any JSON value; parts that do not fit the schema are left out
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

/** The result of looking for the place of a comment. */
export type Stand =
  /** The place is there and has the same words. */
  | { readonly place: 'here'; readonly at: Place }
  /** The place is there, but its words have changed. */
  | { readonly place: 'changed'; readonly at: Place }
  /** The words stand at another place now. */
  | { readonly place: 'moved'; readonly at: Place }
  /** Neither the place nor the words can be found. */
  | { readonly place: 'gone' }

/** Matches a counted part of an id. Such an id can mean another text after an entry before it was removed. */
const COUNTED = /\/\d+(?:\/|$)/

/**
 * Finds the places of comments in the current scenario. A comment stands at the place with its id. Where there is no
 * such place, or the id is counted and its place has other words, it stands at the only place of its kind that has the
 * words of the comment.
 * @param places all places of the scenario, from `placesOf`
 * @returns a function from a comment's pin to its place
 */
export function standsIn(places: readonly Place[]): (pin: Pin) => Stand {
  const byId = new Map(places.map((place) => [`${place.kind} ${place.id}`, place]))
  const says = (place: Place, pin: Pin): boolean => {
    const now = place.words[pin.language] ?? place.words['']
    return now !== undefined && beginningOf(now, LONGEST_WORDS) === pin.words
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
