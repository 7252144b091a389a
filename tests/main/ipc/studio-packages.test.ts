/** Exports scenarios from one Studio as packages and imports them into another, through the calls of a window. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPackage, writePackage } from '../../../src/interchange/package'
import { png } from '../../fixtures/media'
import { temporaryFolder } from '../helpers'
import { admin, ana, retitle, scam, scamText } from '../studio/folder'
import { studioWindow } from './studio-window'

function studio() {
  const out = temporaryFolder()
  const chosen = { name: 'scam.scenario.json', bytes: Buffer.from(scamText()) as Uint8Array }
  const made = studioWindow({
    open: () => Promise.resolve(chosen),
    save: () => Promise.resolve(join(out, 'saved.htl')),
    folder: () => Promise.reject(new Error('not asked')),
  })
  const { told } = made
  const offered = async (name: string, bytes: Uint8Array) => {
    Object.assign(chosen, { name, bytes })
    const offer = await told('studio.importFile', { locale: 'en' })
    if (offer.outcome !== 'offered') throw new Error(`not offered: ${JSON.stringify(offer)}`)
    return offer
  }
  return { ...made, chosen, offered, out, saved: join(out, 'saved.htl') }
}

const FLOOR = { id: 'own-floor', text: '{ "id": "own-floor", "title": { "en": "Floor" } }' }
const PICTURE = Buffer.from(png())

/** Returns a scenario with a picture in its first scene, in an author's layout. */
const withPictureIn = (text: string, file = 'a.png', more: object = {}): string => {
  const value = JSON.parse(text) as {
    title: Record<string, string>
    machine: { states: Record<string, { meta?: { beats?: object[] } }> }
  }
  const beats = Object.values(value.machine.states).find(({ meta }) => meta?.beats?.length)!.meta!.beats!
  const words = Object.fromEntries(Object.keys(value.title).map((language) => [language, 'A badge']))
  Object.assign(beats[0]!, { media: { file, words } })
  return `${JSON.stringify({ ...value, ...more }, null, 4)}\n`
}
const withPicture = (file?: string, more?: object): string => withPictureIn(scamText(), file, more)
const packed = (text = withPicture(), more: object = {}) =>
  writePackage({ id: 'scam', text, floor: undefined, media: new Map([['a.png', PICTURE]]), ...more })

