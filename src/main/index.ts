import { join } from 'node:path'
import { app, dialog, ipcMain, powerMonitor, type BrowserWindow } from 'electron'
import { API } from '../bridge/api'
import { isOurs, lockContents, lockSession } from './lockdown'
import { declareScheme, serveApp } from './protocol'
import type { Started } from './start'
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

/** The page may ask before the records are open; its call waits for them. */
function answerCalls(started: Promise<Started>): void {
  for (const [area, methods] of Object.entries(API)) {
    for (const method of methods) {
      const name = `${area}.${method}`
      ipcMain.handle(name, async (event, raw: unknown) => {
        const ours = isOurs(event, window?.webContents)
        return (await started).answer(name, ours, raw)
      })
    }
  }
}

/**
 * The page's process starts while this one reads its own code and opens the records: on a slow computer that is a
 * good part of what a start takes.
 */
async function onReady(): Promise<void> {
  lockSession()
  // What main reads now holds up the page's requests, so most of it waits until the page has its scripts.
  const scriptsServed = new Promise<void>((done) => {
    serveApp(rendererFolder, madePages, (type) => {
      if (type.startsWith('text/javascript')) setTimeout(done, 10)
    })
    setTimeout(done, 2000)
  })
  let resolve!: (started: Started) => void
  answerCalls(new Promise<Started>((done) => (resolve = done)))
  openWindow()
  const shown = new Promise<void>((done) => window?.once('ready-to-show', () => done()))
  let started: Started
  try {
    await import('../bridge/channels')
    await scriptsServed
    const { start } = await import('./start')
    started = start({ madePages, rendererFolder, report })
  } catch (error) {
    tellAndQuit(error)
    return
  }
  resolve(started)
  void shown.then(() => setTimeout(() => started.afterFirstScreen(), 3000))
  const watching = setInterval(() => started.checkIdle(), 5000)
  powerMonitor.on('lock-screen', () => started.lock())
  powerMonitor.on('suspend', () => started.lock())
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
    void started
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
