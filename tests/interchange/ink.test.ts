import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewOf } from '../../src/domain/run'
import { compileInk } from '../../src/interchange/ink-files'
import { begin, choose, hasShape, importText, replies, said } from './drafts'
import { processorMs } from '../time'

const sample = (name: string) => readFileSync(path.join(import.meta.dirname, 'samples', name), 'utf8')
const ink = async (...lines: readonly string[]) => (await importText('a.ink', lines.join('\n')))[0]!

describe('ink', () => {
  it('has a scene for each knot, stitch and labelled gather, and begins where the story does', async () => {
    const [draft] = await importText('night.ink', sample('night-desk.ink'))
    const { states, initial } = draft!.document.machine
    expect(initial).toBe('lobby')
    for (const scene of ['lobby-desk', 'office-told', 'office-quiet', 'key', 'morning']) {
      expect(Object.keys(states)).toContain(scene)
    }
    expect(draft!.document.title).toEqual({ en: 'The night desk' })
    expect(draft!.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['tag', 'chance', 'variable', 'condition']),
    )
  })

  it('says the same of the compiled story', async () => {
    const source = sample('night-desk.ink')
    const [written] = await importText('night.ink', source)
    const [compiled] = await importText('night.ink.json', JSON.stringify(compileInk(source)))
    expect(compiled!.document).toEqual(written!.document)
    expect(JSON.parse(sample('night-desk.ink.json'))).toEqual(compileInk(source))
  })

  it('plays diverts, gathers, answers, and choices that can be made one time', async () => {
    const draft = await ink(
      '-> hall',
      '=== hall ===',
      'A hall.',
      '- (again)',
      '* [Look] You look. -> again',
      '+ Wait[] a while. You wait. -> again',
      '+ [Leave]',
      '  Out you go.',
      '- The door shuts.',
      '-> END',
    )
    const start = begin(draft)
    expect(said(start)).toEqual(['A hall.'])
    const look = choose(choose(start, 'Continue'), 'Look')
    expect(said(look)[0]).toBe('You look.')
    expect(replies(look)).toEqual(['Wait', 'Leave'])
    expect(said(choose(look, 'Wait'))[0]).toBe('Wait a while. You wait.')
    const out = choose(look, 'Leave')
    expect(said(out)).toEqual(['Out you go.', 'The door shuts.'])
    expect(viewOf(out).ending).toBeDefined()
  })

  it('keeps variables that are yes or no, a word of some, or a count', async () => {
    const draft = await ink(
      'VAR key = true',
      'VAR mood = "calm"',
      'VAR knocks = 0',
      '-> door',
      '=== door ===',
      '{mood == "angry": He shouts.|He waits.} {knocks > 1: Three knocks.}',
      '+ [Knock]',
      '  ~ knocks += 1',
      '  -> door',
      '+ [Insult]',
      '  ~ mood = "angry"',
      '  ~ key = false',
      '  -> door',
      '+ {key} [Open] -> END',
    )
    const door = choose(choose(begin(draft), 'Knock'), 'Insult')
    expect(said(door)[0]).toContain('He shouts.')
    expect(replies(door)).toEqual(['Knock', 'Insult'])
    expect(draft.notes.filter(({ code }) => code === 'variable' || code === 'condition')).toEqual([])
  })

  it('calls functions and tunnels, joins with glue, and follows sequences', async () => {
    const draft = await ink(
      'VAR n = 2',
      '-> a',
      '=== a ===',
      'It is {twice(n)} <>',
      '-> aside ->',
      'o’clock{&.|!|?}',
      '+ [Again] -> a',
      '+ [Enough] -> END',
      '=== aside ===',
      'past three',
      '->->',
      '=== function twice(x) ===',
      '~ return x * 2',
    )
    expect(JSON.stringify(draft.document)).toContain('4')
    expect(hasShape(draft.document)).toBe(true)
  })

  it.each([
    ['an error, with its line', 'Hello.\n-> nowhere', 'ink-error'],
    ['a file that is included', 'Hello.\nINCLUDE other.ink', 'ink-include'],
    ['a file that is included without a space', 'Hello.\nINCLUDE"other.ink"', 'ink-include'],
    ['braces that are nested to break compilers', '{"a":'.repeat(5000) + '}'.repeat(5000), 'too-deep'],
    ['nothing to read', '// a comment', 'no-passages'],
  ])('refuses %s', async (_, text, code) => {
    await expect(importText('a.ink', text)).rejects.toMatchObject({ code })
  })

  it('names the line of an error, and of an included file', async () => {
    await expect(importText('a.ink', 'Hello.\n\n-> nowhere')).rejects.toMatchObject({ params: { line: 3 } })
    await expect(importText('a.ink', 'Hello.\n\nINCLUDE++x')).rejects.toMatchObject({ params: { line: 3 } })
  })

  it('refuses a compiled story that is nested to break readers, and survives one that goes round', async () => {
    let root: unknown = ['done', null]
    for (let i = 0; i < 3000; i += 1) root = [root, null]
    const nested = JSON.stringify({ inkVersion: 21, root, listDefs: {} })
    await expect(importText('a.json', nested)).rejects.toMatchObject({ code: 'too-deep' })
    const round = JSON.stringify({ inkVersion: 21, root: ['^A', { '->': '0' }, null], listDefs: {} })
    const [draft] = await importText('a.json', round)
    expect(draft!.notes.map(({ code }) => code)).toContain('ways')
  })

  it('refuses a compiled story of a version that means other things', async () => {
    await expect(importText('a.json', '{"inkVersion":12,"root":["^A",null]}')).rejects.toMatchObject({
      code: 'ink-version',
    })
  })

  it('reads a story that goes round without a choice to its limit, and says so or finds no scene', async () => {
    const compiled = (...main: unknown[]) =>
      JSON.stringify({
        inkVersion: 21,
        root: [[...main, { b: [{ '->': '0' }, null] }], 'done'],
        listDefs: {},
      })
    const [asking] = await importText('a.json', compiled({ '^->': '0.b' }, { '->': '.^.b', c: true }))
    expect(asking!.notes.map(({ code }) => code)).toContain('ways')
    await expect(importText('a.json', compiled({ '*': '0', flg: 8 }))).rejects.toMatchObject({
      code: 'no-passages',
    })
  })

  it('is done soon with a story whose values double and whose choices have choices without end', async () => {
    const b = [1, { '->t->': 'k' }, '^words', true, { 'x()': 'y', exArgs: 1 }, 'out', null]
    const doubling = ['visit', 'du', '&&', 'du', 'POW', { '*': '0.c-0', flg: 20 }, { '*': '0.c-0', flg: 20 }]
    const root = [
      [{ 'f()': 'b' }, ...doubling, { '->': '0' }, { 'c-0': b, b }],
      'done',
      { k: [...doubling, { '->': '0' }, null] },
    ]
    const story = JSON.stringify({ inkVersion: 21, root, listDefs: {} })
    expect(await processorMs(() => importText('a.json', story))).toBeLessThan(30_000)
  })

  it('makes a draft of whatever compiled parts come in whatever order', async () => {
    const leaf = fc.oneof(
      fc.constantFrom(
        'ev',
        '/ev',
        'out',
        'pop',
        'du',
        'str',
        '/str',
        'nop',
        'done',
        'end',
        '\n',
        '<>',
        '&&',
        '!',
        '==',
        'visit',
        'seq',
        '~ret',
        '->->',
        'thread',
        'void',
      ),
      fc.constantFrom<unknown>(
        { '->': '0' },
        { '->': '.^.b', c: true },
        { '*': '0.c-0', flg: 20 },
        { 'VAR?': 'x' },
        { 'VAR=': 'x', re: true },
        { 'temp=': 't' },
        { '^->': '0.b' },
        { 'f()': 'b' },
        { '->t->': 'k' },
        { 'CNT?': 'k' },
        { 'x()': 'y', exArgs: 1 },
      ),
      fc.string({ maxLength: 5 }).map((text) => `^${text}`),
      fc.integer({ min: -3, max: 3 }),
      fc.boolean(),
    )
    const container = fc.array(leaf, { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(container, container, container, async (main, b, k) => {
        const root = [
          [...main, { 'c-0': [...b, null], b: [...b, null] }],
          'done',
          { k: [...k, null], '#f': 1 },
        ]
        const drafts = await importText(
          'a.json',
          JSON.stringify({ inkVersion: 21, root, listDefs: {} }),
        ).catch((error: { code?: string }) => {
          expect(error.code).toBe('no-passages')
          return []
        })
        for (const { document } of drafts) expect(hasShape(document)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
