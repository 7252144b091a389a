import inspector from 'node:inspector'
import { app, session, type IpcMainInvokeEvent, type Session, type WebContents } from 'electron'
import { ORIGIN } from './protocol'
import { isDriven, refusedSwitches } from './switches'

/**
 * A proxy where no program can listen. Whatever of Chromium asks the session how to reach the network, WebRTC over TCP
 * among it, learns that this is the only way. `<-loopback>`: to this computer’s own addresses as well.
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
    // The fuses keep Node from listening for a debugger; an Electron without them would already do so.
    if (inspector.url() !== undefined) inspector.close()
  }
  // A link of the kind `dns-prefetch` has a name looked up, whatever the content policy says.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false')
}

/** Otherwise Chromium fetches dictionaries from their maker’s server at every start, before any page asks. */
function withoutDictionaries(made: Session): void {
  made.setSpellCheckerLanguages([])
  made.setSpellCheckerEnabled(false)
}

/** The renderer needs nothing from the system but its own files: every permission, device and address is refused. */
export async function lockSession(): Promise<void> {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  own.webRequest.onBeforeRequest((details, decide) => {
    const developing = !app.isPackaged && details.url.startsWith('devtools://')
    const allowed = details.url.startsWith(`${ORIGIN}/`) || developing
    decide({ cancel: !allowed })
  })
  own.on('will-download', (event) => event.preventDefault())
  await own.setProxy(NOWHERE)
}

/** Holds for every session and every page that this process will ever make. Must run before the app is ready. */
export function lockContents(): void {
  app.on('session-created', withoutDictionaries)
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    // The content policy has no word on WebRTC. This takes UDP from it, and leaves it TCP by the session’s proxy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
}

/** Tells whether a call comes from the main frame of one of our own pages. */
export function isOurs(event: IpcMainInvokeEvent, contents: WebContents | undefined): boolean {
  const frame = event.senderFrame
  if (!contents || event.sender !== contents || !frame || frame !== contents.mainFrame) return false
  return frame.url.startsWith(`${ORIGIN}/`)
}
