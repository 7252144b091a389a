import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRoster } from '../../../../src/main/people/roster/read'
import { refusal } from '../installation'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('readRoster', () => {
  it.each([
    ['UTF-8', bytes('n;name\r\n1;Zoé\r\n')],
    ['UTF-8', bytes('\ufeffn;name\r\n1;Zoé\r\n')],
    ['Windows-1252', Buffer.from('n;name\r\n1;Zoé\r\n', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffn;name\r\n1;Zoé\r\n', 'utf16le')],
    ['UTF-16', Buffer.from('\ufeffn;name\r\n1;Zoé\r\n', 'utf16le').swap16()],
    ['UTF-16', Buffer.from('n;name\r\n1;Zoé\r\n', 'utf16le')],
  ] as const)('reads %s, with and without a mark', async (encoding, file) => {
    const read = await readRoster(file)
    expect(read).toMatchObject({ encoding, delimiter: ';', headers: ['n', 'name'] })
    expect(read.rows).toEqual([{ line: 2, cells: ['1', 'Zoé'] }])
  })

  it.each([',', ';', '\t'] as const)(
    'finds the separator %j, whatever stands inside quotation marks',
    async (sign) => {
      const read = await readRoster(bytes(`"a;b,c\td,,;;"${sign}name\n1${sign}x\n`))
      expect(read).toMatchObject({ delimiter: sign, headers: ['a;b,c\td,,;;', 'name'] })
    },
  )

  it('counts lines as an editor does: empty lines and lines inside a cell too', async () => {
    const { rows } = await readRoster(bytes('n,name\n\n1,"two\nlines"\n2,b\n,\n3,c\n'))
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [3, '1'],
      [5, '2'],
      [7, '3'],
    ])
  })

  it('refuses what is no table, with the place', async () => {
    expect(await refusal(() => readRoster(bytes('n,name\n1,"never closed\n2,b\n')))).toEqual({
      code: 'roster-unreadable',
    })
    expect(await refusal(() => readRoster(bytes('n,name\n')))).toEqual({ code: 'roster-empty' })
    expect(await refusal(() => readRoster(bytes('')))).toEqual({ code: 'roster-empty' })
  })

  it('gives back any table that was written as CSV', async () => {
    const cell = fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replaceAll('\r', ' '))
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(',', ';', '\t'),
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
        async (sign, table) => {
          const wanted = table.filter((cells) => cells.some((text) => text.trim() !== ''))
          fc.pre(wanted.length > 0)
          const lines = [['number', 'name'], ...table].map((cells) => cells.map(quoted).join(sign))
          const { rows } = await readRoster(bytes(`${lines.join('\r\n')}\r\n`))
          expect(rows.map(({ cells }) => cells)).toEqual(wanted)
        },
      ),
      { numRuns: 100 },
    )
  })
})
