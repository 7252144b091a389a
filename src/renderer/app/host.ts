import { unwrap } from '../api'
import type { MediaHost, PlayerHost } from '../player/host'

/** Main serves media by their content, so that another file of the same name is not shown. */
export const mediaHost: MediaHost = {
  mediaUrl: ({ file, sha256 }) => `/media/${sha256}/${file}`,
}

/** Embeds the player: main keeps what is done in the attempt. */
export function hostOf(attempt: string, shortcuts: boolean): PlayerHost {
  return {
    ...mediaHost,
    shortcuts,
    commit: async (asked) => (await unwrap(window.api.attempt.commit({ attempt, ...asked }))).entry,
    pause: (paused) => void window.api.attempt.pause({ attempt, paused }),
  }
}
