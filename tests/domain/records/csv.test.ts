import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, csvLine } from '../../../src/domain/records'

/** A reader of RFC 4180 of its own, for one line. */
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

  it('is read back as it was, whatever the text, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
        const read = readLine(csvLine(cells))
        expect(read.map((cell, i) => (cell === `'${cells[i]}` ? cells[i] : cell))).toEqual(cells)
      }),
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
