import { deskAnswer, viewOf, type LogEntry, type Session } from '../../domain/run'
import type { Beat, ChoiceMeta } from '../../domain/scenario/schema'
import { TIMEOUT_EVENT, type Channel } from '../../domain/scenario/vocabulary'

/** The entries of the contact's thread, oldest first. */
export type Line =
  | { readonly kind: 'beat'; readonly key: string; readonly beat: Beat; readonly channel: Channel }
  | { readonly kind: 'said'; readonly key: string; readonly meta: ChoiceMeta; readonly channel: Channel }
  | { readonly kind: 'did'; readonly key: string; readonly meta: ChoiceMeta }
  /** The use of a tool that the scene does not handle, so that the floor answers. */
  | { readonly kind: 'used'; readonly key: string; readonly event: string }
  | { readonly kind: 'silence'; readonly key: string }
  | { readonly kind: 'place'; readonly key: string; readonly place: Readonly<Record<string, string>> }

/** Returns the channel of the person with whom the trainee deals in a session's scene. */
export function channelOf(session: Session): Channel {
  const { contact } = viewOf(session)
  return (contact && session.compiled.scenario.cast[contact]?.channel) || 'desk'
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
  sessions.forEach((session, i) => {
    const view = viewOf(session)
    const channel = channelOf(session)
    const here = view.meta?.place
    if (here && JSON.stringify(here) !== place) {
      place = JSON.stringify(here)
      lines.push({ kind: 'place', key: `${i}/place`, place: here })
    }
    const present = i === sessions.length - 1
    for (const beat of present ? view.beats.slice(0, shown) : view.beats) {
      const speaker = session.compiled.scenario.cast[beat.from]?.channel ?? 'desk'
      lines.push({ kind: 'beat', key: `${i}/${beat.id}`, beat, channel: speaker })
    }
    uses[i]?.forEach((entry, j) => {
      const answered = deskAnswer(session, entry)
      if (!answered) return
      const key = `${i}/used/${j}`
      lines.push({ kind: 'used', key, event: entry.event })
      answered.answer.forEach(({ from, text }, k) => {
        const speaker = session.compiled.scenario.cast[from]?.channel ?? 'desk'
        lines.push({
          kind: 'beat',
          key: `${key}/${k}`,
          beat: { id: `answer-${k}`, from, text },
          channel: speaker,
        })
      })
    })
    const decision = decisions[i]
    if (!decision) return
    const choice = view.choices.find((offered) => offered.event === decision.event)
    if (decision.event === TIMEOUT_EVENT) lines.push({ kind: 'silence', key: `${i}/timeout` })
    else if (choice?.meta.say) lines.push({ kind: 'said', key: `${i}/said`, meta: choice.meta, channel })
    else if (choice) lines.push({ kind: 'did', key: `${i}/did`, meta: choice.meta })
  })
  return lines
}
