/** Finds out which places of a scenario runs have passed, and ways to places that none has passed. */
import { decide, passageOf, placesAtStart, type CompiledScenario, type Place, type Session } from '../run'
import { walk } from './explore'

/** Returns a place as a string, for look-ups in a set. */
export const placeKey = (place: Place): string => place.join('\n')

/**
 * Returns the places that a run passes.
 * @param start the session in which it begins
 * @param events choices, which are taken until one is not offered
 * @returns the keys of scenes, groups, choices, time limits and automatic steps
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
 * Searches for a shortest way from the beginning that passes a place.
 * @param wanted the key of the place
 * @param limit the greatest number of situations to look at
 * @returns a generator that yields after each situation, so that callers can do something else in between. Its result
 *   are the choices of the way; `undefined` if no way was found.
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
