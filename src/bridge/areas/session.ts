import { z } from 'zod'
import {
  channel,
  employeeNumber,
  EVERYONE,
  SESSION_BLOCKS,
  locale,
  nothing,
  organisationName,
  personName,
} from './shared'
import { appState } from './state'

const secret = z.string().min(1).max(400)
/** The new recovery code, in clear this once. */
const withCode = z.object({ state: appState, recoveryCode: z.string() })

export const sessionChannels = {
  'session.setUp': channel(
    z.object({
      organisation: organisationName,
      name: personName,
      number: employeeNumber,
      passphrase: secret,
      locale,
    }),
    withCode,
    null,
  ),
  /** Signs in. `secret: null` comes from a trainee who needs no PIN or has none yet. */
  'session.signIn': channel(z.object({ number: employeeNumber, secret: secret.nullable() }), appState, null),
  'session.join': channel(z.object({ name: personName, number: employeeNumber }), appState, null),
  'session.recover': channel(
    z.object({ number: employeeNumber, code: z.string().min(1).max(80), passphrase: secret }),
    withCode,
    null,
  ),
  'session.signOut': channel(nothing, appState, EVERYONE, SESSION_BLOCKS),
  'session.lock': channel(nothing, appState, EVERYONE, ['must-change']),
  'session.unlock': channel(z.object({ secret }), appState, EVERYONE, ['locked']),
  /** Changes one's own secret. `current` is not required if the secret must be changed. */
  'session.changeSecret': channel(
    z.object({ current: secret.nullable(), next: secret }),
    appState,
    EVERYONE,
    ['must-change'],
  ),
  /** Accepts the secret that somebody else has since replaced, and opens the results up to that change. */
  'session.confirmEarlier': channel(z.object({ secret }), appState, EVERYONE),
  /**
   * Tells main how long ago a key or the mouse moved in the window. If that locks the screen, the event `app.changed`
   * follows.
   */
  'session.activity': channel(z.object({ idleSeconds: z.number().min(0).max(1e9) }), z.null(), EVERYONE),
  'recovery.state': channel(nothing, z.object({ madeAt: z.iso.datetime().nullable() }), ['administrator']),
  'recovery.renew': channel(nothing, z.object({ recoveryCode: z.string() }), ['administrator']),
} as const
