/** A window that calls the channels of the Studio. */
import { expect } from 'vitest'
import { studioChannels } from '../../../src/bridge/areas/studio'
import { studioMediaChannels } from '../../../src/bridge/areas/studio-media'
import { studioPackageChannels } from '../../../src/bridge/areas/studio-packages'
import type { Request, Response } from '../../../src/bridge/channels'
import type { Result } from '../../../src/bridge/result'
import { OpenedFiles } from '../../../src/main/files/opened-files'
import { answer, type Handlers } from '../../../src/main/ipc/answer'
import { studioHandlers, type StudioNeeds } from '../../../src/main/ipc/studio'
import { studioMediaHandlers } from '../../../src/main/ipc/studio-media'
import { studioPackageHandlers } from '../../../src/main/ipc/studio-packages'
import type { Person } from '../../../src/main/store/records'
import { Recording } from '../../../src/main/studio/recording'
import { NOW } from '../helpers'
import { ana, proverOn, studioOn } from '../studio/folder'

const channels = { ...studioChannels, ...studioMediaChannels, ...studioPackageChannels }
type StudioChannel = keyof typeof channels

/** Opens a Studio of its own. @param dialogs answer for whoever chooses files */
export function studioWindow(dialogs: StudioNeeds['dialogs']) {
  const made = studioOn()
  const reports: unknown[] = []
  const opened = new OpenedFiles(() => {})
  const handlers = {
    ...studioHandlers({
      studio: made.studio,
      studioSettings: made.settings,
      prover: proverOn(made.studio),
      studioWatch: { begin: () => {}, again: () => {} },
      dialogs,
      system: { now: () => NOW },
    }),
    ...studioMediaHandlers({
      studio: made.studio,
      dialogs,
      recording: new Recording({ person: ana, blockedBy: undefined }),
      systemAllowsMicrophone: () => Promise.resolve(true),
    }),
    ...studioPackageHandlers({ studio: made.studio, dialogs, opened }),
  }
  const ask = async <C extends StudioChannel>(name: C, request: Request<C>, person: Person = ana) =>
    (await answer(
      name,
      channels[name] as never,
      handlers[name] as Handlers[C],
      { caller: () => ({ person }), report: (error) => void reports.push(error) },
      request,
    )) as Result<Response<C>>
  /** Asks, and expects an answer. */
  const told = async <C extends StudioChannel>(name: C, request: Request<C>, person?: Person) => {
    const result = await ask(name, request, person)
    expect([name, result, reports]).toEqual([name, expect.objectContaining({ ok: true }), []])
    return (result as { value: Response<C> }).value
  }
  return { ...made, ask, told, opened }
}