describe('a scenario goes into one file', () => {
  it('with what it names as it is now, its plan and what is known of its translations', async () => {
    const { told, studio: one, paths, saved, chosen } = studio()
    chosen.bytes = Buffer.from(withPicture())
    await told('studio.importFile', { locale: 'en' })
    await one.media.add(scam, { name: 'a.png', bytes: PICTURE })
    await one.media.add(scam, { name: 'not-named.png', bytes: PICTURE })
    await told('studio.savePlan', { id: 'scam', runs: [], seen: (await one.plans.read('scam')).hash })
    writeFileSync(paths().plan('scam'), '{ "scenario": "scam", "runs": [] }')
    const record = { title: { fr: { 'abc-1': { en: 'def-2' } } } }
    writeFileSync(paths().translations(scam), JSON.stringify(record))
    // The last act is only in the journal.
    await told('studio.append', { ...scam, after: 0, entries: [retitle(1, 'Newer')] })
    expect(await told('studio.exportPackage', { id: 'scam', version: null })).toMatchObject({
      outcome: 'saved',
      file: 'saved.htl',
      media: 1,
      floor: null,
      runs: true,
      missing: [],
    })
    const { text, media, plan, translations } = await readPackage(readFileSync(saved))
    expect(JSON.parse(text)).toMatchObject({ title: { en: 'Newer' } })
    expect([...media.keys()]).toEqual(['a.png'])
    expect(JSON.parse(translations!)).toEqual(record)
    expect(plan).toBe('{ "scenario": "scam", "runs": [] }')
  })

  it('with its pictures too where only a version is left of it', async () => {
    const { told, studio: one, paths, saved, chosen } = studio()
    chosen.bytes = Buffer.from(withPicture())
    await told('studio.importFile', { locale: 'en' })
    await one.media.add(scam, { name: 'a.png', bytes: PICTURE })
    expect(await one.publish(scam, 0, '', ana)).toMatchObject({ outcome: 'published' })
    rmSync(paths().draft(scam), { recursive: true })
    expect(await told('studio.open', scam)).toMatchObject({ outcome: 'opened', readOnly: false })
    expect(await told('studio.media', scam)).toMatchObject([{ file: 'a.png', size: PICTURE.length }])
    expect(await told('studio.exportPackage', { id: 'scam', version: null })).toMatchObject({
      media: 1,
      missing: [],
    })
    expect((await readPackage(readFileSync(saved))).media.size).toBe(1)
  })

  it('as a version was published: its words, its picture and its floor of that time, whatever is there now', async () => {
    const { told, ask, studio: one, saved, chosen, offered, paths } = studio()
    const bring = (name: string, text: string) => {
      Object.assign(chosen, { name, bytes: Buffer.from(text) })
      return told('studio.importFile', { locale: 'en' })
    }
    const shipped = (name: string) => readFileSync(join('scenarios', name), 'utf8')
    const floor = { kind: 'floor', id: 'agents' } as const
    const then = shipped('floors/agents.floor.json')
    const now = then.replace(/"version": "[^"]+"/, '"version": "9.0.0"')
    await bring('agents.floor.json', then)
    expect(await one.publish(floor, 0, '', ana)).toMatchObject({ outcome: 'published' })
    const lead = { kind: 'scenario', id: 'former-colleague' } as const
    const text = withPictureIn(shipped('former-colleague.scenario.json'))
    await bring('former-colleague.scenario.json', text)
    await one.media.add(lead, { name: 'a.png', bytes: PICTURE })
    const record = { title: { fr: { 'abc-1': { en: 'def-2' } } } }
    writeFileSync(paths().translations(lead), JSON.stringify(record))
    await told('studio.savePlan', { id: lead.id, runs: [], seen: (await one.plans.read(lead.id)).hash })
    expect(await one.publish(lead, 0, '', ana)).toMatchObject({ outcome: 'published' })

    const entry = (changed: string) => ({
      n: 1,
      at: '2026-03-02T09:00:00.000Z',
      kind: 'text' as const,
      text: changed,
    })
    await told('studio.append', {
      ...lead,
      after: 0,
      entries: [entry(shipped('former-colleague.scenario.json'))],
    })
    await told('studio.append', { ...floor, after: 0, entries: [entry(now)] })
    expect(await one.publish(floor, 1, '', ana)).toMatchObject({ outcome: 'published' })
    rmSync(paths().media(lead), { recursive: true })

    expect(await told('studio.exportPackage', { id: lead.id, version: 1 })).toMatchObject({
      outcome: 'saved',
      floor: 'agents',
      media: 1,
      runs: false,
      missing: [],
    })
    const bytes = readFileSync(saved)
    const version = await readPackage(bytes)
    expect(version.text).toBe(text)
    expect(version.floor).toEqual({ id: 'agents', text: then })
    expect([...version.media]).toEqual([['a.png', PICTURE]])
    expect(JSON.parse(version.translations!)).toEqual(record)
    expect(version.plan).toBeUndefined()

    const offer = await offered('lead-1.htl', bytes)
    expect(offer).toMatchObject({ as: 'former-colleague-2', errors: 0, floor: { here: 'other' } })
    const { id } = await told('studio.takePackage', { hash: offer.hash })
    const opened = await told('studio.open', { kind: 'scenario', id })
    expect(opened).toMatchObject({ outcome: 'opened', readOnly: false })
    expect(await ask('studio.exportPackage', { id: lead.id, version: 2 })).toMatchObject({
      error: { code: 'not-found' },
    })

    rmSync(join(paths().versions(floor), '1.json'))
    expect(await told('studio.exportPackage', { id: lead.id, version: 1 })).toMatchObject({
      floor: null,
      missing: ['agents.floor.json'],
    })
  })

  it('and it says what could not go along', async () => {
    const { told, saved, chosen } = studio()
    chosen.bytes = Buffer.from(withPicture('gone.png', { floor: 'nowhere' }))
    await told('studio.importFile', { locale: 'en' })
    expect(await told('studio.exportPackage', { id: 'scam', version: null })).toMatchObject({
      outcome: 'saved',
      missing: ['nowhere.floor.json', 'gone.png'],
    })
    expect((await readPackage(readFileSync(saved))).media.size).toBe(0)
  })

  it('not while it is no JSON, and not where it is gone', async () => {
    const { told, ask, saved } = studio()
    await told('studio.importFile', { locale: 'en' })
    const at = '2026-03-02T09:00:00.000Z'
    await told('studio.append', {
      ...scam,
      after: 0,
      entries: [{ n: 1, at, kind: 'text', text: '{ "id": ' }],
    })
    expect(await told('studio.exportPackage', { id: 'scam', version: null })).toEqual({
      outcome: 'not-json',
      file: 'scam.scenario.json',
    })
    expect(() => readFileSync(saved)).toThrow('ENOENT')
    expect(await ask('studio.exportPackage', { id: 'none', version: null })).toMatchObject({
      error: { code: 'not-found' },
    })
  })
})

