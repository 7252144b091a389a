import type { ChannelName } from '../../bridge/channels'
import type { Result } from '../../bridge/result'
import { composeAllAreas, type ProgramNeeds } from './all-areas'
import { answer, fail } from '../ipc/answer'
import { HandlersByArea } from './handlers-by-area'
import { isBusy } from '../store/libsql'

export interface Program {
  /** @param ours true if the call comes from our own page in our own window */
  answer(name: string, ours: boolean, raw: unknown): Promise<Result<unknown>>
  afterFirstScreen(): void
  /** Returns a picture or sound of the library. */
  media(file: string, sha256: string): Promise<Buffer | undefined>
  /** Returns true while somebody who may do so records a line. */
  recording(): boolean
  /** Locks the screen when nobody has done anything for too long. */
  checkIdle(): void
  lock(): void
  close(): Promise<void>
}

/**
 * Makes all services that use the records.
 * @throws errors that the person must be told of
 */
export function startProgram(given: ProgramNeeds): Program {
  const { report } = given
  const areas = composeAllAreas(given)
  const { needs } = areas
  const handlersByArea = new HandlersByArea(needs)
  const circumstances = {
    caller: () => ({ person: needs.signedIn.person, blockedBy: needs.signedIn.blockedBy }),
    report,
  }
  /**
   * An error must not stop the following steps. The screen, for example, is locked even if the records can't be
   * written.
   */
  const safely = (work: () => void) => {
    try {
      work()
    } catch (error) {
      report(error)
    }
  }
  return {
    answer: async (name, ours, raw) => {
      if (!ours) return fail('not-allowed', 'This call does not come from the program’s own window.')
      try {
        const { channels, handlers } = (await handlersByArea.read(name.split('.')[0]!)) ?? {}
        const channel = channels?.[name as ChannelName]
        const handle = handlers?.[name as ChannelName]
        if (!channel || !handle) return fail('bad-request', `There is no call ‘${name}’.`)
        return await answer(name as ChannelName, channel, handle, circumstances, raw)
      } catch (error) {
        report(error)
        if (isBusy(error)) {
          return fail('records-busy', 'Another program is using the records. Nothing was lost; try again.')
        }
        return fail('internal', 'Something went wrong inside the program. Nothing was lost; try again.')
      }
    },
    afterFirstScreen: () => safely(() => areas.afterFirstScreen()),
    media: async (file, sha256) =>
      (await needs.library.media(file, sha256)) ?? needs.studio.media.find(file, sha256),
    recording: () => needs.recording.allowed,
    checkIdle: () => safely(() => areas.checkIdle()),
    lock: () => safely(() => areas.lock()),
    close: () => areas.close(),
  }
}
