import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { InterfaceLocale } from '../../bridge/channels'

type Role = NonNullable<MenuItemConstructorOptions['role']>

/** Electron names its menus in English alone. */
const WORDS = {
  en: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    about: 'About Hold the Line',
    hide: 'Hide Hold the Line',
    hideOthers: 'Hide Others',
    unhide: 'Show All',
    quit: 'Quit Hold the Line',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    resetZoom: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    togglefullscreen: 'Full Screen',
    minimize: 'Minimise',
    close: 'Close',
  },
  fr: {
    file: 'Fichier',
    edit: 'Édition',
    view: 'Affichage',
    window: 'Fenêtre',
    about: 'À propos de Hold the Line',
    hide: 'Masquer Hold the Line',
    hideOthers: 'Masquer les autres',
    unhide: 'Tout afficher',
    quit: 'Quitter Hold the Line',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    resetZoom: 'Taille réelle',
    zoomIn: 'Zoom avant',
    zoomOut: 'Zoom arrière',
    togglefullscreen: 'Plein écran',
    minimize: 'Réduire',
    close: 'Fermer',
  },
} as const satisfies Record<InterfaceLocale, Partial<Record<Role | 'file' | 'edit' | 'view', string>>>

const SEPARATOR = { type: 'separator' } as const

/**
 * The menu of the window. What reads the page anew or looks into it is for those who build the program.
 * @param developing whether it runs from its sources
 */
export function menuTemplate(
  locale: InterfaceLocale,
  { developing, platform }: { readonly developing: boolean; readonly platform: NodeJS.Platform },
): MenuItemConstructorOptions[] {
  const words = WORDS[locale]
  const item = (role: Role & keyof (typeof WORDS)['en']): MenuItemConstructorOptions => ({
    role,
    label: words[role],
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
      : { label: words.file, submenu: [item('quit')] },
    {
      label: words.edit,
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
      label: words.view,
      submenu: [
        ...(developing ? developers : []),
        item('resetZoom'),
        item('zoomIn'),
        item('zoomOut'),
        SEPARATOR,
        item('togglefullscreen'),
      ],
    },
    { label: words.window, role: 'window', submenu: [item('minimize'), item('close')] },
  ]
}

/** Shows the menu in this language, in the place of the one before. */
export function showMenu(locale: InterfaceLocale): void {
  const template = menuTemplate(locale, { developing: !app.isPackaged, platform: process.platform })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
