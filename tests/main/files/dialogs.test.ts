import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { INTERFACE_LOCALES } from '../../../src/bridge/locales'
import dialogsEn from '../../../src/texts/en/dialogs.json'
import { loadTexts } from '../../../src/texts/translate'
import { temporaryFolder } from '../helpers'

interface Shown {
  readonly title: string
  readonly buttonLabel: string
  readonly defaultPath?: string
  readonly filters?: readonly { name: string; extensions: string[] }[]
  readonly properties?: readonly string[]
}
const system = vi.hoisted(() => ({ paths: [] as string[], shown: [] as unknown[] }))
vi.mock('electron', () => ({
  BrowserWindow: { getFocusedWindow: () => null },
  dialog: {
    showSaveDialog: (options: unknown) => {
      system.shown.push(options)
      return Promise.resolve({ canceled: system.paths.length === 0, filePath: system.paths[0] ?? '' })
    },
    showOpenDialog: (options: unknown) => {
      system.shown.push(options)
      return Promise.resolve({ canceled: system.paths.length === 0, filePaths: system.paths })
    },
  },
}))
const { Dialogs } = await import('../../../src/main/files/dialogs')

const shown = () => system.shown.at(-1) as Shown
beforeEach(() => Object.assign(system, { paths: [], shown: [] }))

describe('the texts of dialogs', () => {
  it.each(INTERFACE_LOCALES)('propose names that every file system takes (%s)', async (locale) => {
    const t = await loadTexts(locale, 'dialogs')
    const names = Object.keys(dialogsEn).filter((key) => key.endsWith('.name')) as 'save.auditLog.name'[]
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) expect(t(name, { mark: '2026-03-02' })).toMatch(/^[a-z0-9-]+$/)
  })
})

describe('a dialog', () => {
  const dialogs = (locale: 'en' | 'fr') => new Dialogs(() => locale)

  it('speaks the language of the pages at that moment', async () => {
    system.paths = ['/x/y.jsonl']
    let locale: 'en' | 'fr' = 'en'
    const both = new Dialogs(() => locale)
    expect(await both.save('auditLog', '2026-03-02')).toBe('/x/y.jsonl')
    expect(shown()).toMatchObject({
      title: 'Save the audit log',
      buttonLabel: 'Save',
      defaultPath: 'audit-log-2026-03-02.jsonl',
    })
    locale = 'fr'
    await both.save('auditLog', '2026-03-02')
    expect(shown()).toMatchObject({
      title: 'Enregistrer le journal d’audit',
      buttonLabel: 'Enregistrer',
      defaultPath: 'journal-audit-2026-03-02.jsonl',
    })
    expect(shown().filters).toEqual([
      { name: 'Journal d’audit (.jsonl)', extensions: ['jsonl'] },
      { name: 'Tous les fichiers', extensions: ['*'] },
    ])
    await both.folder('exchange')
    expect(shown()).toMatchObject({ title: 'Choisir le dossier partagé', buttonLabel: 'Choisir ce dossier' })
    await both.files('bundles')
    expect(shown()).toMatchObject({
      title: 'Choisir les envois',
      properties: ['openFile', 'multiSelections'],
    })
  })

  it('takes the ending of the format', async () => {
    system.paths = ['/x/y.xlsx']
    await dialogs('en').save('records', '2026-03-02', 'xlsx')
    expect(shown().defaultPath).toBe('attempts-2026-03-02.xlsx')
    expect(shown().filters![0]).toEqual({ name: 'Attempts (.xlsx)', extensions: ['xlsx'] })
  })

  it('that is closed is a refusal', async () => {
    const all = dialogs('en')
    for (const asked of [
      all.save('badge'),
      all.open('roster', 9),
      all.files('bundles'),
      all.folder('exchange'),
    ]) {
      await expect(asked).rejects.toMatchObject({ code: 'cancelled' })
    }
  })

  it('reads a file, and of one that is too large a byte more than is allowed', async () => {
    const path = join(temporaryFolder(), 'list.csv')
    writeFileSync(path, 'abc')
    system.paths = [path]
    expect(await dialogs('fr').open('roster', 3)).toEqual({
      name: 'list.csv',
      bytes: new Uint8Array([97, 98, 99]),
    })
    expect((await dialogs('fr').open('roster', 2)).bytes).toHaveLength(3)
  })

  it('says of what can’t be read that it can’t be read', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'folder'))
    for (const name of ['folder', 'missing']) {
      system.paths = [join(folder, name)]
      await expect(dialogs('en').open('setUpFile', 1e6)).rejects.toMatchObject({ code: 'file-unreadable' })
    }
  })
})
