import { z } from 'zod'
import { channel, employeeNumber, EVERYONE, locale, name, nothing, person, THEMES } from './shared'

const notice = z.object({
  code: z.enum(['database-set-aside', 'key-not-in-keychain', 'scenario-refused', 'course-refused']),
  /** A file's name without its folder, or the id of what was refused. */
  detail: z.string(),
})

const appState = z.object({
  version: z.string(),
  /** `first-run` until an organisation and a first person exist. */
  phase: z.enum(['first-run', 'signed-out', 'signed-in']),
  organisation: z.string().nullable(),
  person: person.nullable(),
  locale,
  theme: z.enum(THEMES),
  /** Whether single keys choose replies and tools in the player. */
  shortcuts: z.boolean(),
  /** Things that went wrong on start and that the user should know. */
  notices: z.array(notice),
})

export const appChannels = {
  'app.state': channel(nothing, appState, null),
  'app.preferences': channel(
    z.object({
      locale: locale.optional(),
      theme: z.enum(THEMES).optional(),
      shortcuts: z.boolean().optional(),
    }),
    appState,
    null,
  ),
  'app.setUp': channel(
    z.object({ organisation: name, name, number: employeeNumber, locale }),
    appState,
    null,
  ),
  'session.signIn': channel(z.object({ number: employeeNumber }), appState, null),
  'session.join': channel(z.object({ name, number: employeeNumber }), appState, null),
  'session.signOut': channel(nothing, appState, EVERYONE),
} as const
