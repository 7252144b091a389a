import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArguments } from '../../build/stand-in/argv.cjs'
import { hasIntegrity, isStandIn, standInServes } from '../../build/stand-in.mjs'

describe('integrity of the fetched package', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'htl-integrity-'))
    await writeFile(path.join(folder, 'abc'), 'abc')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  // The SHA-512 of ‘abc’, from FIPS 180-2, appendix C.
  const abc = Buffer.from(
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a' +
      '2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    'hex',
  ).toString('base64')

  it('accepts the content it names and nothing else', async () => {
    expect(await hasIntegrity(path.join(folder, 'abc'), `sha512-${abc}`)).toBe(true)
    await writeFile(path.join(folder, 'other'), 'abd')
    expect(await hasIntegrity(path.join(folder, 'other'), `sha512-${abc}`)).toBe(false)
    expect(await hasIntegrity(path.join(folder, 'abc'), `sha512-${abc.slice(0, -4)}`)).toBe(false)
  })

  it('refuses a weaker algorithm', async () => {
    await expect(hasIntegrity(path.join(folder, 'abc'), 'sha1-qZk+NkcGgWq6PiVxeFDCbJzQ2J0=')).rejects.toThrow(
      'sha512',
    )
  })

  it('knows an unpacked stand-in by its marker', async () => {
    expect(await isStandIn(folder)).toBe(false)
    await writeFile(path.join(folder, 'stand-in.json'), '{}')
    expect(await isStandIn(folder)).toBe(true)
  })
})

describe('standInServes', () => {
  it('only where there is one', () => {
    expect(standInServes('linux', 'x64')).toBe(true)
    expect(standInServes('linux', 'arm64')).toBe(false)
    expect(standInServes('win32', 'x64')).toBe(false)
  })
})

describe('command line of the stand-in', () => {
  it('finds the application behind switches and keeps its own arguments out of it', () => {
    expect(readArguments(['--no-sandbox', '--inspect=0', '.', '--version', '-r', 'x'])).toEqual({
      modules: [],
      app: '.',
      show: null,
    })
  })

  it('collects the modules to load first, in order', () => {
    expect(
      readArguments(['-r', 'a.js', '--no-sandbox', '--require', 'b.js', '--require=c.js', 'app']),
    ).toEqual({
      modules: ['a.js', 'b.js', 'c.js'],
      app: 'app',
      show: null,
    })
  })

  it('answers questions about itself', () => {
    expect(readArguments(['--version']).show).toBe('version')
    expect(readArguments(['--no-sandbox', '-v']).show).toBe('version')
    expect(readArguments(['--abi']).show).toBe('abi')
  })

  it('takes --app=, and notices that nothing is named', () => {
    expect(readArguments(['--app=C:\\a folder\\app']).app).toBe('C:\\a folder\\app')
    expect(readArguments(['--no-sandbox', '-r'])).toEqual({ modules: [], app: null, show: null })
    expect(readArguments([])).toEqual({ modules: [], app: null, show: null })
  })
})
