import type { AppState } from '../../bridge/channels'
import { lockNow, type LockNeeds } from '../people/lock-now'
import type { SignIn } from '../people/sign-in'
import type { AutoLock } from '../people/auto-lock'
import type { EarlierResults } from '../people/earlier-results'
import type { Recovery } from '../people/recovery'
import type { SignedIn } from '../people/signed-in'
import type { Attempts } from '../learn/attempts'
import { appState, changeLocale, type LocaleNeeds, type StateNeeds } from './app'
import type { Handlers } from './answer'

type SessionHandlers = Pick<Handlers, Extract<keyof Handlers, `session.${string}` | `recovery.${string}`>>

export interface SessionNeeds extends StateNeeds, LockNeeds, LocaleNeeds {
  readonly store: LocaleNeeds['store']
  readonly signIn: SignIn
  readonly earlier: Pick<EarlierResults, 'state' | 'confirm'>
  readonly signedIn: SignedIn
  readonly attempts: Pick<Attempts, 'stopClocks' | 'resumeClocks'>
  readonly autoLock: Pick<AutoLock, 'seen' | 'touched'>
  readonly recovery: Pick<Recovery, 'madeAt'>
}

export function sessionHandlers(needs: SessionNeeds): SessionHandlers {
  const { signIn, earlier, signedIn, attempts, autoLock, recovery, store } = needs
  const entered = (): AppState => {
    autoLock.touched()
    return appState(needs)
  }
  return {
    'session.setUp': async ({ organisation, name, number, passphrase, locale }) => {
      const recoveryCode = await signIn.setUp(organisation, name, number, passphrase)
      changeLocale(store, locale)
      return { state: entered(), recoveryCode }
    },
    'session.signIn': async ({ number, secret }) => {
      await signIn.signIn(number, secret)
      return entered()
    },
    'session.join': ({ name, number }) => {
      signIn.join(name, number)
      return entered()
    },
    'session.recover': async ({ number, code, passphrase }) => {
      const recoveryCode = await signIn.recover(number, code, passphrase)
      return { state: entered(), recoveryCode }
    },
    'session.signOut': () => {
      signedIn.close()
      return appState(needs)
    },
    'session.lock': () => {
      lockNow(needs)
      return appState(needs)
    },
    'session.unlock': async ({ secret }) => {
      await signIn.unlock(secret)
      attempts.resumeClocks()
      return entered()
    },
    'session.changeSecret': async ({ current, next }, { person }) => {
      await signIn.change(person, current, next)
      return entered()
    },
    'session.confirmEarlier': async ({ secret }, { person }) => {
      await earlier.confirm(person, secret)
      return entered()
    },
    'session.activity': ({ idleSeconds }) => {
      autoLock.seen(idleSeconds)
      return null
    },
    'recovery.state': () => ({ madeAt: recovery.madeAt() ?? null }),
    'recovery.renew': async (_request, { person }) => ({
      recoveryCode: await signIn.newRecoveryCode(person),
    }),
  }
}
