import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../../src/domain/scenario/issue'
import { describeFault } from '../../../src/domain/scenario/json-fault'
import { countNames, doubleNameIn, haltInJson } from '../../../src/domain/scenario/json-place'
import { readJson } from '../../../src/domain/scenario/json-text'
import { loadIssueSayer } from '../../../src/texts/sentences'

const say = await loadIssueSayer('en')

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const said = (text: string): string => {
  const read = readJson(text)
  return read.ok ? 'JSON' : issuesOf([read.fault], undefined).map(say)[0]!
}

describe('a text that is no JSON', () => {
  it('is found exactly where JSON.parse refuses, and a sentence says why and where', () => {
    let refused = 0
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', '"', ':', '0', '\\', "'", '//', 'x', '\u00a0', '\n', '\t', '-'),
        (json, at, sign) => {
          const place = at % (json.length + 1)
          const text = json.slice(0, place) + sign + json.slice(place + 1)
          expect(haltInJson(json)).toBeUndefined()
          const halt = haltInJson(text)
          expect(halt === undefined).toBe(isJson(text))
          if (!halt) return
          refused += 1
          const { line, column } = describeFault(text, halt)
          const lines = text.split('\n')
          expect(line).toBeLessThanOrEqual(lines.length)
          expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1)
          if (text.trim() !== '') expect(said(text)).toMatch(/column \d+: .{20,}\.$/su)
        },
      ),
      { numRuns: 1000 },
    )
    expect(refused).toBeGreaterThan(100)
  })

  const FAULTS: readonly (readonly [what: string, text: string, place: string, words: string])[] = [
    ['a comma too many in a group', '{\n  "a": 1,\n}', 'Line 2, column 9', 'Remove the comma'],
    ['a comma too many in a list', '{"a": [1, 2,]}', 'Line 1, column 12', 'Remove the comma'],
    ['two commas', '{"a": 1,, "b": 2}', 'Line 1, column 9', 'two commas'],
    ['two commas in a list', '[1,,2]', 'Line 1, column 4', 'two commas'],
    ['a comma before the first entry', '{, "a": 1}', 'Line 1, column 2', 'before the first entry'],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 'Line 2, column 9', 'a comma is missing'],
    ['a missing comma in a list', '[{"a": 1} {"a": 2}]', 'Line 1, column 10', 'a comma is missing'],
    ['a missing comma after a text', '{"a": "x"\n"b": 2}', 'Line 1, column 10', 'a comma is missing'],
    ['a semicolon', '{"a": 1; "b": 2}', 'Line 1, column 8', 'a comma is expected'],
    ['a missing colon', '{"a" 1}', 'Line 1, column 6', 'a colon is missing'],
    ['an equals sign', '{"a" = 1}', 'Line 1, column 6', 'a colon is missing'],
    ['a missing value', '{"a": , "b": 1}', 'Line 1, column 7', 'the value of ‘a’ is missing'],
    ['a missing last value', '{"a": }', 'Line 1, column 7', 'the value of ‘a’ is missing'],
    ['single quotes around a text', `{"a": 'x'}`, 'Line 1, column 7', 'straight double quotes'],
    ['single quotes around a name', `{'a': 1}`, 'Line 1, column 2', 'straight double quotes'],
    ['curly quotes', '{“a”: 1}', 'Line 1, column 2', 'straight double quotes'],
    ['a comment', '{\n  // who\n  "a": 1\n}', 'Line 2, column 3', 'no comments'],
    ['a comment behind a value', '{"a": 1 /* one */}', 'Line 1, column 9', 'no comments'],
    ['a comment of another language', '{"a": 1, # one\n"b": 2}', 'Line 1, column 10', 'no comments'],
    ['a name without quotes', '{name: 1}', 'Line 1, column 2', 'Write "name"'],
    ['a text without quotes', '{\n  "a": oops\n}', 'Line 2, column 8', 'is written "oops"'],
    ['True', '{"a": True}', 'Line 1, column 7', '‘True’ is written true'],
    ['None', '{"a": None}', 'Line 1, column 7', '‘None’ is written null'],
    ['NaN', '{"a": NaN}', 'Line 1, column 7', '‘NaN’ is no value'],
    ['Infinity', '{"a": -Infinity}', 'Line 1, column 7', 'is no number'],
    ['undefined', '{"a": undefined}', 'Line 1, column 7', '‘undefined’ is no value'],
    ['a number with a zero in front', '{"a": 007}', 'Line 1, column 7', 'Write 7'],
    ['a number with a plus', '{"a": +7}', 'Line 1, column 7', 'no plus sign'],
    ['a number without its first digit', '{"a": .5}', 'Line 1, column 7', 'Write 0.5'],
    ['a number without its last digit', '{"a": 5.}', 'Line 1, column 7', 'a digit is missing'],
    ['a number of another kind', '{"a": 0x1F}', 'Line 1, column 7', 'is no number'],
    ['a decimal comma', '{"a": 0,8}', 'Line 1, column 9', 'a point: 0.8'],
    ['a text that is not closed', '{\n  "a": "x,\n  "b": 1\n}', 'Line 2, column 8', 'not closed in its line'],
    ['a text that never ends', '{"a": "x', 'Line 1, column 7', 'never closed'],
    ['a name that is not closed', '{"a: 1}', 'Line 1, column 2', 'never closed'],
    ['a quote inside a text', '{"a": "He said "no" twice"}', 'Line 1, column 17', 'is written \\"'],
    ['a tab inside a text', '{"a": "x\ty"}', 'Line 1, column 9', 'Write \\t'],
    ['a control character inside a text', '{"a": "x\u0007y"}', 'Line 1, column 9', 'U+0007'],
    ['a backslash that means nothing', '{"a": "C:\\Users"}', 'Line 1, column 10', 'is written \\\\'],
    ['half an escape', '{"a": "\\u12"}', 'Line 1, column 8', 'four digits'],
    ['a space that can’t be seen', '{\u00a0"a": 1}', 'Line 1, column 2', 'U+00A0'],
    ['a brace that is not closed', '{\n  "a": {\n    "b": 1\n', 'Line 3, column 11', 'line 2, column 8'],
    ['a list that is not closed', '{"a": [1, 2}', 'Line 1, column 12', 'Close it with ]'],
    ['a list closed by a brace', '[1, 2}', 'Line 1, column 6', 'Close it with ]'],
    ['a brace too many', '{"a": 1}}', 'Line 1, column 9', 'one } too many'],
    ['two documents', '{"a": 1}\n{"a": 2}', 'Line 2, column 1', 'one document'],
    ['an unfinished merge', '{\n<<<<<<< mine\n"a": 1}', 'Line 2, column 1', 'unfinished merge'],
    ['only an opening brace', '{', 'Line 1, column 2', 'still open'],
  ]
  it.each(FAULTS)('has %s', (_what, text, place, words) => {
    expect(said(text)).toContain(`in ${place.toLowerCase()}: `)
    expect(said(text)).toContain(words)
  })

  it('has each kind of fault in a sentence of its own', () => {
    const kinds = new Set(FAULTS.map(([, text]) => said(text).replace(/line \d+, column \d+/g, '')))
    expect(kinds.size).toBeGreaterThan(30)
  })

  it('is empty, or in another encoding, with or without a mark', () => {
    expect(said('')).toBe('This file is empty.')
    expect(said('\ufeff \n')).toBe('This file is empty.')
    expect(said('\ufeff{"a": 1}')).toBe('JSON')
    const wide = Buffer.from('\ufeff{"a": 1}', 'utf16le')
    expect(said(wide.toString('utf8'))).toContain('UTF-16')
    expect(said(wide.subarray(2).toString('utf8'))).toContain('UTF-16')
    expect(said(Buffer.from(wide).swap16().toString('utf8'))).toContain('UTF-16')
    expect(said(Buffer.from('{"a": "é"}', 'latin1').toString('utf8'))).toContain('not saved as UTF-8')
  })
})

