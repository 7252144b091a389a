import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { JournalEntry } from '../../../src/domain/authoring/journal'
import { openDocument } from '../../../src/renderer/studio/document-store'
import type { StudioHost } from '../../../src/renderer/studio/host'

const TEXT = readFileSync('scenarios/telegram-bribe.scenario.json', 'utf8')
const HASH = 'a'.repeat(64)

type Opened = Parameters<typeof openDocument>[0]

const opened = (entries: readonly JournalEntry[] = [], text = TEXT): Opened =>
  ({
    outcome: 'opened',
    kind: 'scenario',
    id: 'telegram-bribe',
    origin: 'own',
    readOnly: false,
    text,
    hash: HASH,
    savedAfter: entries.length,
    journal: { base: { text, hash: HASH }, entries },
    places: {},
    published: null,
    editing: null,
    outside: null,
    damaged: null,
  }) as unknown as Opened

/** A disk that appends entries as main does. */
function disk(from: readonly JournalEntry[] = []) {
  const entries = [...from]
  const broken = { now: false }
  const texts: string[] = []
  const files: { outside: { hash: string; text: string } | undefined } = { outside: undefined }
  const seen: string[] = []
  const copies: string[] = []
  const host: StudioHost = {
    append: async (asked) => {
      if (broken.now) throw new Error('disk full')
      if (asked.after !== entries.length) {
        return {
          outcome: 'stale',
          n: entries.length,
          entries: entries.slice(asked.after),
          editing: null,
          outside: null,
        }
      }
      entries.push(...asked.entries)
      return { outcome: 'taken', n: entries.length }
    },
    checkpoint: async ({ text, after, seen: hash }) => {
      seen.push(hash)
      if (files.outside && hash !== files.outside.hash) {
        const outside = { ...files.outside, at: '2026-01-01T00:00:00.000Z' }
        return { outcome: 'stale', n: after, entries: [], editing: null, outside }
      }
      texts.push(text)
      return { outcome: 'saved', hash: HASH }
    },
    close: async () => null,
    keepCopy: async (text) => void copies.push(text),
  }
  return { host, entries, broken, texts, copies, files, seen }
}

const setTitle = (words: string) => (document: Record<string, unknown>) => {
  // A text that somebody wrote in between may be a number.
  if (typeof document['title'] === 'object') (document['title'] as Record<string, string>)['en'] = words
}
const titleOf = (value: unknown) => (value as { title: Record<string, string> }).title['en']
const setVersion = (version: string) => (document: Record<string, unknown>) => {
  document['version'] = version
}
const VERSION = { code: 'text', params: { field: 'Version' } }
const LABEL = { code: 'text', params: { field: 'Title' } }

