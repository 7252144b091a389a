import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine, guessColumns, planRoster, SEPARATORS } from '../../../../src/domain/records'
import { readRoster, type Reading } from '../../../../src/main/people/roster/read'
import { refusal } from '../installation'

const bytes = (text: string) => new TextEncoder().encode(text)
const fixture = (name: string) =>
  new Uint8Array(readFileSync(join('tests', 'fixtures', 'rosters', `${name}.csv`)))

/** Returns the people that a file would add, and the faults in it, if its columns are guessed. */
async function outcome(file: Uint8Array, reading: Reading = {}) {
  const { headings, rows } = await readRoster(file, reading)
  const cells = rows.filter(({ fault }) => !fault).map((row) => row.cells)
  const { add, faults } = planRoster(rows, guessColumns(headings, cells), [])
  return {
    people: add.map(({ line, number, name, team, site }) =>
      [line, number, name, team, site].filter((value) => value !== undefined && value !== null).join(' | '),
    ),
    faults: faults.map(({ line, code }) => `${line} ${code}`),
  }
}

describe('files that lost people in silence, or led nowhere', () => {
  it('mixed line endings', async () => {
    expect(await outcome(fixture('mixed-eol'))).toEqual({
      people: [
        '2 | 0012 | Ana Sol | Cards | Manila',
        '3 | 0013 | Bo Li | Cards | Manila',
        '4 | 0014 | Cy Tan | Cards | Cebu',
        '5 | 0015 | Di Roy | Loans | Cebu',
      ],
      faults: [],
    })
  })

  it('a line break inside a cell', async () => {
    expect(await outcome(fixture('crlf-in-cell'))).toEqual({
      people: ['2 | 0012 | Ana Sol | Tower 1 Manila'],
      faults: ['4 number-missing'],
    })
  })

  it('a comma in a name without quotation marks', async () => {
    expect(await outcome(fixture('unquoted-comma'))).toEqual({
      people: ['3 | 0013 | Bo Li | Cards | Manila'],
      faults: ['2 too-many-cells'],
    })
  })

  it('one stray quotation mark in 399 rows', async () => {
    const { people, faults } = await outcome(fixture('stray-quote'))
    expect(faults).toEqual(['213 stray-quote'])
    expect(people).toHaveLength(398)
    const { rows } = await readRoster(fixture('stray-quote'))
    expect(rows.find(({ fault }) => fault)?.raw).toBe('0212,Robert "Bob" Li,Cards')
  })

  it('a quotation mark that nothing closes', async () => {
    expect(await outcome(fixture('unclosed-quote'))).toEqual({
      people: ['3 | 0013 | Bo Li'],
      faults: ['2 unclosed-quote'],
    })
  })

  it('sep= and #TYPE', async () => {
    expect(await outcome(fixture('sep-line'))).toEqual({ people: ['3 | 0012 | Ana Sol | Cards'], faults: [] })
    expect(await outcome(fixture('type-line'))).toEqual({
      people: ['3 | 0012 | Ana Sol | Cards'],
      faults: [],
    })
  })

  it('Polish names in Windows-1250: right as guessed, right as chosen, refused in another encoding', async () => {
    const guessed = await readRoster(fixture('cp1250'))
    expect(guessed.guessed).toBe(true)
    const chosen = await outcome(fixture('cp1250'), { encoding: 'Windows-1250' })
    expect(chosen.people[0]).toBe('2 | 0012 | Łukasz Święch')
    expect((await outcome(fixture('cp1250'))).people).toEqual(chosen.people)
    expect((await outcome(fixture('cp1250'), { encoding: 'UTF-8' })).faults).toEqual([
      '2 unreadable',
      '3 unreadable',
    ])
    // Windows-1250 has no ı, so that the file was saved with question marks.
    expect(chosen.faults).toEqual(['3 unreadable'])
    // In this encoding those bytes are control characters, and nobody is added with one in the name.
    expect((await outcome(fixture('cp1250'), { encoding: 'ISO-8859-2' })).faults).toEqual([
      '2 unreadable',
      '3 unreadable',
    ])
  })

  it('names that hide something, or are none', async () => {
    expect(await outcome(fixture('control-names'))).toEqual({
      people: [],
      faults: ['2 unreadable', '3 unreadable', '4 unreadable', '5 unreadable', '6 name-none', '7 name-none'],
    })
  })

  it('a workbook with the wrong ending, and whatever else is no table', async () => {
    const code = (file: Uint8Array) => refusal(() => readRoster(file))
    expect(await code(fixture('xlsx-renamed'))).toEqual({ code: 'roster-workbook' })
    expect(await code(Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '00'), 'hex'))).toEqual({
      code: 'roster-workbook',
    })
    expect(
      await code(Buffer.from('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet')),
    ).toEqual({
      code: 'roster-workbook',
    })
    expect(await code(Buffer.from('PK\x03\x04 photos/a.jpg'))).toEqual({ code: 'roster-not-text' })
    expect(await code(Buffer.from('%PDF-1.7\n1 0 obj'))).toEqual({ code: 'roster-not-text' })
    expect(await code(Buffer.from('<html><table><tr><td>Number</td></tr></table>'))).toEqual({
      code: 'roster-not-text',
    })
    expect(
      await code(Buffer.from('89504e470d0a1a0a0000000d49484452000001'.padEnd(200, '01'), 'hex')),
    ).toEqual({
      code: 'roster-not-text',
    })
  })
})

