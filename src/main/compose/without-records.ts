import { app, safeStorage } from 'electron'
import { appChannels } from '../../bridge/areas/app'
import { restoreChannels } from '../../bridge/areas/restore'
import type { AppState, ChannelName, InterfaceLocale, Theme } from '../../bridge/channels'
import type { Result } from '../../bridge/result'
import { answer, fail, type Handlers } from '../ipc/answer'
import { rescueHandlers } from '../ipc/restore'
import { Dialogs } from '../files/dialogs'
import { interfaceLocale } from '../windows/locale'
import { recordsFolder } from './open-records'
import { Restore, type Restored } from '../store/restore'
import type { RecordsUnusable } from '../store/start-check'
import { Refused } from '../refused'

/** Answers calls while there are no usable records. */
export interface WithoutRecords {
  answer(name: string, ours: boolean, raw: unknown): Promise<Result<unknown>>
}

interface Parts {
  readonly problem: () => RecordsUnusable | undefined
  readonly reopen: (work: () => Promise<Restored>) => Promise<Restored>
  readonly beginAnew: () => Promise<void>
  readonly lookAgain: () => void
  readonly report: (error: unknown) => void
}

export function withoutRecords({ problem, reopen, beginAnew, lookAgain, report }: Parts): WithoutRecords {
  let locale: InterfaceLocale | undefined
  let theme: Theme = 'system'
  const state = (): AppState => {
    const found = problem()
    return {
      version: app.getVersion(),
      phase: 'no-records',
      problem: found ? { code: found.problem, detail: found.detail } : null,
      organisation: null,
      person: null,
      secret: null,
      earlier: null,
      signIn: { pin: false, selfJoin: false },
      locale: interfaceLocale(locale),
      theme,
      shortcuts: true,
      // The file is shown once there are records, and people who may look at it.
      waitingFile: null,
      notices: [],
    }
  }
  const restore = new Restore({
    folder: recordsFolder(),
    keychain: safeStorage,
    now: () => new Date(),
    reopen,
  })
  const handlers: Partial<Handlers> = {
    'app.state': state,
    'app.preferences': (request) => {
      locale = request.locale ?? locale
      theme = request.theme ?? theme
      return state()
    },
    ...rescueHandlers(restore, new Dialogs(() => interfaceLocale(locale)), () => {
      // Nobody may replace records that another program is using.
      const code = problem()?.problem
      if (code === 'busy' || code === 'unreadable') {
        throw new Refused('records-busy', 'The records are there; another program holds them.')
      }
    }),
    'rescue.beginAnew': async () => {
      const code = problem()?.problem
      if (code === undefined || code === 'busy' || code === 'unreadable' || code === 'newer') {
        throw new Refused('not-allowed', 'The records are there and stay where they are.')
      }
      await beginAnew()
      return null
    },
    'rescue.lookAgain': () => {
      lookAgain()
      return null
    },
  }
  const channels = { ...appChannels, ...restoreChannels }
  return {
    answer: async (name, ours, raw) => {
      if (!ours) return fail('not-allowed', 'This call does not come from the program’s own window.')
      const handle = handlers[name as ChannelName]
      const channel = channels[name as keyof typeof channels]
      if (!handle || !channel) {
        return fail('records-busy', 'The records can’t be used at the moment.')
      }
      const gate = { caller: () => ({ person: undefined, blockedBy: undefined }), report }
      return answer(name as ChannelName, channel as never, handle as never, gate, raw)
    },
  }
}
