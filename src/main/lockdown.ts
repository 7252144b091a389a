import { app, session, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { ORIGIN } from './protocol'

/** The renderer needs nothing from the system but its own files: every permission, device and address is refused. */
export function lockSession(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  own.webRequest.onBeforeRequest((details, decide) => {
    const allowed = details.url.startsWith(`${ORIGIN}/`) || details.url.startsWith('devtools://')
    decide({ cancel: !allowed })
  })
  own.on('will-download', (event) => event.preventDefault())
}

/** Holds for every page that this process will ever make. */
export function lockContents(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Whether a call comes from the main frame of our own page. */
export function isOurs(event: IpcMainInvokeEvent, contents: WebContents | undefined): boolean {
  const frame = event.senderFrame
  if (!contents || event.sender !== contents || !frame || frame !== contents.mainFrame) return false
  return frame.url.startsWith(`${ORIGIN}/`)
}
