import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const main = join(__dirname, '../../../../src/main')

describe('rows of the database', () => {
  it('have their type where they are read, and none is given to them afterwards', () => {
    const files = readdirSync(main, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.name.endsWith('.ts'),
    )
    const cast = /\brow\w*\[['"]\w+['"]\] as |\.(?:get|all|iterate)\([^()]*\)\s*as\s/
    const wrong = files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => cast.test(readFileSync(file, 'utf8')))
    expect(wrong).toEqual([])
  })
})