describe('a package', () => {
  it('is shown, and taken byte for byte, with its picture, its floor, its plan', async () => {
    const { told, offered, studio: one } = studio()
    const text = withPicture('a.png', { floor: FLOOR.id })
    const plan =
      '{ "scenario": "scam", "runs": [{ "name": "a", "choices": [], "expect": { "scene": "start" } }] }'
    const record = { title: { fr: { 'abc-1': { en: 'def-2' } } } }
    const translations = JSON.stringify(record)
    const offer = await offered('packed.htl', packed(text, { floor: FLOOR, plan, translations }))
    expect(offer).toMatchObject({
      file: 'packed.htl',
      id: 'scam',
      as: 'scam',
      title: { en: 'Scam' },
      floor: { id: FLOOR.id, title: { en: 'Floor' }, here: 'new' },
      media: [{ file: 'a.png', size: PICTURE.length }],
      runs: 1,
    })
    const before = await told('studio.list', undefined)
    expect(before.documents.some(({ id }) => id === 'scam' || id === FLOOR.id)).toBe(false)
    expect(await told('studio.takePackage', { hash: offer.hash })).toEqual({ id: 'scam', floor: FLOOR.id })
    expect(await told('studio.open', scam)).toMatchObject({ text })
    expect(await told('studio.open', { kind: 'floor', id: FLOOR.id })).toMatchObject({ text: FLOOR.text })
    expect(await told('studio.media', scam)).toMatchObject([{ file: 'a.png' }])
    expect((await told('studio.plan', { id: 'scam' })).runs).toHaveLength(1)
    expect(await one.translations.read(scam)).toEqual(record)
  })

  it('gets another id where its own is taken, its plan too, and leaves the floor that is here', async () => {
    const { told, offered, studio: one } = studio()
    const plan =
      '{\n  "scenario": "scam",\n  "runs": [{ "name": "a", "choices": [], "expect": { "scene": "start" } }]\n}\n'
    const text = withPicture('a.png', { floor: FLOOR.id })
    const first = await offered('a.htl', packed(text, { floor: FLOOR, plan }))
    await told('studio.takePackage', { hash: first.hash })
    const same = await offered('a.htl', packed(text, { floor: FLOOR, plan }))
    expect(same).toMatchObject({ as: 'scam-2', floor: { here: 'same' } })
    const otherFloor = { id: FLOOR.id, text: FLOOR.text.replace('Floor', 'Another') }
    const other = await offered('a.htl', packed(text, { floor: otherFloor, plan }))
    expect(other).toMatchObject({ floor: { here: 'other' } })
    expect(await told('studio.takePackage', { hash: other.hash })).toEqual({ id: 'scam-2', floor: null })
    expect(await told('studio.open', { kind: 'floor', id: FLOOR.id })).toMatchObject({ text: FLOOR.text })
    const second = await told('studio.open', { kind: 'scenario', id: 'scam-2' })
    // Only one word of one line differs; the author’s layout stays.
    expect(second).toMatchObject({ text: text.replace('"id": "scam"', '"id": "scam-2"') })
    expect(await one.plans.textOf('scam-2')).toContain('"scenario": "scam-2"')
  })

  it('is taken as it was shown, by whoever it was shown to, once', async () => {
    const { told, ask, offered } = studio()
    const first = await offered('a.htl', packed())
    expect(await ask('studio.takePackage', { hash: first.hash }, admin)).toMatchObject({
      error: { code: 'stale' },
    })
    const second = await offered('b.htl', packed(withPicture('a.png', { title: { en: 'Other' } })))
    expect(await ask('studio.takePackage', { hash: first.hash })).toMatchObject({ error: { code: 'stale' } })
    await told('studio.leavePackage', undefined)
    expect(await ask('studio.takePackage', { hash: second.hash })).toMatchObject({ error: { code: 'stale' } })
    const third = await offered('b.htl', packed())
    await told('studio.takePackage', { hash: third.hash })
    expect(await ask('studio.takePackage', { hash: third.hash })).toMatchObject({ error: { code: 'stale' } })
  })

  it('leaves nothing of itself where a part of it can’t be kept', async () => {
    const { ask, told, offered, paths } = studio()
    // Windows allows no file of this name.
    const text = withPicture('a.png', { id: 'con', floor: FLOOR.id })
    const offer = await offered('a.htl', packed(text, { id: 'con', floor: FLOOR }))
    expect(await ask('studio.takePackage', { hash: offer.hash })).toMatchObject({
      error: { code: 'unusable-name' },
    })
    const { documents } = await told('studio.list', undefined)
    expect(documents.filter(({ origin }) => origin === 'own')).toEqual([])
    expect(readdirSync(paths().drafts)).toEqual([])
  })

  it('that the system asks to open is looked at where it lies, and waits until somebody has done with it', async () => {
    const { ask, told, opened, out } = studio()
    expect(await ask('studio.lookAtFile', undefined)).toMatchObject({ error: { code: 'not-found' } })
    const path = join(out, 'sent.htl')
    writeFileSync(path, packed())
    opened.add([path])
    const offer = await told('studio.lookAtFile', undefined)
    expect(offer).toMatchObject({ outcome: 'offered', file: 'sent.htl', id: 'scam' })
    expect(opened.first).toBe('sent.htl')
    expect((await told('studio.list', undefined)).documents.some(({ id }) => id === 'scam')).toBe(false)
    writeFileSync(path, 'no archive')
    expect(await told('studio.lookAtFile', undefined)).toMatchObject({
      outcome: 'no-story',
      code: 'zip-damaged',
    })
    rmSync(path)
    expect(await ask('studio.lookAtFile', undefined)).toMatchObject({ error: { code: 'file-unreadable' } })
  })

  it('that is none is refused with a code and what it is about', async () => {
    const { told, chosen } = studio()
    const refusedOf = async (bytes: Uint8Array) => {
      Object.assign(chosen, { name: 'bad.htl', bytes })
      return told('studio.importFile', { locale: 'en' })
    }
    expect(await refusedOf(packed().subarray(0, 200))).toMatchObject({
      outcome: 'no-story',
      code: 'zip-damaged',
    })
    expect(await refusedOf(Buffer.from('{}'))).toMatchObject({ code: 'zip-damaged' })
    expect(
      await refusedOf(packed(undefined, { media: new Map([['a.png', Buffer.from('<svg/>')]]) })),
    ).toMatchObject({ code: 'package-media', params: { name: 'media/a.png' } })
    expect((await told('studio.list', undefined)).documents.some(({ origin }) => origin === 'own')).toBe(
      false,
    )
  })
})
