import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, csvLine } from '../../../src/domain/records'
import { unguarded } from '../../../src/domain/records/csv'

/** Reads one line of RFC 4180 independently. */
function readLine(line: string): string[] {
  const cells: string[] = []
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n$)/gy
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] !== ',') break
  }
  return cells
}

describe('csvCell', () => {
  it.each(['=1+1', '+33 1', '-2', '@SUM(A1)', '\tx', '\rx', '  =cmd', '＝1'])('makes %j harmless', (text) => {
    expect(readLine(csvLine([text]))[0]?.startsWith("'")).toBe(true)
  })

  it('leaves numbers, names and accents alone', () => {
    expect(csvLine([-3, 'Zoé Lefèvre', null, true])).toBe('-3,Zoé Lefèvre,,true\r\n')
  })

  it.each([
    ['Zoé;=1+1', "Zoé;'=1+1"],
    ['Zoé\t@SUM(A1)', "Zoé\t'@SUM(A1)"],
    ['Zoé|-2', "Zoé|'-2"],
    ['Zoé; "=1+1"', 'Zoé;\' \'"=1+1"'],
    ['Zoé =1+1', "Zoé '=1+1"],
    ['Zoé -cmd', "Zoé '-cmd"],
    ['Zoé  "@SUM(A1)"', 'Zoé  \'"@SUM(A1)"'],
    ['Zoé\n=1', "Zoé\n'=1"],
    ['Zoé,+1', "Zoé,'+1"],
    [';;＝1', ";;'＝1"],
  ])('makes %j harmless where another list separator splits it', (text, safe) => {
    expect(readLine(csvLine([text]))).toEqual([safe])
  })

  it('leaves separators alone behind which no formula begins', () => {
    const text = 'Dubois; Zoé | Cards, e-mail and calls - chat + mail, Jean-Luc'
    expect(readLine(csvLine([text]))).toEqual([text])
  })

  it('leaves a space between words of a sentence alone', () => {
    expect(csvCell('Call +44 20 7946 0219; =1', false)).toBe("Call +44 20 7946 0219;' =1")
  })

  it('is read back as it was, whatever the text, but for the apostrophes', () => {
    const parts = fc.constantFrom(';', ',', '\t', '|', '=1', '-', '@', '"', ' ', 'Zoé', "'", '\n')
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (cells) => {
        const plain = (list: readonly string[]) => list.map((cell) => cell.replaceAll("'", ''))
        expect(plain(readLine(csvLine(cells)))).toEqual(plain(cells))
      }),
    )
  })

  it('gives back a text without apostrophes when its guards are taken away', () => {
    const text = fc.array(fc.constantFrom(';', ',', '\t', '=1', '-', '-a', '@', '＝', '"', ' ', 'é', '\n'))
    fc.assert(
      fc.property(text, fc.boolean(), (list, spaces) => {
        const written = readLine(`${csvCell(list.join(''), spaces)}\r\n`)[0]!
        expect(unguarded(written, spaces)).toBe(list.join(''))
      }),
    )
    expect(unguarded("'t Hooft, 'a' ' '")).toBe("'t Hooft, 'a' ' '")
  })

  it('lets no formula begin, whichever separators a reader splits a line at', () => {
    const parts = fc.constantFrom(';', ',', '\t', '|', '=1', '+', '-2', '@x', '"', ' ', 'Zoé', '＝')
    const text = fc.array(parts, { maxLength: 8 }).map((list) => list.join(''))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (cells) => {
        // A reader that ignores quotation marks splits most often.
        const line = csvLine(cells)
        for (const piece of line.split(/[,;\t|\r\n]/)) expect(piece).not.toMatch(/^[\s"]*[=+\-@＝]/)
        for (const piece of line.split(/[ ,;\t|\r\n]/)) expect(piece).not.toMatch(/^"*(?:[=@＝]|[+-][^"])/)
      }),
      { numRuns: 1000 },
    )
  })

  it('never lets a cell begin as a formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(/^"?\s*[=+\-@]/.test(csvCell(text))).toBe(false)
      }),
    )
  })
})