describe('files that other programs have wrapped, joined or half converted', () => {
  it('reads rows that stand within quotation marks as a whole', async () => {
    const people = ['2 | 1 | Sol, Ana | Cards', '3 | 2 | Bo Li | Cards']
    const wrapped = '"Employee Number,Name,Team"\n"1,""Sol, Ana"",Cards"\n"2,Bo Li,Cards"\n'
    expect(await outcome(bytes(wrapped))).toEqual({ people, faults: [] })
    const some = 'Employee Number,Name,Team\n"1,""Sol, Ana"",Cards"\n2,Bo Li,Cards\n'
    expect(await outcome(bytes(some))).toEqual({ people, faults: [] })
  })

  it('takes headings that come again for nobody', async () => {
    const head = 'Employee Number,Name,Team\n'
    expect(await outcome(bytes(`${head}1,Ana Sol,Cards\n${head}2,Bo Li,Cards\n`))).toEqual({
      people: ['2 | 1 | Ana Sol | Cards', '4 | 2 | Bo Li | Cards'],
      faults: [],
    })
  })

  it('reads the bytes that a directory writes for letters beyond A to Z', async () => {
    const file = "employeeID,givenName,sn\n1,Jan,X'5a61c5bcc3b3c582c487'\n2,Bo,X'ff'\n"
    expect(await outcome(bytes(file))).toEqual({ people: ['2 | 1 | Jan Zażółć'], faults: ['3 name-none'] })
  })

  it('believes a line sep= only where it fits', async () => {
    const file = 'sep=,\nEmployee Number;Name\n1;Ana Sol\n'
    expect(await outcome(bytes(file))).toEqual({ people: ['3 | 1 | Ana Sol'], faults: [] })
  })
})

