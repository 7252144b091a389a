import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { compactJson } from '../../build/after-pack.cjs'

const SCENARIOS = path.join(__dirname, '../../scenarios')

it('writes the contacts without spaces, says the same in them, and leaves pictures alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hold-the-line-compact-'))
  try {
    cpSync(SCENARIOS, folder, { recursive: true })
    compactJson(folder)
    const files = readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.\w+$/.test(name),
    )
    expect(files.length).toBeGreaterThan(20)
    for (const name of files) {
      const [before, after] = [path.join(SCENARIOS, name), path.join(folder, name)]
      if (name.endsWith('.json')) {
        expect(JSON.parse(readFileSync(after, 'utf8'))).toEqual(JSON.parse(readFileSync(before, 'utf8')))
        expect(statSync(after).size).toBeLessThan(statSync(before).size)
      } else expect(readFileSync(after).equals(readFileSync(before))).toBe(true)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
