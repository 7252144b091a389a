import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from '../../../src/domain/records'
import { openEncrypted } from '../../../src/main/store/libsql'
import { Reader } from '../../../src/main/export/read'
import { rowsHere } from '../../../src/main/export/row-work'
import type { Piece, Source } from '../../../src/main/store/export-source'
import { seals } from './records'
import { KEY } from '../helpers'

const db = openEncrypted(':memory:', KEY)
db.exec('CREATE TABLE t (a TEXT, b TEXT, c TEXT)')

/** Exports a table of texts. */
async function exported(rows: readonly (readonly (string | null)[])[]): Promise<string> {
  db.exec('DELETE FROM t')
  const insert = db.prepare('INSERT INTO t VALUES (?, ?, ?)')
  for (const row of rows) insert.run(...row)
  const columns = ['a', 'b', 'c'].map((name) => ({ name, kind: 'text', width: 1, result: false }) as const)
  const source: Source = {
    subject: 'completion',
    columns,
    sql: ({ name }) => name,
    json: () => undefined,
    sealing: undefined,
    total: rows.length,
    pieces: function* () {},
  }
  const piece: Piece = { from: 't', condition: { where: 'TRUE', params: [] }, order: 'rowid', done: 0 }
  const reader = new Reader(db, source, rowsHere(seals))
  const texts = (await reader.rows(piece)).cells()
  expect(texts).toEqual(rows.map((row) => row.map((cell) => cell ?? '')))
  const lines = (await reader.json(piece)).lines.map((line) => JSON.parse(line) as object)
  expect(lines).toEqual(rows.map(([a, b, c]) => ({ a, b, c })))
  const { bytes } = await reader.csv(piece)
  return Buffer.concat(bytes.map((part) => Buffer.from(part))).toString('utf8')
}

/** Returns a text as the database does: it ends at a NUL, which no name may contain. */
const stored = (text: string) => text.replaceAll('\0', '')

describe('lines of CSV', () => {
  const text = fc.oneof(
    fc.string().map(stored),
    fc.string({ unit: 'binary' }).map(stored),
    fc.constantFrom(
      '',
      '=1+1',
      ' +1',
      '-2',
      '@x',
      '\tx',
      '\r',
      '\n',
      '"',
      'a,b',
      'a;=1',
      'a|-1',
      'a\t@b',
      ';"=1"',
      'a"b',
      '＝1',
      '\u00a0=1',
      '\u2003-1',
      'Zoé =1',
      'a -b',
      'a - b',
      'é  @x',
    ),
    fc.constantFrom(
      '\u001f',
      '\u001d',
      '\u001d\n',
      'a\u001d',
      '\n\u001d',
      '\u001fb',
      'É',
      'Ç=1',
      '中文',
      '\ufeff=1',
    ),
  )

  it('writes any texts as `csvLine` writes them, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text, fc.option(text)), { maxLength: 6 }), async (rows) => {
        expect(await exported(rows)).toBe(rows.map(csvLine).join(''))
      }),
      { numRuns: 500 },
    )
  })

  it('writes no rows as nothing', async () => {
    expect(await exported([])).toBe('')
  })
})
