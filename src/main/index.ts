import { join } from 'node:path'
import { app, dialog, powerMonitor, type BrowserWindow } from 'electron'
import { boot, type Booted } from './boot'
import { appHandlers } from './ipc/app'
import { exportHandlers } from './ipc/export'
import { auditHandlers } from './ipc/audit'
import { exchangeHandlers } from './ipc/exchange'
import { completionHandlers } from './ipc/completion'
import { certificateHandlers } from './ipc/certificate'
import { certificatesHandlers } from './ipc/certificates'
import { issuerHandlers } from './ipc/issuer'
import { learnHandlers } from './ipc/learn'
import { organisationHandlers } from './ipc/organisation'
import { peopleHandlers } from './ipc/people'
import { personHandlers } from './ipc/person'
import { recordStoreHandlers } from './ipc/record-store'
import { rosterHandlers } from './ipc/roster'
import { lockNow, sessionHandlers } from './ipc/session'
import { registerHandlers } from './ipc/register'
import { isOurs, lockContents, lockSession } from './lockdown'
import { declareScheme, serveApp } from './protocol'
import { createWindow } from './window'

const rendererFolder = join(__dirname, '../renderer')
const madePages = new Map<string, string>()
let window: BrowserWindow | undefined

function report(error: unknown): void {
  console.error(error)
}

/** Told before anything else works, therefore in both languages and in a system box. */
function tellAndQuit(error: unknown): void {
  report(error)
  const reason = error instanceof Error ? error.message : String(error)
  dialog.showErrorBox(
    'Hold the Line',
    `The records could not be opened. Nothing was changed or deleted.\nLes données n’ont pas pu être ouvertes. Rien n’a été modifié ni supprimé.\n\n${reason}`,
  )
  app.exit(1)
}

function openWindow(): void {
  window = createWindow('Hold the Line')
  window.on('closed', () => (window = undefined))
}

function onReady(): void {
  let booted: Booted
  try {
    booted = boot(madePages, rendererFolder, report)
  } catch (error) {
    tellAndQuit(error)
    return
  }
  const { services } = booted
  lockSession()
  serveApp(rendererFolder, madePages)
  registerHandlers(
    {
      ...appHandlers(services),
      ...sessionHandlers(services),
      ...learnHandlers(services),
      ...exportHandlers(services),
      ...organisationHandlers(services),
      ...peopleHandlers(services),
      ...rosterHandlers(services),
      ...personHandlers(services),
      ...recordStoreHandlers(services),
      ...auditHandlers(services),
      ...exchangeHandlers(services),
      ...completionHandlers(services),
      ...certificateHandlers(services),
      ...certificatesHandlers(services),
      ...issuerHandlers(services),
    },
    {
      isOurs: (event) => isOurs(event, window?.webContents),
      caller: () => ({ person: services.signedIn.person, held: services.signedIn.held }),
      report,
    },
  )
  openWindow()
  window?.once('ready-to-show', () => {
    setTimeout(() => {
      try {
        booted.afterFirstScreen()
      } catch (error) {
        report(error)
      }
    }, 3000)
  })
  const watching = setInterval(() => services.autoLock.check(), 5000)
  powerMonitor.on('lock-screen', () => lockNow(services))
  powerMonitor.on('suspend', () => lockNow(services))
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('activate', () => {
    if (!window) openWindow()
  })
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    // An export that still runs takes its half file away first.
    event.preventDefault()
    closed = true
    clearInterval(watching)
    void booted
      .close()
      .catch(report)
      // Not in the same turn: while it still tells that it will quit, a call to quit is passed over.
      .finally(() => setImmediate(() => app.quit()))
  })
}

if (app.requestSingleInstanceLock()) {
  declareScheme()
  lockContents()
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  void app.whenReady().then(onReady)
} else {
  app.quit()
}
