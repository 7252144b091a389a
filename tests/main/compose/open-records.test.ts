import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenRecords } from '../../../src/main/compose/open-records'

let data = ''
vi.mock('electron', () => ({
  app: { getPath: () => data, getVersion: () => '1.2.3', getLocale: () => 'fr-FR' },
  safeStorage: {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: (text: string) => Buffer.from(text).reverse(),
    decryptString: (bytes: Buffer) => Buffer.from(bytes).reverse().toString(),
  },
}))
const { firstState, openRecords } = await import('../../../src/main/compose/open-records')
const { ORGANISATION_NAME, ORGANISATION_SETTINGS, writeSetting } =
  await import('../../../src/main/store/tables/settings')
const { OrganisationStore } = await import('../../../src/main/people/organisation')
const { SessionStore } = await import('../../../src/main/store/tables/sessions')
const { appState } = await import('../../../src/main/ipc/app')
const { channels } = await import('../../../src/bridge/channels')

const NOW = new Date('2026-03-02T08:00:00.000Z')
/** No file waits to be opened. */
const none = { first: undefined }
let opened: OpenRecords

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'htl-opened-'))
  opened = openRecords(NOW)
})
afterEach(() => {
  opened.db.close()
  rmSync(data, { recursive: true, force: true })
})

describe('firstState', () => {
  it('is that of a first run on a new computer, and fits its channel', () => {
    const state = firstState(opened, NOW, none)
    expect(state).toMatchObject({ phase: 'first-run', organisation: null, person: null, locale: 'fr' })
    expect(channels['app.state'].response.parse(state)).toEqual(state)
  })

  it('says the same as the services do once they are there', () => {
    writeSetting(opened.db, ORGANISATION_NAME, 'Lakeside')
    writeSetting(opened.db, ORGANISATION_SETTINGS, '{"pin":"required","selfJoin":false}')
    writeSetting(opened.db, 'theme', 'dark')
    const organisation = new OrganisationStore(opened.db)
    const later = appState({
      store: { setting: (key) => (key === 'theme' ? 'dark' : undefined) },
      organisation,
      signedIn: { person: undefined, blockedBy: undefined },
      opened: none,
      notices: () => [],
    })
    expect(firstState(opened, NOW, none)).toEqual(later)
    expect(later).toMatchObject({
      phase: 'signed-out',
      signIn: { pin: true, selfJoin: false },
      theme: 'dark',
    })
  })

  it('is left to the services when somebody goes on where they were, but not after a shift', () => {
    const id = '00000000-0000-4000-8000-000000000001'
    const started = '2026-03-02T07:00:00.000Z'
    opened.db
      .prepare(
        "INSERT INTO people (id, name, number, role, created_at) VALUES (?, 'Priya', '7', 'trainee', ?)",
      )
      .run(id, started)
    new SessionStore(opened.db).open('s', id, started)
    expect(firstState(opened, NOW, none)).toBeUndefined()
    expect(firstState(opened, new Date('2026-03-02T20:00:00.000Z'), none)).toMatchObject({ person: null })
  })

  it('shows nothing in place of settings that can’t be read', () => {
    writeSetting(opened.db, ORGANISATION_SETTINGS, '{"pin":')
    expect(() => firstState(opened, NOW, none)).toThrow(SyntaxError)
  })
})
