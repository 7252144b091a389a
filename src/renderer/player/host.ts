import { createContext, use } from 'react'
import type { Asked, LogEntry } from '../../domain/run'
import type { Media, Scenario } from '../../domain/scenario/schema'

/** An attempt as the player and the debrief show it. */
export interface PlayedAttempt {
  readonly scenario: Scenario
  /** The committed log. */
  readonly log: readonly LogEntry[]
  /** Draws the order of the replies; `null` where none was drawn. */
  readonly seed: number | null
  readonly mode: 'assessed' | 'practice'
  /** First name, for texts that address the trainee. */
  readonly trainee: string
  readonly organisation: string
  /** Which contact of its course, or of a round that is drawn, this is, where it is one. */
  readonly place: { readonly number: number; readonly of: number; readonly drawn: boolean } | null
}

/** A picture or sound whose content is known. */
export type StoredMedia = Pick<Media, 'file'> & { readonly sha256: string }

/** Needed by an attempt that is played and by one that is told afterwards. */
export interface MediaHost {
  /** Where the page finds a picture or sound. */
  readonly mediaUrl: (media: StoredMedia) => string
}

/** Given to the player, for one attempt, by whoever embeds it. */
export interface PlayerHost extends MediaHost {
  /**
   * Keeps an entry for good and answers with it as it is kept. The next scene is shown only after that.
   * The same entry asked for twice is answered, not doubled.
   * @throws anything, when the entry is not kept
   */
  readonly commit: (asked: Asked) => Promise<LogEntry>
  /** The clock of the decision stops, or goes on. */
  readonly pause: (paused: boolean) => void
  /** Whether single keys choose replies and tools. */
  readonly shortcuts: boolean
}

export const MediaUrl = createContext<MediaHost['mediaUrl'] | undefined>(undefined)

export function useMediaUrl(): MediaHost['mediaUrl'] {
  const mediaUrl = use(MediaUrl)
  if (!mediaUrl) throw new Error('Pictures and sounds need a host above them that knows where they are')
  return mediaUrl
}
