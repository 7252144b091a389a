import type { BrowserWindow } from 'electron'
import type { EVENT_NAMES } from '../../bridge/event-names'
import { ORIGIN } from './protocol'

export type SendToPage = (event: (typeof EVENT_NAMES)[number], payload?: unknown) => void

/** Sends an event to our own page in our own window, and to no other frame in it. */
export function sendToPage(
  window: Pick<BrowserWindow, 'isDestroyed' | 'webContents'> | undefined,
  event: Parameters<SendToPage>[0],
  payload?: unknown,
): void {
  if (!window || window.isDestroyed() || window.webContents.isDestroyed()) return
  const frame = window.webContents.mainFrame
  if (!frame.url.startsWith(`${ORIGIN}/`)) return
  frame.send(event, payload)
}
