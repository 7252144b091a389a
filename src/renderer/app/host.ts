import { mediaUrl, unwrap } from '../api'
import type { PlayerHost } from '../player/host'

/** Embeds the player: main keeps what is done in the attempt. */
export const hostOf = (attempt: string, shortcuts: boolean): PlayerHost => ({
  mediaUrl,
  shortcuts,
  commit: async (asked) => (await unwrap(window.api.attempt.commit({ attempt, ...asked }))).entry,
  pause: (paused) => void window.api.attempt.pause({ attempt, paused }),
})
