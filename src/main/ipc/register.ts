import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { channels, type ChannelName } from '../../bridge/channels'
import { answer, fail, type Circumstances, type Handlers } from './answer'

export interface Gate extends Circumstances {
  /** Whether a message comes from our own page in our own window. */
  isOurs(event: IpcMainInvokeEvent): boolean
}

/** Registers every channel of the table; a channel without a handler is a type error. */
export function registerHandlers(handlers: Handlers, gate: Gate): void {
  for (const name of Object.keys(channels) as ChannelName[]) {
    ipcMain.handle(name, (event, raw: unknown) =>
      gate.isOurs(event)
        ? answer(name, handlers, gate, raw)
        : fail('not-allowed', 'This call does not come from the program’s own window.'),
    )
  }
}
