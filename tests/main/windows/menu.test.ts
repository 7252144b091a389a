import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { INTERFACE_LOCALES } from '../../../src/bridge/locales'
import { loadTexts } from '../../../src/texts/translate'

vi.mock('electron', () => ({ app: {}, Menu: {} }))
const { menuTemplate } = await import('../../../src/main/windows/menu')
const texts = Object.fromEntries(
  await Promise.all(
    INTERFACE_LOCALES.map(async (locale) => [locale, await loadTexts(locale, 'menu')] as const),
  ),
)

const itemsOf = (template: MenuItemConstructorOptions[]) =>
  template.flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[])
const rolesOf = (template: MenuItemConstructorOptions[]) =>
  itemsOf(template).flatMap(({ role }) => (role ? [role] : []))

const FOR_DEVELOPERS = ['reload', 'forceReload', 'toggleDevTools']

describe.each(['win32', 'darwin', 'linux'] as const)('the menu on %s', (platform) => {
  it.each(INTERFACE_LOCALES)('of a release has no tools of developers (%s)', (locale) => {
    const release = menuTemplate(texts[locale]!, { developing: false, platform })
    expect(rolesOf(release)).toEqual(expect.arrayContaining(['copy', 'paste', 'zoomIn', 'resetZoom', 'quit']))
    for (const role of FOR_DEVELOPERS) expect(rolesOf(release)).not.toContain(role)
    // A role can bring a whole menu of Electron's own.
    for (const { role, type } of itemsOf(release)) expect(role ?? type).toBeDefined()
    for (const { role, label } of itemsOf(release)) if (role) expect(label, role).toBeTruthy()
    expect(release.map(({ role }) => role).filter(Boolean)).toEqual(['window'])
  })

  it('has them while somebody builds the program', () => {
    expect(rolesOf(menuTemplate(texts['en']!, { developing: true, platform }))).toEqual(
      expect.arrayContaining(FOR_DEVELOPERS),
    )
  })

  it('speaks both languages', () => {
    const labels = (locale: 'en' | 'fr') => {
      const template = menuTemplate(texts[locale]!, { developing: false, platform })
      return [...template, ...itemsOf(template)].flatMap(({ label }) => (label ? [label] : []))
    }
    const same = labels('en').filter((label, at) => label === labels('fr')[at])
    expect(same).toEqual(platform === 'darwin' ? ['Hold the Line'] : [])
  })
})
