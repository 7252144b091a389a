import { z } from 'zod'
import { channel, EVERYONE, SESSION_BLOCKS, locale, nothing, RECORD_KEEPERS, THEMES } from './shared'
import { appState } from './state'

/** Items of the window's menu that a page may carry out. */
export const MENU_COMMANDS = ['zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen'] as const

export const appChannels = {
  'app.state': channel(nothing, appState, null, SESSION_BLOCKS),
  'app.preferences': channel(
    z.object({
      locale: locale.optional(),
      theme: z.enum(THEMES).optional(),
      shortcuts: z.boolean().optional(),
    }),
    appState,
    null,
    SESSION_BLOCKS,
  ),
  /** Does what an item of the window's menu does. */
  'app.menu': channel(z.strictObject({ command: z.enum(MENU_COMMANDS) }), z.null(), EVERYONE),
  /** Forgets the file that waits to be opened, because it was looked at or is not wanted. */
  'app.leaveFile': channel(z.strictObject({ file: z.string().max(1000) }), appState, null),
  /** Says why the time on the clock is right although it looked wrong. Deleting old records then goes on. */
  'app.clockIsRight': channel(
    z.object({ why: z.enum(['was-unused', 'was-wrong']) }),
    appState,
    RECORD_KEEPERS,
  ),
} as const