describe('readRoster', () => {
  it.each([
    ['UTF-8', false, bytes('n;name\r\n1;Zoé\r\n')],
    ['UTF-8', false, bytes('\ufeffn;name\r\n1;Zoé\r\n')],
    ['Windows-1252', true, Buffer.from('n;name\r\n1;Zoé\r\n', 'latin1')],
    ['UTF-16 LE', false, Buffer.from('\ufeffn;name\r\n1;Zoé\r\n', 'utf16le')],
    ['UTF-16 BE', false, Buffer.from('\ufeffn;name\r\n1;Zoé\r\n', 'utf16le').swap16()],
    ['UTF-16 LE', true, Buffer.from('n;name\r\n1;Zoé\r\n', 'utf16le')],
    ['UTF-16 BE', true, Buffer.from('n;name\r\n1;Zoé\r\n', 'utf16le').swap16()],
  ] as const)('reads %s, with and without a mark', async (encoding, guessed, file) => {
    const read = await readRoster(file)
    expect(read).toMatchObject({ encoding, guessed, separator: ';', headings: ['n', 'name'], headerLine: 1 })
    expect(read.rows).toEqual([{ line: 2, cells: ['1', 'Zoé'], raw: '1;Zoé' }])
  })

  it.each([
    ['Windows-1251', 'cee5ebe5edae', 'Оелен®'],
    ['Windows-1250', 'a3756b61737a', 'Łukasz'],
    ['ISO-8859-2', 'a3756b61737a', 'Łukasz'],
    ['Windows-1254', 'de65626e656d', 'Şebnem'],
    ['ISO-8859-15', 'bc75', 'Œu'],
    ['KOI8-R', 'efcc', 'Ол'],
    ['Shift_JIS', '8e52', '山'],
    ['GB18030', 'cdf5', '王'],
    ['EUC-KR', 'b1e8', '김'],
    ['Big5', 'a4fd', '王'],
    ['TIS-620', 'cac1', 'สม'],
  ] as const)('reads %s when it is chosen', async (encoding, hex, text) => {
    const file = Buffer.concat([Buffer.from('number;name\n1;'), Buffer.from(hex, 'hex')])
    const { rows } = await readRoster(file, { encoding })
    expect(rows[0]?.cells[1]).toBe(text)
  })

  it('takes French names for Western European and Czech ones for Central European', async () => {
    const guessOf = async (hex: string) =>
      (await readRoster(Buffer.concat([Buffer.from('number;name\n1;'), Buffer.from(hex, 'hex')]))).encoding
    expect(await guessOf(Buffer.from('Zoé Lefèvre, Maïwenn', 'latin1').toString('hex'))).toBe('Windows-1252')
    expect(await guessOf('4d61b974696e204f9e')).toBe('Windows-1250')
  })

  it('takes the separator and the line of headings that are chosen, or no such line', async () => {
    const file = bytes('Staff;list\nn;name\n1;Ana\n')
    expect((await readRoster(file, { headerLine: 1 })).headings).toEqual(['Staff', 'list'])
    expect((await readRoster(file, { headerLine: 2 })).rows.map(({ line }) => line)).toEqual([3])
    const none = await readRoster(file, { headerLine: null })
    expect([none.headings, none.rows.length]).toEqual([['', ''], 3])
    expect((await readRoster(file, { separator: ',' })).headings).toEqual(['Staff;list'])
  })

  it.each(SEPARATORS)('finds the separator %j, whatever stands inside quotation marks', async (sign) => {
    const read = await readRoster(bytes(`"a;b,c\td,|,;;"${sign}name\n1${sign}x\n`))
    expect(read).toMatchObject({ separator: sign, headings: ['a;b,c\td,|,;;', 'name'] })
  })

  it('reads what an export of the program guarded against being run as it was before', async () => {
    const people = [
      ['7', 'Ana Sol', '-', '@Home', '+ana@example.org'],
      ['8', "Bo van 't Hooft", 'Cards, -North', 'A =B', "'t Veld"],
    ]
    const heads = ['number', 'name', 'team', 'site', 'email']
    const { rows } = await readRoster(bytes([heads, ...people].map((cells) => csvLine(cells)).join('')))
    expect(rows.map(({ cells }) => cells)).toEqual(people)
  })

  it('takes separators at the end for nothing, and says so of rows that are too short or too long', async () => {
    const faultsOf = async (text: string) =>
      (await readRoster(bytes(text))).rows.map(({ line, fault }) => (fault ? `${line} ${fault}` : line))
    expect(await faultsOf('number,name,team,\n1,Ana,Cards,\n2,Bo,Cards\n')).toEqual([2, 3])
    expect(await faultsOf('number,name\n1,Ana,,\n2,Bo,x\n')).toEqual([2, '3 too-many-cells'])
    expect(await faultsOf('number,name,team\n1,Ana\n2,Bo,Cards\n')).toEqual(['2 too-few-cells', 3])
  })

  it('takes rows that are short together, as Excel leaves them, for rows whose last cells are empty', async () => {
    const lines = ['number,name,team', ...Array.from({ length: 40 }, (_, i) => `${i + 1},N${i}`)]
    for (let i = 1; i < 16; i += 1) lines[i] += ',Cards'
    const { rows } = await readRoster(bytes(lines.join('\r\n')))
    expect(rows.filter(({ fault }) => fault)).toEqual([])
  })

  it('reads blank lines at the top, headings in quotation marks, and rows that end in CR alone', async () => {
    expect(await outcome(bytes('\r\r"Employee ""number""","number","Name"\r\r"x","1","Ana Sol"\r'))).toEqual({
      people: ['5 | 1 | Ana Sol'],
      faults: [],
    })
  })

  it('refuses a file without people', async () => {
    expect(await refusal(() => readRoster(bytes('n,name\n')))).toEqual({ code: 'roster-empty' })
    expect(await refusal(() => readRoster(bytes('')))).toEqual({ code: 'roster-empty' })
    expect(await refusal(() => readRoster(bytes('n,name\n1,a\n'), { headerLine: 2 }))).toEqual({
      code: 'roster-empty',
    })
  })

  it('gives back any table that was written as CSV', async () => {
    // A file full of control characters is refused as no text.
    const cell = fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => !/\p{Cc}|^=/u.test(text))
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SEPARATORS),
        fc.constantFrom('\r\n', '\n', '\r'),
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
        async (sign, ending, table) => {
          const wanted = table.filter((cells) => cells.some((text) => text.trim() !== ''))
          fc.pre(wanted.length > 0)
          const lines = [['number', 'name'], ...table].map((cells) => cells.map(quoted).join(sign))
          const { rows } = await readRoster(bytes(`${lines.join(ending)}${ending}`), { headerLine: 1 })
          expect(rows.map(({ cells }) => cells)).toEqual(wanted)
        },
      ),
      { numRuns: 200 },
    )
  })
})