describe('a name that stands twice', () => {
  it('is found with its place, in the object that it is in', () => {
    expect(doubleNameIn('{"a": {"b": 1},\n "b": 2}')).toBeUndefined()
    expect(doubleNameIn('{"a": [0, {"b": 1,\n "b": 2}]}')).toEqual({
      line: 2,
      column: 2,
      keys: ['a', 1, 'b'],
    })
    expect(doubleNameIn('{"a": 1, "\\u0061": 2}')).toMatchObject({ keys: ['a'] })
  })

  it('shows in the number of names, whatever the texts contain', () => {
    const namesKept = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? Object.values(value).reduce<number>((sum, inner) => sum + namesKept(inner), 0) +
          (Array.isArray(value) ? 0 : Object.keys(value).length)
        : 0
    const tricky = fc.constantFrom('"', '\\', '":', '\\":', ':', '{"a":1}', 'a')
    const value = fc.anything({
      key: fc.oneof(tricky, fc.string()),
      values: [tricky, fc.string(), fc.integer()],
      maxDepth: 4,
    })
    fc.assert(
      fc.property(value, fc.nat(3), (inner, indent) => {
        const document = { first: inner, last: 1 }
        const text = JSON.stringify(document, null, indent)
        expect(countNames(text)).toBe(namesKept(JSON.parse(text)))
        expect(doubleNameIn(text)).toBeUndefined()
        const twice = text.replace(/"last":( ?)1/, '"last":$11,"last":2')
        expect(countNames(twice)).toBe(namesKept(JSON.parse(twice)) + 1)
        expect(doubleNameIn(twice)?.keys).toEqual(['last'])
      }),
      { numRuns: 300 },
    )
  })
})
