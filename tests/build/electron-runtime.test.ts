import { createServer } from 'node:http'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  download,
  electronEnv,
  electronRuntime,
  executableIn,
  failureKey,
  overrideFrom,
  reasonIn,
} from '../../build/electron-runtime.mjs'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'htl-runtime-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('an Electron that the environment names', () => {
  it('is none where nothing is set', () => {
    expect(overrideFrom({})).toBeNull()
    expect(overrideFrom({ ELECTRON_EXEC_PATH: '', ELECTRON_OVERRIDE_DIST_PATH: '' })).toBeNull()
  })

  it('is found from its folder or from its executable', () => {
    const dist = path.resolve('/e/dist')
    expect(overrideFrom({ ELECTRON_OVERRIDE_DIST_PATH: dist }, 'linux')).toEqual({
      distPath: dist,
      execPath: path.join(dist, 'electron'),
    })
    const mac = path.join(dist, ...executableIn('darwin').split('/'))
    expect(overrideFrom({ ELECTRON_EXEC_PATH: mac }, 'darwin')).toEqual({ distPath: dist, execPath: mac })
    expect(overrideFrom({ ELECTRON_OVERRIDE_DIST_PATH: dist }, 'win32')?.execPath).toBe(
      path.join(dist, 'electron.exe'),
    )
  })

  it('is refused with a clear message where it is not there', async () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'nowhere') }
    await expect(electronRuntime({ quiet: true, env })).rejects.toThrow('There is no Electron at')
  })

  it('stays a stand-in, also by that way', async () => {
    const dist = path.join(folder, 'dist')
    await mkdir(dist)
    await writeFile(path.join(dist, path.basename(executableIn(process.platform))), '')
    await writeFile(path.join(dist, 'version'), 'v1.2.3\n')
    const execPath = path.join(dist, path.basename(executableIn(process.platform)))
    const env = { ELECTRON_EXEC_PATH: execPath, ELECTRON_OVERRIDE_DIST_PATH: dist }
    const runtime = await electronRuntime({ quiet: true, env })
    expect(runtime).toEqual({ execPath, distPath: dist, version: '1.2.3', kind: 'override' })
    expect(overrideFrom(electronEnv(runtime))).toEqual({ execPath, distPath: dist })
    await writeFile(path.join(dist, 'stand-in.json'), '{}')
    expect((await electronRuntime({ quiet: true, env })).kind).toBe('stand-in')
  })
})

describe('a download that fails', () => {
  const installer = async (name: string, program: string) => {
    const at = path.join(folder, name)
    await mkdir(at, { recursive: true })
    await writeFile(path.join(at, 'install.js'), program)
    return { folder: at, version: '0.0.0' }
  }

  it('names the reason', async () => {
    const wanted = await installer('refuses', `throw new Error('no route to host')`)
    expect(await download(wanted, process.env)).toBe('no route to host')
  })

  it('is given up when nothing arrives, and not while something does', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
    const { port } = silent.address() as AddressInfo
    const hangs = await installer('hangs', `fetch('http://127.0.0.1:${port}/')`)
    const started = Date.now()
    expect(await download(hangs, process.env, 1500)).toBe('nothing arrived for 2 s')
    expect(Date.now() - started).toBeLessThan(20_000)
    silent.closeAllConnections()
    silent.close()

    const slow = await installer(
      'slow',
      `const fs = require('node:fs'), file = require('node:path').join(require('node:os').tmpdir(), 'part')
       let n = 0
       const timer = setInterval(() => { fs.appendFileSync(file, 'x'); if (++n === 20) clearInterval(timer) }, 400)`,
    )
    expect(await download(slow, process.env, 6000)).toBeNull()
  })

  it('is remembered for the day, the version and the mirror', () => {
    const day = new Date(2026, 10, 4, 23, 59)
    expect(failureKey('45.4.1', {}, day)).toBe('45.4.1 2026-11-04')
    expect(failureKey('45.4.1', {}, new Date(2026, 10, 5, 0, 1))).not.toBe(failureKey('45.4.1', {}, day))
    expect(failureKey('45.4.1', { ELECTRON_MIRROR: 'https://mirror.example/' }, day)).not.toBe(
      failureKey('45.4.1', {}, day),
    )
  })

  it.each([
    [
      'TypeError: fetch failed\n    at node:internal\n  [cause]: Error: getaddrinfo ENOTFOUND example.org {',
      'getaddrinfo ENOTFOUND example.org',
    ],
    ['HTTPError: Response code 403 (Forbidden)\n    at x', 'Response code 403 (Forbidden)'],
    ['\n\nsomething odd', 'something odd'],
    ['', 'no reason given'],
  ])('is told in one line: %j', (stderr, reason) => {
    expect(reasonIn(stderr)).toBe(reason)
  })
})
