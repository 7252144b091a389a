import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { PlainKey, Translate } from '../../texts/translate'
import type { InterfaceLocale } from '../../bridge/channels'

type Role = NonNullable<MenuItemConstructorOptions['role']>

const SEPARATOR = { type: 'separator' } as const

/**
 * The menu of the window; Electron names its own in English alone. What reads the page anew or looks into it is for those who build the program.
 * @param t the names, in the language of the pages
 * @param developing whether it runs from its sources
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

/** Shows the menu in this language, in the place of the one before. */
export async function showMenu(locale: InterfaceLocale): Promise<void> {
  const { loadTexts } = await import('../../texts/translate')
  const template = menuTemplate(await loadTexts(locale, 'menu'), {
    developing: !app.isPackaged,
    platform: process.platform,
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
