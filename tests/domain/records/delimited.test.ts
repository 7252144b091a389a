import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDelimited, SEPARATORS } from '../../../src/domain/records'
import { processorMs } from '../../time'

const read = (text: string, separator = ',', columns = 0) => [...readDelimited(text, separator, columns)]
const brief = (text: string, columns = 0) =>
  read(text, ',', columns).map(({ line, cells, fault }) => [line, cells.join('|'), ...(fault ? [fault] : [])])

describe('readDelimited', () => {
  it('ends a row at CRLF, LF and CR, mixed in one text, and counts lines as an editor does', () => {
    expect(brief('a,b\r\nc\nd\re\r\n\r\nf')).toEqual([
      [1, 'a|b'],
      [2, 'c'],
      [3, 'd'],
      [4, 'e'],
      [5, ''],
      [6, 'f'],
    ])
    expect(brief('a,"x\r\ny\rz\nw"\r\nb\r\n')).toEqual([
      [1, 'a|x\r\ny\rz\nw'],
      [5, 'b'],
    ])
  })

  it('takes quotation marks off, doubled ones and spaces around them too', () => {
    expect(brief('"a","b ""c""", "d" ,""\n')).toEqual([[1, 'a|b "c"|d|']])
    expect(brief('="0012","=""0013"""')).toEqual([[1, '0012|0013']])
  })

  it('blames the row whose quotation mark is wrong, and reads all others', () => {
    expect(brief('1,Robert "Bob" Li,x\n2,b,y\n')).toEqual([
      [1, '1|Robert "Bob" Li|x', 'stray-quote'],
      [2, '2|b|y'],
    ])
    expect(brief('1,"Ana\r\n2,b\r\n')).toEqual([
      [1, '1|"Ana', 'unclosed-quote'],
      [2, '2|b'],
    ])
    expect(brief('1,"Ana" Sol,x\n2,b,y\n')).toEqual([
      [1, '1|"Ana" Sol|x', 'stray-quote'],
      [2, '2|b|y'],
    ])
    expect(brief('"1","Ana\n"2","b"\n"3","c"')).toEqual([
      [1, '"1"|"Ana', 'unclosed-quote'],
      [2, '2|b'],
      [3, '3|c'],
    ])
  })

  it('lets a mark that closes in a later row swallow no rows', () => {
    expect(brief('1,"Ana,Cards\n2,Bo,Cards\n3,Cy,Cards",x\n4,Di,Loans\n', 3)).toEqual([
      [1, '1|"Ana|Cards', 'unclosed-quote'],
      [2, '2|Bo|Cards'],
      [3, '3|Cy|Cards"|x', 'unclosed-quote'],
      [4, '4|Di|Loans'],
    ])
    // An address has several lines, too, but fewer cells.
    expect(brief('1,"Tower 1,\nManila",x\n', 3)).toEqual([[1, '1|Tower 1,\nManila|x']])
  })

  it('takes a mark that nothing closes within the longest cell for a stray one', () => {
    const far = `1,"${'x\n'.repeat(20_000)}",y\n`
    const [first, second] = read(far)
    expect(first).toMatchObject({ line: 1, fault: 'unclosed-quote' })
    expect(second).toMatchObject({ line: 2, cells: ['x'] })
  })

  it('gives back any table that was written as CSV, with the text and the line of each row', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 8 })
    const quotedCell = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(
        fc.constantFrom(...SEPARATORS),
        fc.constantFrom('\r\n', '\n', '\r'),
        fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        (sign, ending, table) => {
          fc.pre(table.flat().every((text) => !text.startsWith('=')))
          const raws = table.map((cells) => cells.map(quotedCell).join(sign))
          const records = read(raws.join(ending) + ending, sign)
          expect(records.map(({ cells }) => cells)).toEqual(table)
          expect(records.map(({ raw }) => raw)).toEqual(raws)
          let line = 1
          for (const record of records) {
            expect(record.line).toBe(line)
            line += record.raw.split(/\r\n|\r|\n/).length
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('loses no character of any text, however broken, and blames a line in it', () => {
    const part = fc.constantFrom('a', '"', '""', ',', '\n', '\r\n', '\r', ' ', '="', '0')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.nat(4), (parts, columns) => {
        const text = parts.join('')
        const records = read(text, ',', columns)
        const bare = (some: string) => some.replaceAll(/[\r\n]/g, '')
        expect(bare(records.map(({ raw }) => raw).join(''))).toBe(bare(text))
        const lines = text.split(/\r\n|\r|\n/)
        for (const { line, raw, fault } of records) {
          expect(raw.split(/\r\n|\r|\n/)[0]).toBe(lines[line - 1])
          if (fault) expect(raw).toBe(lines[line - 1])
        }
      }),
      { numRuns: 5000 },
    )
  })

  it('reads 50,000 rows of which each opens a mark that nothing closes in no time that anybody notices', async () => {
    const text = '1,"Ana ""Sol\n'.repeat(50_000)
    expect(await processorMs(() => expect(read(text)).toHaveLength(50_000))).toBeLessThan(5000)
  })
})
