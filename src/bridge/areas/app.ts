import { z } from 'zod'
import { channel, HELD, locale, nothing, THEMES } from './shared'
import { appState } from './state'

export const appChannels = {
  'app.state': channel(nothing, appState, null, HELD),
  'app.preferences': channel(
    z.object({
      locale: locale.optional(),
      theme: z.enum(THEMES).optional(),
      shortcuts: z.boolean().optional(),
    }),
    appState,
    null,
    HELD,
  ),
} as const
