import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginningOf,
  fold,
  JournalFold,
  JournalRefused,
  meantBy,
  valueAt,
  type DraftState,
  type JournalEntry,
} from '../../../src/domain/authoring/journal'
import { act, AT, entryOf, json, type Act } from './documents'

const document = json.filter((value) => typeof value === 'object' && value !== null)
const history = fc.array(act, { maxLength: 30 })

const plain = ({ value, text, brokenText }: DraftState) => JSON.stringify({ value, text, brokenText })

/** Plays acts, and returns the journal with the draft at each of its moments. */
function played(start: unknown, acts: readonly Act[]) {
  const base = { text: JSON.stringify(start, null, 2) }
  const journal = new JournalFold(base)
  const entries: JournalEntry[] = []
  const seen = [plain(journal.now)]
  for (const one of acts) {
    const entry = entryOf(journal, one)
    if (!entry) continue
    journal.add(entry)
    entries.push(entry)
    seen.push(plain(journal.now))
  }
  return { base, journal, entries, seen }
}

describe('a journal', () => {
  it('comes to the same on every reading, also from the disk', () => {
    fc.assert(
      fc.property(document, history, (start, acts) => {
        const { base, journal, entries } = played(start, acts)
        const read = JSON.parse(JSON.stringify(entries)) as JournalEntry[]
        expect(plain(fold(base, read))).toBe(plain(journal.now))
      }),
    )
  })

  it('is undone to its beginning, byte for byte, and done again', () => {
    fc.assert(
      fc.property(document, history, (start, acts) => {
        const { journal, seen } = played(start, acts)
        const before = plain(journal.now)
        let back = 0
        for (; journal.now.undo.length > 0; back += 1) {
          journal.add({ n: journal.now.n + 1, at: AT, kind: 'undo' })
        }
        expect(plain(journal.now)).toBe(seen[0])
        for (; back > 0; back -= 1) journal.add({ n: journal.now.n + 1, at: AT, kind: 'redo' })
        expect(plain(journal.now)).toBe(before)
      }),
    )
  })

  it('gives back every moment, and restoring one can be undone', () => {
    fc.assert(
      fc.property(document, history, fc.nat(), (start, acts, where) => {
        const { base, journal, entries, seen } = played(start, acts)
        const to = where % seen.length
        expect(plain(valueAt(base, entries, to))).toBe(seen[to])
        const before = plain(journal.now)
        journal.add({ n: journal.now.n + 1, at: AT, kind: 'restore', to })
        expect(plain(journal.now)).toBe(seen[to])
        journal.add({ n: journal.now.n + 1, at: AT, kind: 'undo' })
        expect(plain(journal.now)).toBe(before)
      }),
    )
  })

  it('keeps the last good value while its text is broken, and the text beside it', () => {
    const journal = new JournalFold({ text: '{"a":1}' })
    journal.add({ n: 1, at: AT, kind: 'text', text: '{"a":' })
    expect(journal.now).toMatchObject({ value: { a: 1 }, text: '{"a":1}', brokenText: '{"a":' })
    journal.add({ n: 2, at: AT, kind: 'text', text: '{"a":2}' })
    expect(journal.now).toMatchObject({ value: { a: 2 }, text: '{"a":2}', brokenText: null })
    journal.add({ n: 3, at: AT, kind: 'undo' })
    expect(journal.now).toMatchObject({ value: { a: 1 }, brokenText: '{"a":' })
  })

  it('takes what was typed as places of the text, broken or not', () => {
    const journal = new JournalFold({ text: '{\n  "a": 1\n}' })
    journal.add({ n: 1, at: AT, kind: 'typed', splices: [{ at: 9, cut: 1, put: '' }] })
    expect(journal.now).toMatchObject({ value: { a: 1 }, brokenText: '{\n  "a": \n}' })
    journal.add({ n: 2, at: AT, kind: 'typed', splices: [{ at: 9, cut: 0, put: '2' }] })
    expect(journal.now).toMatchObject({ value: { a: 2 }, text: '{\n  "a": 2\n}', brokenText: null })
    journal.add({ n: 3, at: AT, kind: 'undo' })
    expect(journal.now.brokenText).toBe('{\n  "a": \n}')
  })

  it('begins with any text, however broken', () => {
    expect(fold({ text: '' }, [])).toMatchObject({ value: undefined, text: '', brokenText: '' })
    expect(fold({ text: '{' }, [{ n: 1, at: AT, kind: 'text', text: '[]' }])).toMatchObject({
      value: [],
      brokenText: null,
    })
  })

  const edit = { label: { code: 'x' }, inverse: [] }
  const misfits: readonly (readonly [string, JournalEntry])[] = [
    ['number', { n: 2, at: AT, kind: 'undo' }],
    ['nothing-to-undo', { n: 1, at: AT, kind: 'undo' }],
    ['nothing-to-redo', { n: 1, at: AT, kind: 'redo' }],
    ['no-such-entry', { n: 1, at: AT, kind: 'restore', to: 1 }],
    ['splice', { n: 1, at: AT, kind: 'typed', splices: [{ at: 7, cut: 1, put: '' }] }],
    ['patch', { n: 1, at: AT, kind: 'edit', ...edit, patches: [{ op: 'remove', path: ['b'] }] }],
  ]
  it.each(misfits)('refuses an entry that does not fit: %s', (fault, entry) => {
    const journal = new JournalFold({ text: '{"a":1}' })
    const before = journal.now
    expect(() => journal.add(entry)).toThrow(expect.objectContaining({ name: 'JournalRefused', fault }))
    expect(journal.now).toBe(before)
    expect(() => valueAt({ text: '{}' }, [], 1)).toThrow(JournalRefused)
  })
})

describe('what an entry is about', () => {
  const entry = (n: number, one: object) => ({ n, at: AT, ...one }) as JournalEntry
  const edit = (n: number, code = 'text') =>
    entry(n, { kind: 'edit', label: { code }, patches: [], inverse: [] })
  const meant = (...entries: JournalEntry[]) =>
    Object.fromEntries([...meantBy(entries)].map(([n, act]) => [n, act.n]))

  it('is the act that was undone, done again or gone back to', () => {
    const undo = { kind: 'undo' }
    const redo = { kind: 'redo' }
    expect(
      meant(
        edit(1),
        edit(2),
        entry(3, undo),
        entry(4, undo),
        entry(5, redo),
        edit(6),
        entry(7, undo),
        entry(8, undo),
      ),
    ).toEqual({ 3: 2, 4: 1, 5: 1, 7: 6, 8: 1 })
    expect(
      meant(
        edit(1),
        edit(2),
        entry(3, { kind: 'restore', to: 1 }),
        entry(4, { kind: 'restore', to: 3 }),
        entry(5, undo),
        entry(6, { kind: 'restore', to: 0 }),
      ),
    ).toEqual({ 3: 1, 4: 1, 5: 4 })
  })

  it('begins after the act that made a copy', () => {
    expect(beginningOf([])).toBe(0)
    expect(beginningOf([edit(1), edit(2, 'copied')])).toBe(0)
    expect(beginningOf([edit(1, 'copied'), edit(2)])).toBe(1)
    expect(beginningOf([edit(1, 'import')])).toBe(1)
  })
})
