import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../src/domain/authoring/journal'
import { headerOf, lineOfEntry, lineOfSave, readJournal } from '../../../src/domain/authoring/journal-file'
import { AT } from './documents'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const sum = (text: string) => sha256(text).slice(0, 16)
const base = { text: '{\n  "a": "über 🙂"\n}\n', hash: sha256('x') }

const entries = (count: number): JournalEntry[] =>
  Array.from({ length: count }, (_, i) => ({
    n: i + 1,
    at: AT,
    kind: 'text' as const,
    text: `{"a":"ü\n${i}"}`,
  }))
const written = (count: number) => [
  headerOf(base, sum),
  ...entries(count).map((one) => lineOfEntry(one, sum)),
]

describe('the file of a journal', () => {
  it('gives back what was written', () => {
    const saved = { after: 2, hash: sha256('y'), at: AT, done: true }
    const text = [...written(2), lineOfSave(saved, sum), lineOfEntry(entries(3)[2]!, sum)].join('')
    expect(readJournal(text, sum)).toEqual({
      base,
      entries: entries(3),
      beyond: [],
      saves: [saved],
      faults: [],
      newer: false,
    })
  })

  it('cut off anywhere keeps every whole line, and sets the torn one aside', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(), (count, where) => {
        const lines = written(count)
        const text = lines.join('')
        const cut = text.slice(0, where % (text.length + 1))
        const tail = cut.slice(cut.lastIndexOf('\n') + 1)
        // A line that only lacks its line break is complete.
        const ended = lines.some((line) => line === `${tail}\n`)
        const whole = cut.split('\n').length - 1 + (ended ? 1 : 0)
        const read = readJournal(cut, sum)
        expect(read.entries).toEqual(entries(Math.max(0, whole - 1)))
        expect(read.base !== undefined).toBe(whole > 0)
        const torn = ended ? '' : tail
        expect(read.faults).toEqual(torn === '' ? [] : [{ line: whole + 1, fault: 'torn', text: torn }])
        // A later entry begins a line of its own.
        if (whole === 0) return
        const later = { ...entries(whole)[whole - 1]!, n: Math.max(1, whole) }
        const on = readJournal(`${cut}${tail === '' ? '' : '\n'}${lineOfEntry(later, sum)}`, sum)
        expect(on.entries).toHaveLength(whole)
        expect(on.beyond).toEqual([])
        expect(on.faults.map(({ fault }) => fault)).toEqual(torn === '' ? [] : ['torn'])
      }),
    )
  })

  it('takes a torn line for what it is when what comes next is a save that knows of no more', () => {
    const torn = lineOfEntry(entries(3)[2]!, sum).slice(0, 40)
    const save = (after: number) => lineOfSave({ after, hash: sha256('y'), at: AT, done: true }, sum)
    const faults = (text: string) => readJournal(text, sum).faults.map(({ fault }) => fault)
    expect(faults(`${written(2).join('')}${torn}\n${save(2)}`)).toEqual(['torn'])
    expect(faults(`${written(2).join('')}${torn}\n${save(3)}`)).toEqual(['unreadable'])
    expect(faults(`${written(0).join('')}${torn}\n${save(0)}`)).toEqual(['torn'])
  })

  it('told of any changed sign in the middle, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(), fc.nat(), (count, which, where) => {
        const lines = written(count)
        const broken = 1 + (which % count)
        const own = lines[broken]!
        const at = where % (own.length - 1)
        const other = own[at] === 'x' ? 'y' : 'x'
        lines[broken] = `${own.slice(0, at)}${other}${own.slice(at + 1)}`
        const read = readJournal(lines.join(''), sum)
        expect(read.entries).toEqual(entries(broken - 1))
        expect(read.beyond).toEqual(entries(count).slice(broken))
        expect(read.faults).toEqual([
          { line: broken + 1, fault: 'unreadable', text: lines[broken].slice(0, -1) },
        ])
      }),
    )
  })

  it('tells of an entry whose number was there already, as of a second writer', () => {
    const lines = written(2)
    const second = lineOfEntry({ ...entries(1)[0]!, n: 2 }, sum)
    const read = readJournal([...lines, second, lineOfEntry(entries(3)[2]!, sum)].join(''), sum)
    expect(read.entries).toEqual(entries(3))
    expect(read.faults).toEqual([{ line: 4, fault: 'out-of-step', text: second.trimEnd() }])
  })

  it('without its first line keeps all entries, and knows the file of a newer program', () => {
    const read = readJournal(written(2).slice(1).join(''), sum)
    expect(read.base).toBeUndefined()
    expect(read.faults.map(({ line }) => line)).toContain(1)
    const rest = '"journal":2,"base":{}}'
    expect(readJournal(`{"sum":"${sum(rest)}",${rest}\n`, sum).newer).toBe(true)
    expect(readJournal('', sum)).toMatchObject({ base: undefined, entries: [] })
  })
})
