import { contextBridge, ipcRenderer } from 'electron'
import { API } from '../bridge/api'

const api = Object.fromEntries(
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

contextBridge.exposeInMainWorld('api', api)
