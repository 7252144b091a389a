import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeAtomically } from '../../../src/main/files/atomic-write'
import { temporaryFolder } from '../helpers'

describe('writeAtomically', () => {
  it('writes chunks in order and leaves no temporary file', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.csv')
    writeAtomically(path, ['é,', new Uint8Array([0x62, 0x0a])])
    expect(readFileSync(path, 'utf8')).toBe('é,b\n')
    expect(readdirSync(folder)).toEqual(['a.csv'])
  })

  it('leaves what was there when the source fails half-way', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.csv')
    writeFileSync(path, 'the old export')
    function* failing() {
      yield 'half of the new'
      throw new Error('the source failed')
    }
    expect(() => writeAtomically(path, failing())).toThrow('the source failed')
    expect(readFileSync(path, 'utf8')).toBe('the old export')
    expect(readdirSync(folder)).toEqual(['a.csv'])
  })
})
