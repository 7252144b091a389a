import type { AppState } from '../../bridge/channels'
import { lockNow } from '../people/lock-now'
import type { Services } from '../services'
import { appState, changeLocale } from './app'
import type { Handlers } from './answer'

type SessionHandlers = Pick<Handlers, Extract<keyof Handlers, `session.${string}` | `recovery.${string}`>>

export function sessionHandlers(services: Services): SessionHandlers {
  const { access, earlier, signedIn, attempts, autoLock, recovery, store } = services
  const entered = (): AppState => {
    autoLock.touched()
    return appState(services)
  }
  return {
    'session.setUp': async ({ organisation, name, number, passphrase, locale }) => {
      const recoveryCode = await access.setUp(organisation, name, number, passphrase)
      changeLocale(store, locale)
      return { state: entered(), recoveryCode }
    },
    'session.signIn': async ({ number, secret }) => {
      await access.signIn(number, secret)
      return entered()
    },
    'session.join': ({ name, number }) => {
      access.join(name, number)
      return entered()
    },
    'session.recover': async ({ number, code, passphrase }) => {
      const recoveryCode = await access.recover(number, code, passphrase)
      return { state: entered(), recoveryCode }
    },
    'session.signOut': () => {
      signedIn.close()
      return appState(services)
    },
    'session.lock': () => {
      lockNow(services)
      return appState(services)
    },
    'session.unlock': async ({ secret }) => {
      await access.unlock(secret)
      attempts.release()
      return entered()
    },
    'session.changeSecret': async ({ current, next }, { person }) => {
      await access.change(person!, current, next)
      return entered()
    },
    'session.confirmEarlier': async ({ secret }, { person }) => {
      await earlier.confirm(person!, secret)
      return entered()
    },
    'session.activity': ({ idleSeconds }) => {
      autoLock.seen(idleSeconds)
      return { phase: appState(services).phase }
    },
    'recovery.state': () => ({ madeAt: recovery.madeAt() ?? null }),
    'recovery.renew': async (_request, { person }) => ({
      recoveryCode: await access.newRecoveryCode(person!),
    }),
  }
}
