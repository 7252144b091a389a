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

  it.each(['a', 'é', '契'])('writes a file whose name is as long as a name may be (%s)', (sign) => {
    const folder = temporaryFolder()
    const name = `${sign.repeat(Math.floor(250 / Buffer.byteLength(sign)))}.json`
    writeAtomically(join(folder, name), 'first')
    writeAtomically(join(folder, name), 'second')
    expect(readFileSync(join(folder, name), 'utf8')).toBe('second')
    expect(readdirSync(folder)).toEqual([name])
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
