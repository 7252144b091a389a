import {
  contextOf,
  decide,
  replay,
  viewOf,
  type Choice,
  type CompiledScenario,
  type LogEntry,
  type Session,
} from '../run'
import { toolRow } from '../scenario/tools'
import type { Scenario } from '../scenario/schema'
import { LEFT_EVENT } from '../scenario/vocabulary'
import { situationKey, withoutHistory } from './explore'
import { endsRight, scoreSession } from './score'

/** The result of looking for a better choice at one decision of an attempt. */
export interface Better {
  /**
   * A choice of the same scene that keeps more points within reach than the one taken. In an attack, a choice that only
   * continues the talk is never advised. `undefined` if there is no such choice, or if the contact was passed in good
   * time, so that nothing needed to be better.
   */
  readonly choice: Choice | undefined
  /** False if there were too many ways from here to look at all of them. */
  readonly searched: boolean
}

/** No scenario written for people has so many situations. Searching this number takes a slow computer some seconds. */
const MOST_SITUATIONS = 20_000

/** The value of an ending that misses or harms, and of a place from which no ending was found yet. */
const BAD = -1

interface Place {
  /** Set to `undefined` after the place was looked at. */
  session: Session | undefined
  readonly earned: number
  readonly possible: number
  /** The final share of points, for a good ending. */
  value: number
  readonly next: number[]
}

/** The places that an attempt could have reached, each with the points on the way there. */
class Ways {
  readonly places: Place[] = []
  readonly #numbers = new Map<string, number>()
  readonly #keyOf: (session: Session) => string

  constructor(private readonly compiled: CompiledScenario) {
    this.#keyOf = situationKey(compiled.scenario)
  }

