/** Calls the channels of the Studio as a window does, and checks that requests and answers fit their schemas. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LARGEST_MEDIA } from '../../../src/domain/scenario/media'
import { png, wav } from '../../fixtures/media'
import { h5p } from '../../interchange/h5p-sample'
import { temporaryFolder } from '../helpers'
import { admin, AT, retitle, scam, scamText } from '../studio/folder'
import { studioWindow } from './studio-window'

function window() {
  const out = temporaryFolder()
  const chosen = { bytes: Buffer.from(scamText()), name: 'scam.scenario.json', folder: out }
  const made = studioWindow({
    open: () => Promise.resolve({ name: chosen.name, bytes: chosen.bytes }),
    save: (_what, mark, ending) => Promise.resolve(join(out, `${mark}.${ending}`)),
    folder: () => Promise.resolve(chosen.folder),
  })
  return { ...made, chosen, out }
}

describe('the channels of the Studio', () => {
  it('take a document from its first word to its version', async () => {
    const { told, out } = window()
    const which = { kind: 'scenario', id: 'new' } as const
    expect(await told('studio.create', { ...which, title: { en: 'New' }, template: null })).toEqual(which)
    const opened = await told('studio.open', which)
    if (opened.outcome !== 'opened') throw new Error('not opened')
    const entry = retitle(1, 'Newer', 'New')
    expect(await told('studio.append', { ...which, after: 0, entries: [entry] })).toEqual({
      outcome: 'taken',
      n: 1,
    })
    expect(
      await told('studio.append', { ...which, after: 0, entries: [retitle(1, 'Behind')] }),
    ).toMatchObject({
      outcome: 'stale',
      n: 1,
      entries: [{ ...entry, by: 'Ana Sol' }],
    })
    const text = opened.text.replace('"en": "New"', '"en": "Newer"')
    const saved = await told('studio.checkpoint', { ...which, after: 1, text, seen: opened.hash })
    expect(saved).toMatchObject({ outcome: 'saved' })
    await told('studio.savePlaces', { ...which, places: { start: { x: 1, y: 2 } } })
    expect(await told('studio.open', which)).toMatchObject({
      text,
      places: { start: { x: 1, y: 2 } },
      outside: null,
    })
    expect(await told('studio.history', which)).toMatchObject({
      acts: [{ n: 1, at: AT, by: 'Ana Sol', kind: 'edit', label: { code: 'title' }, to: null }],
      outside: [],
    })
    // A scenario with texts that are still to be written can't be published.
    expect(await told('studio.publish', { ...which, after: 1, note: 'First' })).toMatchObject({
      outcome: 'refused',
      issues: expect.arrayContaining([expect.objectContaining({ code: 'unwritten' })]),
    })
    const written = text.replaceAll('…', 'Written.')
    await told('studio.append', {
      ...which,
      after: 1,
      entries: [{ n: 2, at: AT, kind: 'text', text: written }],
    })
    expect(await told('studio.publish', { ...which, after: 2, note: ' First ' })).toMatchObject({
      outcome: 'published',
      version: { number: 1, note: 'First', by: 'Ana Sol' },
    })
    expect(await told('studio.versions', which)).toMatchObject([{ number: 1 }])
    expect(await told('studio.version', { ...which, version: 1 })).toMatchObject({ text: written })
    expect(await told('studio.exportFile', { ...which, version: null })).toEqual({
      file: 'new.scenario.json',
      plan: null,
    })
    expect(readFileSync(join(out, 'new.scenario.json'), 'utf8')).toBe(written)
    expect(await told('studio.close', which)).toBeNull()
  })

  it('say what the checks find where a version is refused, in the words of the domain', async () => {
    const { told } = window()
    await told('studio.importFile', { locale: 'en' })
    const broken = scamText().replace('"initial": "start"', '"initial": "nowhere"')
    await told('studio.append', {
      ...scam,
      after: 0,
      entries: [{ n: 1, at: AT, kind: 'text', text: broken }],
    })
    const refused = await told('studio.publish', { ...scam, after: 1, note: '' })
    expect(refused.outcome).toBe('refused')
    expect('issues' in refused && refused.issues.length).toBeGreaterThan(0)
  })

  it('take a scene of any depth that a scenario may have', async () => {
    const { told } = window()
    await told('studio.importFile', { locale: 'en' })
    let value: unknown = 'deep'
    for (let i = 0; i < 30; i += 1) value = i % 2 === 0 ? [value] : { inner: value }
    const edit = {
      label: { code: 'x' },
      patches: [{ op: 'add', path: ['deep'], value }],
      inverse: [],
    } as const
    const entries = [
      { n: 1, at: AT, kind: 'edit' as const, ...edit, patches: [...edit.patches], inverse: [] },
    ]
    expect(await told('studio.append', { ...scam, after: 0, entries })).toEqual({ outcome: 'taken', n: 1 })
  })

  it('take a story of another tool, once its language is known, and keep what did not come along', async () => {
    const { told, ask, chosen } = window()
    chosen.name = 'story.twee'
    chosen.bytes = Buffer.from(':: Start\n(live: 1s)[Hi.] [[End]]\n\n:: End\nBye.')
    expect(await told('studio.importFile', { locale: 'fr' })).toEqual({
      outcome: 'which-language',
      file: 'story.twee',
    })
    expect(await ask('studio.importAs', { language: 'pt' }, admin)).toMatchObject({ ok: false })
    expect((await told('studio.list', undefined)).documents.some(({ id }) => id === 'story')).toBe(false)
    const taken = await told('studio.importAs', { language: 'pt' })
    expect(taken).toMatchObject({ outcome: 'stories', drafts: [{ id: 'story', title: { pt: 'story' } }] })
    const which = { kind: 'scenario', id: 'story' } as const
    expect(await told('studio.open', which)).toMatchObject({ outcome: 'opened', readOnly: false })
    const from = await told('studio.importedFrom', which)
    expect(from).toMatchObject({ file: 'story.twee' })
    expect(from!.notes).toContainEqual({ code: 'macro', place: 'Start', text: '(live: 1s)', instead: '' })
    await told('studio.rename', { ...which, as: 'other', title: { pt: 'Outra' } })
    expect(await told('studio.importedFrom', { ...which, id: 'other' })).toEqual(from)
    await told('studio.forgetImport', { ...which, id: 'other' })
    expect(await told('studio.importedFrom', { ...which, id: 'other' })).toBeNull()
  })

  it('take a package with its pictures beside the draft, under an id that is free, and refuse a broken one', async () => {
    const { told, chosen } = window()
    chosen.name = 'call.h5p'
    chosen.bytes = Buffer.from(h5p())
    const first = await told('studio.importFile', { locale: 'en' })
    const second = await told('studio.importFile', { locale: 'en' })
    expect(first).toMatchObject({ outcome: 'stories', drafts: [{ id: 'the-call-at-closing-time' }] })
    expect(second).toMatchObject({ drafts: [{ id: 'the-call-at-closing-time-2' }] })
    const which = { kind: 'scenario', id: 'the-call-at-closing-time-2' } as const
    expect(await told('studio.media', which)).toMatchObject([{ file: 'door-1.png' }])
    chosen.bytes = Buffer.from(h5p()).subarray(0, 300)
    const before = (await told('studio.list', undefined)).documents.length
    expect(await told('studio.importFile', { locale: 'en' })).toMatchObject({
      outcome: 'no-story',
      file: 'call.h5p',
      code: 'zip-damaged',
    })
    expect((await told('studio.list', undefined)).documents).toHaveLength(before)
  })

  it('save the test plan of a scenario as a file of its own', async () => {
    const { told, ask, paths, out } = window()
    await told('studio.importFile', { locale: 'en' })
    expect(await ask('studio.exportPlan', { id: 'scam' })).toMatchObject({ error: { code: 'not-found' } })
    const plan = `${JSON.stringify({ scenario: 'scam', runs: [] })}\n`
    writeFileSync(paths().plan('scam'), plan)
    expect(await told('studio.exportPlan', { id: 'scam' })).toEqual({ file: 'scam.testplan.json' })
    expect(readFileSync(join(out, 'scam.testplan.json'), 'utf8')).toBe(plan)
  })

  it('list, copy, rename, remove and bring back', async () => {
    const { told, ask } = window()
    expect(await told('studio.importFile', { locale: 'en' })).toMatchObject({
      outcome: 'imported',
      id: 'scam',
    })
    const copy = { kind: 'scenario', id: 'copy' } as const
    await told('studio.duplicate', { ...scam, as: 'copy', title: { en: 'Copy' } })
    expect(await told('studio.rename', { ...copy, as: 'second', title: { en: 'Second' } })).toEqual({
      kind: 'scenario',
      id: 'second',
      namedBy: [],
    })
    expect(await told('studio.namedBy', { kind: 'scenario', id: 'small' })).toMatchObject([
      { kind: 'course', id: 'short', as: 'module', origin: 'shipped' },
    ])
    const { key } = await told('studio.remove', { kind: 'scenario', id: 'second' })
    expect(await told('studio.removed', undefined)).toMatchObject([{ key, id: 'second' }])
    expect(await told('studio.bringBack', { key })).toMatchObject({ id: 'second' })
    for (const bad of ['..', '../drafts', 'none']) {
      expect(await ask('studio.bringBack', { key: bad })).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      })
    }
    expect(await told('studio.createTwin', { of: 'small', as: 'small-twin' })).toEqual({
      kind: 'scenario',
      id: 'small-twin',
      named: false,
    })
    await told('studio.remove', { kind: 'scenario', id: 'small-twin' })
    const { documents, mayPublish, folder } = await told('studio.list', undefined)
    expect([mayPublish, folder]).toEqual([true, { shared: false, problem: null }])
    expect(documents.map(({ id }) => id)).toEqual(['scam', 'second', 'genuine', 'small', 'short'])
    expect(await ask('studio.remove', { kind: 'scenario', id: 'small' })).toMatchObject({
      error: { code: 'not-found' },
    })
  })

  it('add a picture that was chosen, dropped or recorded, under a name of its own, and refuse what is none', async () => {
    const { told, ask, chosen } = window()
    await told('studio.importFile', { locale: 'en' })
    Object.assign(chosen, { name: 'My Badge.PNG', bytes: png() })
    expect(await told('studio.addMedia', scam)).toMatchObject({ file: 'my-badge.png' })
    const put = (name: string, bytes: Uint8Array) =>
      ask('studio.putMedia', { ...scam, name, bytes: new Uint8Array(bytes) })
    const same = await put('my badge.png', png())
    expect(same).toMatchObject({ ok: true, value: { file: 'my-badge.png' } })
    expect(await put('my-badge.png', png(10, 10))).toMatchObject({ value: { file: 'my-badge-2.png' } })
    expect(await put('../../Line 1.wav', wav(1))).toMatchObject({ value: { file: 'line-1.wav' } })
    const all = (await told('studio.media', scam)).map(({ file }) => file)
    expect(all).toEqual(['line-1.wav', 'my-badge-2.png', 'my-badge.png'])
    const code = async (answer: ReturnType<typeof put>) => {
      const got = await answer
      return got.ok ? 'taken' : got.error.code
    }
    expect(await code(put('badge.png', Buffer.from('<svg>')))).toBe('media-type')
    expect(await code(put('badge.svg', Buffer.from('<svg>')))).toBe('media-type')
    expect(await code(put('badge.jpg', png()))).toBe('media-type')
    // The head of the file is gone.
    expect(await code(put('cut.png', png().subarray(0, 12)))).toBe('media-type')
    expect(await code(put('wide.png', png(5000, 2)))).toBe('media-pixels')
    expect(await code(put('long.wav', Buffer.alloc(LARGEST_MEDIA + 1)))).toBe('bad-request')
    Object.assign(chosen, { name: 'long.wav', bytes: Buffer.alloc(LARGEST_MEDIA + 1) })
    expect(await ask('studio.addMedia', scam)).toMatchObject({ ok: false, error: { code: 'media-size' } })
    expect(await told('studio.media', scam)).toHaveLength(3)
  })

  it('delete a picture that no line has any more, and no other', async () => {
    const { told, ask, studio } = window()
    await told('studio.importFile', { locale: 'en' })
    for (const file of ['a.png', 'b.png']) await studio.media.add(scam, { name: file, bytes: png() })
    const named = scamText().replace('"beats": [', '"media": { "file": "a.png" }, "beats": [')
    expect(named).not.toBe(scamText())
    const entry = { n: 1, at: AT, kind: 'text', text: named } as const
    await told('studio.append', { ...scam, after: 0, entries: [entry] })
    expect(await ask('studio.removeMedia', { ...scam, file: 'a.png' })).toMatchObject({
      error: { code: 'media-in-use' },
    })
    expect(await told('studio.removeMedia', { ...scam, file: 'b.png' })).toMatchObject([{ file: 'a.png' }])
    const outside = await ask('studio.removeMedia', { ...scam, file: '../scam.scenario.json' })
    expect(outside).toMatchObject({ error: { code: 'bad-request' } })
  })

  it('tell of a file that can’t be opened, and of one that a window may read alone', async () => {
    const { told, paths } = window()
    await told('studio.importFile', { locale: 'en' })
    writeFileSync(paths().journal(scam), '')
    writeFileSync(paths().file(scam), '')
    expect(await told('studio.open', scam)).toEqual({
      outcome: 'refused',
      fault: { code: 'empty', file: 'scam.scenario.json', detail: '' },
    })
    expect((await told('studio.list', undefined)).documents[0]).toMatchObject({ fault: { code: 'empty' } })
    expect(await told('studio.open', { kind: 'scenario', id: 'small' })).toMatchObject({
      origin: 'shipped',
      readOnly: true,
      journal: { entries: [] },
    })
  })

  it('give the texts to a translator and take them back, and keep beside a draft what is known of them', async () => {
    const { told, ask, chosen, out } = window()
    await told('studio.importFile', { locale: 'en' })
    const unit = { id: 'title', source: 'Scam', target: '', state: 'new', note: 'Title', most: 40 } as const
    const texts = {
      kind: 'scenario',
      document: 'scam',
      from: 'en',
      to: 'fr',
      seal: '1.a.b',
      units: [unit],
    } as const
    for (const format of ['xliff', 'csv'] as const) {
      expect(await told('studio.exportTexts', { format, texts: { ...texts, units: [unit] } })).toEqual({
        outcome: 'saved',
        file: `scam-en-fr.${format}`,
      })
      const bytes = readFileSync(join(out, `scam-en-fr.${format}`))
      Object.assign(chosen, { name: `back.${format}`, bytes })
      expect(await told('studio.importTexts', undefined)).toMatchObject({
        outcome: 'read',
        file: `back.${format}`,
        texts: { document: 'scam', seal: '1.a.b', units: [{ id: 'title', source: 'Scam' }] },
      })
    }
    Object.assign(chosen, { name: 'cut.xliff', bytes: Buffer.from('<xliff version="1.2">') })
    expect(await told('studio.importTexts', undefined)).toMatchObject({
      outcome: 'refused',
      file: 'cut.xliff',
      faults: [{ code: 'not-xml', line: 1 }],
    })
    const bell = { ...unit, source: 'bell \u0007' }
    expect(
      await told('studio.exportTexts', { format: 'xliff', texts: { ...texts, units: [bell] } }),
    ).toMatchObject({
      outcome: 'refused',
      faults: [{ code: 'unwritable', ids: ['title'] }],
    })

    expect(await told('studio.translations', scam)).toEqual({ record: {} })
    const record = { title: { fr: { x: { en: 'y' } } } }
    await told('studio.saveTranslations', { ...scam, record, guessed: {} })
    // A guess says nothing against what is stored, and is stored where nothing is.
    const guessed = { title: { fr: { x: { en: 'guessed' } } }, keep: { fr: { v: { en: 'w' } } } }
    await told('studio.saveTranslations', { ...scam, record: {}, guessed })
    const both = { ...record, keep: { fr: { v: { en: 'w' } } } }
    expect(await told('studio.translations', scam)).toEqual({ record: both })
    // The record goes with a copy, and with the same document when it is imported again.
    await told('studio.duplicate', { ...scam, as: 'copy', title: { en: 'Copy' } })
    expect(await told('studio.translations', { kind: 'scenario', id: 'copy' })).toEqual({ record: both })
    Object.assign(chosen, { name: 'scam.scenario.json', bytes: Buffer.from(scamText()) })
    const again = await told('studio.importFile', { locale: 'en' })
    if (again.outcome !== 'imported') throw new Error('not imported')
    expect(await told('studio.translations', { kind: 'scenario', id: again.id })).toEqual({ record: both })
    expect(
      await ask('studio.saveTranslations', { kind: 'scenario', id: 'nowhere', record, guessed: {} }),
    ).toMatchObject({
      error: { code: 'not-found' },
    })
  })

  it('let an administrator choose the folder and who publishes, with an entry in the audit log', async () => {
    const { told, ask, chosen, db } = window()
    expect(await ask('studio.settings', undefined)).toMatchObject({ error: { code: 'not-allowed' } })
    expect(await told('studio.settings', undefined, admin)).toEqual({
      folder: null,
      publishers: 'authors',
      problem: null,
    })
    expect(await told('studio.chooseFolder', undefined, admin)).toMatchObject({ folder: chosen.folder })
    expect(existsSync(join(chosen.folder, 'drafts'))).toBe(true)
    expect(await told('studio.changeSettings', { publishers: 'administrators' }, admin)).toMatchObject({
      publishers: 'administrators',
    })
    expect(await told('studio.list', undefined)).toMatchObject({
      mayPublish: false,
      folder: { shared: true },
    })
    expect(await told('studio.ownFolder', undefined, admin)).toMatchObject({ folder: null })
    const acts = db.prepare('SELECT act FROM audit').all<{ act: string }>()
    expect(acts.map(({ act }) => act)).toEqual(Array(3).fill('studio-settings-changed'))
  })
})
