import inspector from 'node:inspector'
import {
  app,
  session,
  type BrowserWindow,
  type IpcMainInvokeEvent,
  type Session,
  type WebContents,
} from 'electron'
import { mayUse } from './browser-permissions'
import { ORIGIN } from './protocol'
import { isDriven, refusedSwitches } from './switches'

/**
 * Names a proxy where no program can listen. Everything in Chromium that asks the session for a way to the network,
 * including WebRTC over TCP, is told to use it. `<-loopback>` makes it apply to this computer’s own addresses as well.
 */
const NOWHERE = {
  mode: 'fixed_servers',
  proxyRules: 'socks5://127.0.0.1:0',
  proxyBypassRules: '<-loopback>',
} as const

/** Must run before the app is ready. */
export function lockSwitches(): void {
  if (app.isPackaged && !isDriven(app.getAppPath())) {
    for (const name of refusedSwitches(process.argv, process.platform)) app.commandLine.removeSwitch(name)
    // The fuses keep Node from listening for a debugger. An Electron without them may already listen.
    if (inspector.url() !== undefined) inspector.close()
  }
  // A `dns-prefetch` link has a name looked up, whatever the content policy says.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false')
}

/** Otherwise Chromium fetches dictionaries from their maker’s server at every start, before any page asks. */
function withoutDictionaries(made: Session): void {
  made.setSpellCheckerLanguages([])
  made.setSpellCheckerEnabled(false)
}

/** Tells the session who may record, each time that a permission is asked for. */
export interface Recorder {
  /** Returns our own window, if there is one. */
  readonly window: () => Pick<BrowserWindow, 'webContents'> | undefined
  /** Returns true while an author has the dialog open that records a line. */
  readonly recording: () => boolean
}

/**
 * Refuses every device and every permission but the microphone of an author who records, and every address outside the
 * program. The renderer needs only its own files.
 */
export async function lockSession({ window, recording }: Recorder): Promise<void> {
  const own = session.defaultSession
  const isOwn = (contents: WebContents | null) => contents !== null && contents === window()?.webContents
  own.setPermissionRequestHandler((contents, permission, decide, details) => {
    const { mediaTypes: devices = [] } = details as { readonly mediaTypes?: readonly string[] }
    const { requestingUrl: address, isMainFrame } = details
    decide(
      mayUse({ permission, devices, address, isMainFrame, ownWindow: isOwn(contents) }, ORIGIN, recording()),
    )
  })
  own.setPermissionCheckHandler((contents, permission, address, { mediaType, isMainFrame }) =>
    mayUse(
      { permission, devices: [mediaType], address, isMainFrame, ownWindow: isOwn(contents) },
      ORIGIN,
      recording(),
    ),
  )
  own.setDevicePermissionHandler(() => false)
  own.webRequest.onBeforeRequest((details, decide) => {
    const developing = !app.isPackaged && details.url.startsWith('devtools://')
    const allowed = details.url.startsWith(`${ORIGIN}/`) || developing
    decide({ cancel: !allowed })
  })
  own.on('will-download', (event) => event.preventDefault())
  await own.setProxy(NOWHERE)
}

/** Shuts in every session and page that this process will ever make. Must run before the app is ready. */
export function lockContents(): void {
  app.on('session-created', withoutDictionaries)
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    // The content policy does not cover WebRTC. This setting blocks its UDP and leaves it only TCP through the
    // session’s proxy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
}

/** Tells whether a call comes from the main frame of one of our own pages. */
export function isOurs(event: IpcMainInvokeEvent, contents: WebContents | undefined): boolean {
  const frame = event.senderFrame
  if (!contents || event.sender !== contents || !frame || frame !== contents.mainFrame) return false
  return frame.url.startsWith(`${ORIGIN}/`)
}
