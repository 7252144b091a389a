import { BrowserWindow } from 'electron'
import type { MENU_COMMANDS } from '../../bridge/areas/app'

/** As far as one step of the menu zooms. */
const STEP = 0.5

/** Does what an item of the window's menu does. */
export function carryOut(command: (typeof MENU_COMMANDS)[number]): void {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return
  const { webContents } = window
  switch (command) {
    case 'zoomIn':
      webContents.setZoomLevel(webContents.getZoomLevel() + STEP)
      break
    case 'zoomOut':
      webContents.setZoomLevel(webContents.getZoomLevel() - STEP)
      break
    case 'resetZoom':
      webContents.setZoomLevel(0)
      break
    case 'togglefullscreen':
      window.setFullScreen(!window.isFullScreen())
      break
  }
}
