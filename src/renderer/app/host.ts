import { mediaUrl, unwrap } from '../api'
import type { PlayerHost } from '../player/host'

/** Connects the player to main, which stores the attempt. */
export const hostOf = (attempt: string, shortcuts: boolean): PlayerHost => ({
  mediaUrl,
  shortcuts,
  commit: async (asked) => (await unwrap(window.api.attempt.commit({ attempt, ...asked }))).entry,
  pause: (paused) => void window.api.attempt.pause({ attempt, paused }),
})
