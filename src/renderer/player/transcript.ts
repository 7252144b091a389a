import { deskAnswer, viewOf, type LogEntry, type Session } from '../../domain/run'
import type { Beat, ChoiceMeta } from '../../domain/scenario/schema'
import { TIMEOUT_EVENT, type Channel } from '../../domain/scenario/vocabulary'

/** The entries of the contact's thread, oldest first. */
export type Line = {
  readonly key: string
  /** The channel of the scene in which it was said or done. It gives the line its form, which stays. */
  readonly scene: Channel
} & (
  | {
      readonly kind: 'beat'
      readonly beat: Beat
      /** The channel of the speaker. */
      readonly channel: Channel
      /** True if this is not the one with whom the trainee chats, so that a bubble needs a name. */
      readonly named: boolean
    }
  | { readonly kind: 'said'; readonly meta: ChoiceMeta }
  | { readonly kind: 'did'; readonly meta: ChoiceMeta }
  /** The use of a tool that the scene does not handle, so that the floor answers. */
  | { readonly kind: 'used'; readonly event: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'place'; readonly place: Readonly<Record<string, string>> }
)

/** Returns the channel of the person with whom the trainee deals in a session's scene. */
export function channelOf(session: Session): Channel {
  const { contact } = viewOf(session)
  return (contact && session.compiled.scenario.cast[contact]?.channel) || 'desk'
}

/**
 * Returns the session whose contact is on screen: the last one, and at the end of a contact the one before, so that the
 * screen stays as it was.
 */
export function facedIn(sessions: readonly Session[]): Session {
  const last = sessions[sessions.length - 1]!
  const { ending, contact } = viewOf(last)
  if (!ending || contact !== undefined) return last
  return sessions.findLast((session) => !viewOf(session).ending) ?? last
}

/** Groups uses of the desk by scene: each scene has those between the previous decision and its own. */
function usesByScene<Entry extends Pick<LogEntry, 'kind' | 'event'>>(log: readonly Entry[]): Entry[][] {
  const scenes: Entry[][] = [[]]
  for (const entry of log) {
    if (entry.kind === 'decision') scenes.push([])
    else scenes[scenes.length - 1]!.push(entry)
  }
  return scenes
}

/**
 * Returns the thread so far.
 * @param sessions the start, then one after each decision
 * @param log the attempt's log, which made these sessions
 * @param shown the number of beats of the last scene that are on screen
 */
export function transcript(
  sessions: readonly Session[],
  log: readonly Pick<LogEntry, 'kind' | 'event'>[],
  shown: number,
): Line[] {
  const decisions = log.filter((entry) => entry.kind === 'decision')
  const uses = usesByScene(log)
  const lines: Line[] = []
  let place = ''
  let writer: string | undefined
  sessions.forEach((session, i) => {
    const view = viewOf(session)
    const scene = channelOf(facedIn(sessions.slice(0, i + 1)))
    const { cast } = session.compiled.scenario
    const say = (key: string, beat: Beat) => {
      const channel = cast[beat.from]?.channel ?? 'desk'
      if (channel === 'chat') writer ??= beat.from
      const named = scene !== 'chat' || beat.from !== writer
      lines.push({ kind: 'beat', key, scene, beat, channel, named })
    }
    const here = view.meta?.place
    if (here && JSON.stringify(here) !== place) {
      place = JSON.stringify(here)
      lines.push({ kind: 'place', key: `${i}/place`, scene, place: here })
    }
    const present = i === sessions.length - 1
    for (const beat of present ? view.beats.slice(0, shown) : view.beats) say(`${i}/${beat.id}`, beat)
    uses[i]?.forEach((entry, j) => {
      const answered = deskAnswer(session, entry)
      if (!answered) return
      const key = `${i}/used/${j}`
      lines.push({ kind: 'used', key, scene, event: entry.event })
      answered.answer.forEach(({ from, text }, k) => say(`${key}/${k}`, { id: `answer-${k}`, from, text }))
    })
    const decision = decisions[i]
    if (!decision) return
    const choice = view.choices.find((offered) => offered.event === decision.event)
    if (decision.event === TIMEOUT_EVENT) lines.push({ kind: 'silence', key: `${i}/timeout`, scene })
    else if (choice?.meta.say) lines.push({ kind: 'said', key: `${i}/said`, scene, meta: choice.meta })
    else if (choice) lines.push({ kind: 'did', key: `${i}/did`, scene, meta: choice.meta })
  })
  return lines
}
