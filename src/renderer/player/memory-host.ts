import { commitEntry, compileScenario, openAttempt, pauseAttempt } from '../../domain/run'
import type { MediaHost, PlayedAttempt, PlayerHost } from './host'

interface Clock {
  readonly now: () => Date
  /** Returns milliseconds of a clock that never goes back. */
  readonly ticks: () => number
}

/** Connects the player to no records: the attempt lasts as long as the page. */
export function memoryHost(
  { scenario, log }: Pick<PlayedAttempt, 'scenario' | 'log'>,
  { now, ticks }: Clock,
  rest: MediaHost & Pick<PlayerHost, 'shortcuts'>,
): PlayerHost {
  let state = openAttempt(compileScenario(scenario), log, now().toISOString(), ticks())
  return {
    ...rest,
    commit: async (asked) => {
      const commit = commitEntry(state, asked, { now: now().toISOString(), ticks: ticks() })
      if (!commit.ok) throw new Error(`${commit.code}: ${commit.message}`)
      state = commit.state
      return commit.entry
    },
    pause: (paused) => {
      state = pauseAttempt(state, paused, ticks())
    },
  }
}
