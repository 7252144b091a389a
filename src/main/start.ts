import { channels, type ChannelName } from '../bridge/channels'
import type { Result } from '../bridge/result'
import { boot } from './boot'
import { answer, fail, type Handlers } from './ipc/answer'
import { appHandlers } from './ipc/app'
import { auditHandlers } from './ipc/audit'
import { certificateHandlers } from './ipc/certificate'
import { certificatesHandlers } from './ipc/certificates'
import { completionHandlers } from './ipc/completion'
import { exchangeHandlers } from './ipc/exchange'
import { exportHandlers } from './ipc/export'
import { issuerHandlers } from './ipc/issuer'
import { learnHandlers } from './ipc/learn'
import { organisationHandlers } from './ipc/organisation'
import { peopleHandlers } from './ipc/people'
import { personHandlers } from './ipc/person'
import { recordStoreHandlers } from './ipc/record-store'
import { rosterHandlers } from './ipc/roster'
import { lockNow, sessionHandlers } from './ipc/session'

export interface Started {
  /** @param ours whether the call comes from our own page in our own window */
  answer(name: string, ours: boolean, raw: unknown): Promise<Result<unknown>> | Result<unknown>
  afterFirstScreen(): void
  /** Locks when nobody has done anything for too long. */
  checkIdle(): void
  lock(): void
  close(): Promise<void>
}

const isChannel = (name: string): name is ChannelName => Object.hasOwn(channels, name)

/** Opens the records and everything that works on them. Throws what the person must be told. */
export function start({
  madePages,
  rendererFolder,
  report,
}: {
  readonly madePages: Map<string, string>
  readonly rendererFolder: string
  readonly report: (error: unknown) => void
}): Started {
  const booted = boot(madePages, rendererFolder, report)
  const { services } = booted
  // A channel without a handler is a type error.
  const handlers: Handlers = {
    ...appHandlers(services),
    ...sessionHandlers(services),
    ...learnHandlers(services),
    ...exportHandlers(services),
    ...organisationHandlers(services),
    ...peopleHandlers(services),
    ...rosterHandlers(services),
    ...personHandlers(services),
    ...recordStoreHandlers(services),
    ...auditHandlers(services),
    ...exchangeHandlers(services),
    ...completionHandlers(services),
    ...certificateHandlers(services),
    ...certificatesHandlers(services),
    ...issuerHandlers(services),
  }
  const circumstances = {
    caller: () => ({ person: services.signedIn.person, held: services.signedIn.held }),
    report,
  }
  return {
    answer: (name, ours, raw) => {
      if (!ours) return fail('not-allowed', 'This call does not come from the program’s own window.')
      if (!isChannel(name)) return fail('bad-request', `There is no call ‘${name}’.`)
      return answer(name, handlers, circumstances, raw)
    },
    afterFirstScreen: () => {
      try {
        booted.afterFirstScreen()
      } catch (error) {
        report(error)
      }
    },
    checkIdle: () => services.autoLock.check(),
    lock: () => void lockNow(services),
    close: () => booted.close(),
  }
}
