import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { API } from '../bridge/api'
import { EVENT_NAMES } from '../bridge/event-names'

const calls = Object.fromEntries(
  Object.entries(API).map(([area, methods]) => [
    area,
    Object.fromEntries(
      methods.map((method) => [
        method,
        (request?: unknown): Promise<unknown> => ipcRenderer.invoke(`${area}.${method}`, request),
      ]),
    ),
  ]),
)

/** Passes on to a listener only what main has sent, without Electron’s event. */
function on(event: unknown, listener: unknown): () => void {
  const name = EVENT_NAMES.find((known) => known === event)
  if (name === undefined || typeof listener !== 'function') throw new TypeError('There is no such event.')
  const told = (_event: IpcRendererEvent, payload: unknown) => void listener(payload)
  ipcRenderer.on(name, told)
  return () => void ipcRenderer.off(name, told)
}

contextBridge.exposeInMainWorld('api', { ...calls, on })
