/** What of a scenario runs have seen, and ways to what none has. */
import { decide, passageOf, placesAtStart, type CompiledScenario, type Place, type Session } from '../run'
import { walk } from './explore'

/** A place as one word, to be looked up in a set. */
export const placeKey = (place: Place): string => place.join('\n')

/**
 * What a run sees.
 * @param start where it begins
 * @param events choices, as far as they are offered
 * @returns the keys of scenes, groups, choices, time limits and steps that are taken by themselves
 */
export function seenOn(start: Session, events: readonly string[]): Set<string> {
  const seen = new Set(placesAtStart(start).map(placeKey))
  let session = start
  for (const event of events) {
    const next = decide(session, event)
    if (!next) break
    for (const place of passageOf(session, event)) seen.add(placeKey(place))
    session = next
  }
  return seen
}

/**
 * Looks for a way from the beginning that sees a place; among the shortest the first.
 * @param wanted the key of the place
 * @param limit greatest number of situations that are looked at
 * @returns one step at a time, so that whoever asks may do something else in between; at the end the choices, or
 *   `undefined` where no way was found
 */
export function* searchWay(
  compiled: CompiledScenario,
  wanted: string,
  limit = 50_000,
): Generator<undefined, readonly string[] | undefined> {
  const from: ({ readonly before: number; readonly event: string } | undefined)[] = [undefined]
  const wayTo = (number: number): string[] => {
    const events: string[] = []
    for (let step = from[number]; step; step = from[step.before]) events.push(step.event)
    return events.reverse()
  }
  let number = 0
  for (const { session, moves } of walk(compiled, limit)) {
    if (number === 0 && placesAtStart(session).some((place) => placeKey(place) === wanted)) return []
    for (const { event, to } of moves) {
      from[to] ??= to === 0 ? undefined : { before: number, event }
      if (passageOf(session, event).some((place) => placeKey(place) === wanted)) {
        return [...wayTo(number), event]
      }
    }
    number += 1
    yield undefined
  }
  return undefined
}