describe('openDocument', () => {
  it('keeps every act in order, and opens again where it was, with all that can be undone', async () => {
    const { host, entries, texts } = disk()
    const open = openDocument(opened(), host)
    open.edit(LABEL, setTitle('One'))
    open.edit(LABEL, setTitle('Two'))
    open.undo()
    expect(titleOf(open.store.getState().draft.value)).toBe('One')
    expect(await open.settle()).toBe(true)
    expect(open.store.getState().saving).toEqual({ name: 'saved' })
    expect(entries.map(({ n, kind }) => `${n} ${kind}`)).toEqual(['1 edit', '2 edit', '3 undo'])
    expect(texts.at(-1)).toBe(open.textNow())
    const again = openDocument(opened(entries), host)
    expect(titleOf(again.store.getState().draft.value)).toBe('One')
    again.redo()
    expect(titleOf(again.store.getState().draft.value)).toBe('Two')
    again.undo()
    again.undo()
    expect(again.textNow()).toBe(TEXT)
  })

  it('loses nothing while the disk refuses, says so, and tries again', async () => {
    vi.useFakeTimers()
    try {
      const { host, entries, broken } = disk()
      const open = openDocument(opened(), host)
      broken.now = true
      open.edit(LABEL, setTitle('Kept here'))
      await vi.advanceTimersByTimeAsync(50)
      expect(open.store.getState().saving.name).toBe('failed')
      open.edit(LABEL, setTitle('And this'))
      await vi.advanceTimersByTimeAsync(50)
      expect(entries).toHaveLength(0)
      broken.now = false
      await vi.advanceTimersByTimeAsync(2500)
      expect(entries).toHaveLength(2)
      expect(open.store.getState().saving.name).toBe('saved')
    } finally {
      vi.useRealTimers()
    }
  })

  it('keeps what was typed in the source as small as it was, and makes an act of it before any other', async () => {
    const { host, entries } = disk()
    const open = openDocument(opened(), host)
    open.write(TEXT.replace('"truth": "attack"', '"truth": "legitimate"'))
    open.write(open.textNow().replace('"minutes":', '\n  "minutes":'))
    open.write(open.textNow().replace('"minutes":', '"minutes": oops'))
    let typed: string | undefined = open.textNow().replace('oops', '')
    const ended = open.typing(() => {
      if (typed !== undefined) open.write(typed)
      typed = undefined
    })
    open.undo()
    await open.settle()
    ended()
    expect(entries.map(({ kind }) => kind)).toEqual(['edit', 'typed', 'typed', 'typed', 'undo'])
    expect(JSON.stringify(entries).length).toBeLessThan(1500)
    expect(entries[0]).toMatchObject({ patches: [{ path: ['truth'], value: 'legitimate' }] })
    expect(open.store.getState().draft.brokenText).toContain('oops')
  })

  it('overwrites nothing that somebody else did meanwhile', async () => {
    const other: JournalEntry = { n: 1, at: '2026-01-01T00:00:00.000Z', kind: 'text', text: '{}' }
    const { host, entries, copies } = disk([other])
    const open = openDocument(opened(), host)
    open.edit(LABEL, setTitle('Mine'))
    expect(await open.settle()).toBe(false)
    expect(open.store.getState().saving.name).toBe('stale')
    expect(entries).toEqual([other])
    // The document on screen stays, to be kept as a copy. It accepts no more acts.
    open.edit(LABEL, setTitle('Too late'))
    expect(titleOf(open.store.getState().draft.value)).toBe('Mine')
    // Closing the document without a choice stores a copy beside it.
    await open.close()
    await open.close()
    expect(copies).toEqual([open.textNow()])
    expect(copies[0]).toContain('"Mine"')
  })

  it('drops what came too late only when told to, and copies nothing that the disk has', async () => {
    const other: JournalEntry = { n: 1, at: '2026-01-01T00:00:00.000Z', kind: 'text', text: '{}' }
    const late = disk([other])
    const dropped = openDocument(opened(), late.host)
    dropped.edit(LABEL, setTitle('Mine'))
    await dropped.settle()
    await dropped.close('drop')
    const kept = disk()
    const open = openDocument(opened(), kept.host)
    open.edit(LABEL, setTitle('Mine'))
    await open.close()
    expect([...late.copies, ...kept.copies]).toEqual([])
    expect(kept.entries).toHaveLength(1)
  })

  const their = (label: string, path: (string | number)[], value: unknown, was: unknown): JournalEntry => ({
    n: 1,
    at: '2026-01-01T00:00:00.000Z',
    by: 'Mara',
    kind: 'edit',
    label: { code: 'text', params: { field: label } },
    patches: [{ op: 'replace', path, value }],
    inverse: [{ op: 'replace', path, value: was }],
  })
  const BASE = JSON.parse(TEXT) as { title: { en: string }; minutes: number }

  it('brings together what another computer did elsewhere in the document, as one act that is undone', async () => {
    const { host, entries } = disk([their('Minutes', ['minutes'], 59, BASE.minutes)])
    const open = openDocument(opened(), host)
    open.edit(LABEL, setTitle('Mine'))
    open.edit(LABEL, setTitle('Mine indeed'))
    expect(await open.settle()).toBe(true)
    const { draft, joined, meeting } = open.store.getState()
    expect(draft.value).toMatchObject({ minutes: 59, title: { en: 'Mine indeed' } })
    expect(meeting).toBeNull()
    expect(joined).toMatchObject({ who: 'Mara', before: 0 })
    expect(joined!.changes.map(({ code }) => code)).toEqual(['header-changed'])
    expect(entries.map(({ n, kind }) => [n, kind])).toEqual([
      [1, 'edit'],
      [2, 'edit'],
    ])
    open.undo()
    await open.settle()
    expect(open.store.getState().draft.value).toMatchObject({ minutes: 59, title: { en: BASE.title.en } })
    expect(openDocument(opened(entries), host).textNow()).toBe(open.textNow())
  })

  it.each(['mine', 'theirs'] as const)('asks where both changed the same, and takes %s', async (side) => {
    const { host, entries } = disk([their('Title', ['title', 'en'], 'Theirs', BASE.title.en)])
    const open = openDocument(opened(), host)
    open.edit(LABEL, setTitle('Mine'))
    open.edit({ code: 'text' }, (document) => void (document['minutes'] = 58))
    expect(await open.settle()).toBe(false)
    const { meeting } = open.store.getState()
    expect(meeting!.conflicts.map(({ path }) => path)).toEqual([['title', 'en']])
    expect(entries).toHaveLength(1)
    open.join(() => side)
    expect(await open.settle()).toBe(true)
    const value = { minutes: 58, title: { en: side === 'mine' ? 'Mine' : 'Theirs' } }
    expect(open.store.getState().draft.value).toMatchObject(value)
    expect(entries.at(-1)).toMatchObject({ n: 2, kind: 'edit', label: { code: 'joined.who' } })
  })

  it('follows what another computer does while nothing is done here, and goes on from there', async () => {
    const { host, entries } = disk()
    const [open, other] = [openDocument(opened(), host), openDocument(opened(), host)]
    const title = ({ store }: typeof open) => titleOf(store.getState().draft.value)
    other.edit(LABEL, setTitle('One'))
    await other.settle()
    open.look()
    await vi.waitFor(() => expect(title(open)).toBe('One'), 60_000)
    other.edit(LABEL, setTitle('Two'))
    await other.settle()
    open.look()
    await vi.waitFor(() => expect(title(open)).toBe('Two'), 60_000)
    // Nothing was done here, so there is nothing to store, and both changes are one from the beginning.
    expect(entries).toHaveLength(2)
    expect(open.store.getState()).toMatchObject({
      saving: { name: 'saved' },
      joined: { before: 0, followed: true, changes: [{ code: 'text-changed' }] },
    })
    open.edit(LABEL, setTitle('Three'))
    await open.settle()
    expect(entries.map(({ n }) => n)).toEqual([1, 2, 3])
    other.look()
    await vi.waitFor(() => expect(title(other)).toBe('Three'), 60_000)
    other.undo()
    other.undo()
    await other.settle()
    expect(title(other)).toBe('One')
  })

  it('shows the same on both computers, whatever was done on each and in whatever order they look', async () => {
    const act = fc.record({
      by: fc.constantFrom('one', 'two'),
      what: fc.oneof(
        { weight: 3, arbitrary: fc.string({ maxLength: 5 }) },
        fc.constantFrom('look', 'settle'),
      ),
      wait: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 15 }), async (acts) => {
        const { host, entries } = disk()
        const windows = { one: openDocument(opened(), host), two: openDocument(opened(), host) }
        for (const { by, what, wait } of acts) {
          if (what === 'look') windows[by].look()
          else if (what === 'settle') await windows[by].settle()
          else if (by === 'one') windows.one.edit(LABEL, setTitle(what))
          else windows.two.edit(VERSION, setVersion(what))
          if (wait) await new Promise((resolve) => setTimeout(resolve))
        }
        for (const open of [windows.one, windows.two, windows.one]) {
          expect(await open.settle()).toBe(true)
          open.look()
          await open.settle()
        }
        expect(windows.one.textNow()).toBe(windows.two.textNow())
        expect(windows.one.acts()).toEqual(entries)
        expect(windows.two.acts()).toEqual(entries)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps what is typed while it looks for what others do', async () => {
    const { host, entries } = disk()
    const [open, other] = [openDocument(opened(), host), openDocument(opened(), host)]
    other.edit(VERSION, setVersion('9.9.9'))
    await other.settle()
    open.look()
    open.edit(LABEL, setTitle('Typed meanwhile'))
    await open.settle()
    const { value } = open.store.getState().draft
    expect([titleOf(value), (value as { version: string }).version]).toEqual(['Typed meanwhile', '9.9.9'])
    expect(entries).toHaveLength(2)
  })

  it('does not look while the disk refuses what was done here, and complains of no look that failed', async () => {
    const { host, broken } = disk()
    const open = openDocument(opened(), host)
    broken.now = true
    open.look()
    await new Promise((resolve) => setTimeout(resolve))
    expect(open.store.getState().saving.name).toBe('saved')
    broken.now = false
    open.edit(LABEL, setTitle('One'))
    expect(await open.settle()).toBe(true)
  })

  it('replaces a file of another program only once somebody decided, and with both sides', async () => {
    const { host, files, texts, seen } = disk()
    const open = openDocument(opened(), host)
    const hash = 'b'.repeat(64)
    files.outside = { hash, text: TEXT.replace(`"minutes": ${BASE.minutes}`, '"minutes": 57') }
    open.edit(LABEL, setTitle('Mine'))
    await open.settle()
    expect(open.store.getState().meeting).toMatchObject({ from: 'file', conflicts: [] })
    await open.settle()
    expect(texts).toEqual([])
    open.join(() => 'mine')
    await open.settle()
    expect(seen.at(-1)).toBe(hash)
    expect(JSON.parse(texts.at(-1)!)).toMatchObject({ minutes: 57, title: { en: 'Mine' } })
    open.undo()
    expect(open.store.getState().draft.value).toMatchObject({ minutes: BASE.minutes, title: { en: 'Mine' } })
  })

  it('goes back to a version by an act that is undone', () => {
    const open = openDocument(opened(), disk().host)
    open.edit(LABEL, setTitle('Later'))
    open.write(TEXT, { code: 'back-to-version', params: { number: 1 } })
    expect(open.textNow()).toBe(TEXT)
    expect(open.acts().at(-1)).toMatchObject({ label: { code: 'back-to-version' } })
    open.undo()
    expect(titleOf(open.store.getState().draft.value)).toBe('Later')
  })

  it('does nothing where nothing changes, and nothing to what can only be read', () => {
    const { host, entries } = disk()
    const open = openDocument(opened(), host)
    open.edit(LABEL, (document) => void document['title'])
    const readOnly = openDocument({ ...opened(), readOnly: true }, host)
    readOnly.edit(LABEL, setTitle('No'))
    expect(entries).toEqual([])
    expect(titleOf(readOnly.store.getState().draft.value)).not.toBe('No')
  })

  it('comes back to the same bytes by undoing everything, whatever was done', async () => {
    const words = fc.string({ minLength: 1, maxLength: 12 })
    const act = fc.oneof(
      words.map((text) => ({ kind: 'title' as const, text })),
      fc.constant({ kind: 'undo' as const }),
      fc.constant({ kind: 'redo' as const }),
      words.map((text) => ({ kind: 'text' as const, text })),
      fc
        .tuple(fc.nat(), fc.nat(9), words)
        .map(([at, cut, put]) => ({ kind: 'typed' as const, at, cut, put })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const { host, entries } = disk()
        const open = openDocument(opened(), host)
        for (const one of acts) {
          if (one.kind === 'title') open.edit(LABEL, setTitle(one.text))
          else if (one.kind === 'text') open.write(one.text)
          else if (one.kind === 'typed') {
            const now = open.textNow()
            const at = one.at % (now.length + 1)
            const next = now.slice(0, at) + one.put + now.slice(at + one.cut)
            open.write(next)
            // The typed text stays letter for letter.
            expect(open.textNow()).toBe(next)
          } else open[one.kind]()
        }
        await open.settle()
        const again = openDocument(opened(entries), host)
        expect(again.textNow()).toBe(open.textNow())
        while (again.store.getState().draft.undo.length > 0) again.undo()
        expect(again.textNow()).toBe(TEXT)
      }),
      { numRuns: 40 },
    )
  })
})