  /** @returns the number of the place in which a session stands; a new one if the place was not met before */
  at(session: Session, earned: number, possible: number): number {
    for (const { points, of } of contextOf(session).assessments) {
      earned += points
      possible += of
    }
    const key = `${this.#keyOf(session)}|${earned}/${possible}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    // A critical act can't be followed by a pass, so that nothing after it needs to be looked at.
    const lost = contextOf(session).critical.length > 0
    const number = this.places.length
    this.#numbers.set(key, number)
    this.places.push({
      session: lost ? undefined : withoutHistory(session),
      earned,
      possible,
      value: BAD,
      next: [],
    })
    return number
  }

  look(place: Place): void {
    const { session, earned, possible } = place
    if (!session) return
    place.session = undefined
    const { ending, choices } = viewOf(session)
    if (ending) {
      if (endsRight(this.compiled.scenario.truth, ending.disposition))
        place.value = possible > 0 ? earned / possible : 0
      return
    }
    for (const { event } of choices) {
      const next = decide(session, event)
      if (next) place.next.push(this.at(next, earned, possible))
    }
  }

  /** Looks at everything that can be reached from a place, and yields after each place. */
  *from(start: number, seen: Set<number>): Generator<void, void> {
    const open = [start]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      const place = this.places[at]!
      if (place.session) {
        this.look(place)
        yield
      }
      open.push(...place.next)
    }
  }

  /** Returns the best ending within reach of each place, and for each place whether all ways from it were looked at. */
  judge(): { best: Float64Array; known: Uint8Array } {
    const { places } = this
    const best = new Float64Array(places.length).fill(BAD)
    const known = new Uint8Array(places.length).fill(1)
    const back: number[][] = places.map(() => [])
    places.forEach(({ next }, at) => next.forEach((to) => back[to]!.push(at)))
    const flood = (start: number, mark: (at: number) => boolean): void => {
      const open = [start]
      for (let at = open.pop(); at !== undefined; at = open.pop()) if (mark(at)) open.push(...back[at]!)
    }
    const good = places.flatMap(({ value }, at) => (value > BAD ? [at] : []))
    // Endings are processed from the best to the worst, so that each place gets its best ending.
    for (const at of good.sort((a, b) => places[b]!.value - places[a]!.value)) {
      const { value } = places[at]!
      flood(at, (to) => {
        if (best[to]! > BAD) return false
        best[to] = value
        return true
      })
    }
    places.forEach(({ session }, at) => {
      if (session) flood(at, (to) => known[to] === 1 && (known[to] = 0) === 0)
    })
    return { best, known }
  }
}

/**
 * Returns true if a choice is safe advice. In an attack only choices that refuse, verify or report are, never those
 * that keep the talk going.
 */
function isAdvice({ truth }: Scenario, { meta }: Choice): boolean {
  if (truth !== 'attack') return true
  const stance = meta.tool ? toolRow(meta.tool).stance : meta.stance
  return stance === 'refuse' || stance === 'verify'
}

/** An attack that was stopped more than this number of decisions after the first warning was stopped late. */
const LATE = 3

/** Returns true if an attempt was passed and, in an attack, was not stopped late. */
function wentWell(sessions: readonly Session[]): boolean {
  const last = sessions[sessions.length - 1]!
  if (!scoreSession(last)?.passed) return false
  const { cues, truth } = last.compiled.scenario
  if (truth !== 'attack') return true
  const warned = sessions.findIndex((session) =>
    viewOf(session).beats.some((beat) =>
      (beat.cues ?? []).some((mark) => cues[typeof mark === 'string' ? mark : mark.cue]?.kind === 'warning'),
    ),
  )
  return warned < 0 || sessions.length - 1 - warned <= LATE
}

/**
 * Looks for a better choice at each decision, from the last to the first. Ways that no guard and no score can tell
 * apart are searched once, so that a loop which only counts costs no more than its guards can distinguish.
 * @param limit the greatest number of situations to look at
 * @returns a generator that yields after each situation, so that a screen can be drawn in between. Its result has one
 *   entry for each decision of the log, in their order.
 * @throws ReplayError when the log does not fit the scenario
 */
export function* searchBetter(
  compiled: CompiledScenario,
  log: readonly LogEntry[],
  limit = MOST_SITUATIONS,
): Generator<void, readonly Better[]> {
  const decided = log.filter(({ kind, event }) => kind === 'decision' && event !== LEFT_EVENT)
  const sessions = replay(compiled, decided)
  if (wentWell(sessions)) return sessions.slice(1).map(() => ({ choice: undefined, searched: true }))
  const ways = new Ways(compiled)
  const decisions = sessions.slice(0, -1).map((session, i) => {
    const { assessments, critical } = contextOf(session)
    const earned = assessments.reduce((sum, { points }) => sum + points, 0)
    const possible = assessments.reduce((sum, { of }) => sum + of, 0)
    const bare = withoutHistory(session)
    const to = (next: Session): number => ways.at(next, earned, possible)
    const event = decided[i]!.event
    const taken = decide(bare, event)!
    return { session: bare, to, taken: to(taken), lost: critical.length > 0 }
  })
  const offers = decisions.map(({ session, to, lost }) =>
    lost
      ? []
      : viewOf(session).choices.flatMap((choice) => {
          const next = decide(session, choice.event)
          return next ? [{ choice, place: to(next) }] : []
        }),
  )
  let looked = 0
  const seen = new Set<number>()
  search: for (let i = decisions.length - 1; i >= 0; i -= 1) {
    for (const start of [decisions[i]!.taken, ...offers[i]!.map(({ place }) => place)]) {
      const steps = ways.from(start, seen)
      for (;;) {
        if (looked >= limit) break search
        if (steps.next().done) break
        looked += 1
        yield
      }
    }
  }
  const { best, known } = ways.judge()
  return decisions.map(({ taken }, i): Better => {
    const searched = known[taken] === 1 && offers[i]!.every(({ place }) => known[place] === 1)
    if (known[taken] !== 1) return { choice: undefined, searched }
    let within = best[taken]!
    let choice: Choice | undefined
    for (const offer of offers[i]!) {
      if (best[offer.place]! <= within + 1e-9 || !isAdvice(compiled.scenario, offer.choice)) continue
      choice = offer.choice
      within = best[offer.place]!
    }
    return { choice, searched }
  })
}
