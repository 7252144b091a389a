import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const MAIN = path.resolve(__dirname, '../../../src/main')

const STRINGS_AND_COMMENTS =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g
const isComment = (token: string) => token.startsWith('//') || token.startsWith('/*')

/** Matches the beginning of an SQL statement in a string, or of a piece of one that is put together. */
const SQL =
  /\b(?:SELECT\s[\s\S]*?\sFROM|INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(?:TABLE|INDEX|TRIGGER)|ALTER\s+TABLE|SELECT\s+(?:1|count)\b)/

const holdsSql = (source: string): boolean =>
  [...source.matchAll(STRINGS_AND_COMMENTS)].some(([token]) => !isComment(token) && SQL.test(token))

describe('SQL', () => {
  it.each([
    ["db.prepare('SELECT id FROM people WHERE id = ?')", true],
    ['db.prepare(`\n  SELECT s.*, p.name\n  FROM standings s`)', true],
    ["db.exec('DELETE FROM outbox')", true],
    ["db.prepare('INSERT OR IGNORE INTO scenarios (hash) VALUES (?)')", true],
    ['const sql = `UPDATE attempts SET seal = ?`', true],
    ["const exists = 'SELECT 1'", true],
    ["throw new Refused('not-found', 'Select one of the people from the list.')", false],
    ["// SELECT id FROM people\nconst a = 'Update the program'", false],
    ['/* DELETE FROM people */', false],
  ])('is seen in %s', (planted, found) => {
    expect(holdsSql(planted)).toBe(found)
  })

  it('stands in the store alone', () => {
    const outside = readdirSync(MAIN, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts') && !file.startsWith('store/'))
      .filter((file) => holdsSql(readFileSync(path.join(MAIN, file), 'utf8')))
      .sort()
    expect(outside).toEqual([])
  })
})
