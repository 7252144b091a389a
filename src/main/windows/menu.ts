import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { PlainKey, Translate } from '../../texts/translate'
import type { InterfaceLocale } from '../../bridge/channels'

type Role = NonNullable<MenuItemConstructorOptions['role']>

const SEPARATOR = { type: 'separator' } as const

/**
 * Returns the menu of the window. Electron's own names would only be English. Items that reload or inspect the page are
 * only for people who build the program.
 * @param t the names, in the language of the pages
 * @param developing whether the program runs from its sources
 */
export function menuTemplate(
  t: Translate<'menu'>,
  { developing, platform }: { readonly developing: boolean; readonly platform: NodeJS.Platform },
): MenuItemConstructorOptions[] {
  const item = (role: Role & PlainKey<'menu'>): MenuItemConstructorOptions => ({
    role,
    label: t(role),
  })
  const mac = platform === 'darwin'
  const developers: MenuItemConstructorOptions[] = [
    { role: 'reload' },
    { role: 'forceReload' },
    { role: 'toggleDevTools' },
    SEPARATOR,
  ]
  const program = [item('about'), SEPARATOR, item('hide'), item('hideOthers'), item('unhide'), SEPARATOR]
  return [
    mac
      ? { label: 'Hold the Line', submenu: [...program, item('quit')] }
      : { label: t('file'), submenu: [item('quit')] },
    {
      label: t('edit'),
      submenu: [
        item('undo'),
        item('redo'),
        SEPARATOR,
        item('cut'),
        item('copy'),
        item('paste'),
        item('selectAll'),
      ],
    },
    {
      label: t('view'),
      submenu: [
        ...(developing ? developers : []),
        item('resetZoom'),
        item('zoomIn'),
        item('zoomOut'),
        SEPARATOR,
        item('togglefullscreen'),
      ],
    },
    { label: t('window'), role: 'window', submenu: [item('minimize'), item('close')] },
  ]
}

/** Replaces the menu by one in this language. */
export async function showMenu(locale: InterfaceLocale): Promise<void> {
  const { loadTexts } = await import('../../texts/translate')
  const template = menuTemplate(await loadTexts(locale, 'menu'), {
    developing: !app.isPackaged,
    platform: process.platform,
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
