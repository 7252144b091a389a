import { createContext, use } from 'react'
import type { Asked, LogEntry } from '../../domain/run'
import type { Media, Scenario } from '../../domain/scenario/schema'

/** An attempt as the player and the debrief show it. */
export interface PlayedAttempt {
  readonly scenario: Scenario
  /** The committed log. */
  readonly log: readonly LogEntry[]
  /** Draws the order of the replies; `null` if no order was drawn. */
  readonly seed: number | null
  readonly mode: 'assessed' | 'practice'
  /** The trainee's first name, for texts that address them. */
  readonly trainee: string
  readonly organisation: string
  /** The number of this contact in its course, or in a round that is drawn; `null` if it belongs to none. */
  readonly place: { readonly number: number; readonly of: number; readonly drawn: boolean } | null
}

/** A picture or sound whose content is known. */
export type StoredMedia = Pick<Media, 'file'> & { readonly sha256: string }

/** Provides pictures and sounds to attempts that are played or told afterwards. */
export interface MediaHost {
  /** Returns the address of a picture or sound. */
  readonly mediaUrl: (media: StoredMedia) => string
}

/** Connects the player of one attempt to the shell that embeds it. */
export interface PlayerHost extends MediaHost {
  /**
   * Stores an entry for good and returns it as it was stored. The next scene is shown only after that. A repeated call
   * for the same entry is answered and stores nothing twice.
   * @throws anything, if the entry was not stored
   */
  readonly commit: (asked: Asked) => Promise<LogEntry>
  /** Stops the clock of the decision, or starts it again. */
  readonly pause: (paused: boolean) => void
  /** True if single keys choose replies and tools. */
  readonly shortcuts: boolean
}

export const MediaUrl = createContext<MediaHost['mediaUrl'] | undefined>(undefined)

export function useMediaUrl(): MediaHost['mediaUrl'] {
  const mediaUrl = use(MediaUrl)
  if (!mediaUrl) throw new Error('Pictures and sounds need a host above them that knows where they are')
  return mediaUrl
}
