import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, type WebPreferences } from 'electron'
import { ORIGIN } from './protocol'

/** The background colours of the two themes, so that the window does not flash before its first paint. */
const BACKGROUND = { light: '#f6f4ef', dark: '#12161d' } as const

/** Returns the preferences that shut in every page of ours, visible or not. */
const shutIn = (): WebPreferences => ({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !app.isPackaged,
})

export function createWindow(title: string): BrowserWindow {
  const window = new BrowserWindow({
    title,
    width: 1280,
    height: 820,
    minWidth: 800,
    minHeight: 560,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: BACKGROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: { ...shutIn(), preload: join(__dirname, '../preload/index.cjs') },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${ORIGIN}/index.html`)
  return window
}

/** Makes a window for pages that are drawn or printed but never seen. */
export const hiddenWindow = (): BrowserWindow => new BrowserWindow({ show: false, webPreferences: shutIn() })
