import { join } from 'node:path'
import { app, dialog, ipcMain, Menu, powerMonitor, type BrowserWindow } from 'electron'
import { API } from '../bridge/api'
import type { Result } from '../bridge/result'
import { OpenedFiles, packagesFrom, packagesIn } from './files/opened-files'
import { forgetMoved, localDataFolder, settleDataFolder, type DataFolders } from './store/data-folder'
import { isOurs, lockContents, lockSession, lockSwitches } from './windows/lockdown'
import { interfaceLocale } from './windows/locale'
import { showMenu } from './windows/menu'
import { declareScheme, serveApp } from './windows/protocol'
import type { Program } from './compose/program'
import { sendToPage, type SendToPage } from './windows/to-page'
import { createWindow } from './windows/window'

const rendererFolder = join(__dirname, '../renderer')
const madePages = new Map<string, string>()
/** Keeps the files that the system asked to have opened, and tells the page. */
const opened = new OpenedFiles(() => {
  if (app.isReady() && !window) openWindow()
  send('app.changed')
})
let window: BrowserWindow | undefined
/** Set once the library is open. */
let running: Program | undefined
/** Set once nothing keeps the program from ending any more. */
let ending = false

function report(error: unknown): void {
  console.error(error)
}

/**
 * Shows an error and ends the program. Nothing else works yet, so the message is a system box in both languages. A
 * program that is ending anyway shows none: it would stay until somebody comes and closes the box.
 */
function tellAndQuit(error: unknown): void {
  report(error)
  if (ending) return
  const reason = error instanceof Error ? error.message : String(error)
  dialog.showErrorBox(
    'Hold the Line',
    `The records could not be opened. Nothing was changed or deleted.\nLes données n’ont pas pu être ouvertes. Rien n’a été modifié ni supprimé.\n\n${reason}`,
  )
  app.exit(1)
}

/**
 * Sets the data folder before anything asks for it: Chromium reads its own data from there, and the lock is taken
 * there.
 */
function settleFolders(): DataFolders | undefined {
  const chosen = app.commandLine.hasSwitch('user-data-dir')
  const local = localDataFolder(process.platform, process.env, app.getName(), chosen)
  if (local === undefined) return undefined
  const folders = { roaming: app.getPath('userData'), local }
  app.setPath('userData', settleDataFolder(folders, report))
  return folders
}

function openWindow(): void {
  window = createWindow('Hold the Line')
  window.on('closed', () => (window = undefined))
}

const send: SendToPage = (event, payload) => sendToPage(window, event, payload)

interface Answering {
  answer(name: string, ours: boolean, raw: unknown): Promise<Result<unknown>>
}

/** Registers the handlers of calls. A call that comes before the records are open waits for them. */
function answerCalls(answering: Promise<Answering>): void {
  for (const [area, methods] of Object.entries(API)) {
    for (const method of methods) {
      const name = `${area}.${method}`
      ipcMain.handle(name, async (event, raw: unknown) => {
        const ours = isOurs(event, window?.webContents)
        return (await answering).answer(name, ours, raw)
      })
    }
  }
}

/**
 * Opens the records once the page has its scripts. The computers of a call floor have few cores, so if main read its
 * own code earlier, the page would have to wait.
 */
async function openRecordsBeside(scriptsServed: Promise<void>): Promise<Answering> {
  await scriptsServed
  const { Startup } = await import('./compose/startup')
  if (ending) return new Promise(() => {})
  const startup = new Startup({
    madePages,
    rendererFolder,
    report,
    opened,
    onStarted,
    onChange: () => send('app.changed'),
    send,
    onLocale: (kept) => void showMenu(interfaceLocale(kept)),
    onFault: tellAndQuit,
  })
  app.on('will-quit', () => startup.end())
  startup.open()
  return startup
}

function onStarted(program: Program | undefined): void {
  running = program
  if (!program) return
  setTimeout(() => {
    if (running !== program) return
    program.afterFirstScreen()
    if (folders) forgetMoved(folders, report)
  }, 3000)
}

/** The program ends at the latest this many milliseconds after its windows were closed. */
const LONGEST_END_MS = 20_000

/** Forwards events of the system to the program that is running at that time. */
function watchSystem(): void {
  const watching = setInterval(() => running?.checkIdle(), 5000)
  powerMonitor.on('lock-screen', () => running?.lock())
  powerMonitor.on('suspend', () => running?.lock())
  let closed = false
  app.on('will-quit', (event) => {
    ending = true
    clearInterval(watching)
    if (closed || !running) return
    // The program first ends a running export, which removes its unfinished file.
    event.preventDefault()
    closed = true
    // Everything is on the disk already, so what does not stop in time may not keep the program from ending: nobody
    // could start it again.
    const late = new Promise((done) => setTimeout(done, LONGEST_END_MS))
    void Promise.race([running.close(), late])
      .catch(report)
      // Electron ignores a call to quit in the same turn, while it still announces that it will quit.
      .finally(() => setImmediate(() => app.quit()))
  })
}

function onReady(): void {
  lockSession({ window: () => window, recording: () => running?.recording() ?? false }).catch(tellAndQuit)
  const scriptsServed = new Promise<void>((done) => {
    let script = false
    serveApp(rendererFolder, madePages, {
      onServed: (type, onTheirWay) => {
        script ||= type.startsWith('text/javascript')
        if (script && onTheirWay === 0) setTimeout(done, 10)
      },
      media: ({ file, sha256 }) => running?.media(file, sha256) ?? Promise.resolve(undefined),
    })
    setTimeout(done, 2000)
  })
  openWindow()
  watchSystem()
  const answering = openRecordsBeside(scriptsServed)
  answering.catch(tellAndQuit)
  answerCalls(answering)
  app.on('second-instance', (_event, _argv, _folder, handedOver) => {
    // Chromium rewrites the command line of the other start, and not always completely, so that start hands its files
    // over itself.
    opened.add(packagesFrom(handedOver))
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('activate', () => {
    if (!window) openWindow()
  })
}

// This comes before Electron sets its own menu, which has developer tools.
Menu.setApplicationMenu(null)
lockSwitches()
const folders = settleFolders()
const named = packagesIn(process.argv, process.cwd())
if (app.requestSingleInstanceLock({ files: named })) {
  opened.add(named)
  // macOS reports files by this event, even before the program is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    opened.add(packagesIn(['', path], '/'))
  })
  declareScheme()
  lockContents()
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  void app.whenReady().then(onReady)
} else {
  app.quit()
}
