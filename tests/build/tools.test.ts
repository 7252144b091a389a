import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { cacheFolder, npmCommand, run, toolEntry } from '../../build/tools.mjs'

describe('cacheFolder', () => {
  it('follows the XDG folder when it is absolute', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux', '/home/a')).toBe('/c/hold-the-line')
    expect(cacheFolder({ XDG_CACHE_HOME: 'c' }, 'linux', '/home/a')).toBe('/home/a/.cache/hold-the-line')
    expect(cacheFolder({ XDG_CACHE_HOME: '' }, 'linux', '/home/a')).toBe('/home/a/.cache/hold-the-line')
  })

  it('uses the place that macOS and Windows have for it', () => {
    expect(cacheFolder({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Caches/hold-the-line')
    const local = cacheFolder({ LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }, 'win32', 'C:\\Users\\a')
    expect(local).toBe('C:\\Users\\a\\AppData\\Local\\hold-the-line\\Cache')
    expect(cacheFolder({}, 'win32', 'C:\\Users\\a')).toBe(local)
  })
})

describe('npmCommand', () => {
  const node = path.join(path.sep, 'opt', 'node', 'bin', 'node')
  const beside = path.join(path.sep, 'opt', 'node', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const windows = path.join(path.sep, 'opt', 'node', 'bin', 'node_modules', 'npm', 'bin', 'npm-cli.js')

  it('takes the npm that started us', () => {
    expect(npmCommand({ npm_execpath: '/n/npm-cli.js' }, node, () => true)).toEqual({
      command: node,
      args: ['/n/npm-cli.js'],
    })
  })

  it('does not take another package manager for npm', () => {
    expect(npmCommand({ npm_execpath: '/y/yarn.js' }, node, (file) => file === beside)).toEqual({
      command: node,
      args: [beside],
    })
  })

  it('finds npm beside Node as Windows has it, and leaves it to the path when there is none', () => {
    expect(npmCommand({}, node, (file) => file === windows).args).toEqual([windows])
    expect(npmCommand({}, node, () => false)).toEqual({ command: 'npm', args: [] })
  })
})

describe('run', () => {
  const node = process.execPath

  it('hands back exit code and output', async () => {
    const program = 'process.stdout.write("out"); process.stderr.write("err"); process.exit(3)'
    expect(await run(node, ['-e', program], { collect: true })).toEqual({
      code: 3,
      signal: null,
      stdout: 'out',
      stderr: 'err',
    })
  })

  it('tells a missing command from a failed one', async () => {
    const ended = await run('no-such-command-anywhere', [], { collect: true })
    expect(ended.code).toBe(127)
    expect(ended.stderr).toContain('no-such-command-anywhere')
  })

  it('ends what takes too long', async () => {
    const ended = await run(node, ['-e', 'setInterval(() => {}, 1000)'], { collect: true, timeoutMs: 300 })
    expect(ended.code).toBe(124)
  })
})

describe('toolEntry', () => {
  it('finds the JavaScript of a tool and refuses one that is not installed', () => {
    expect(toolEntry('vitest')).toMatch(/vitest\.mjs$/)
    expect(toolEntry('@playwright/test')).toMatch(/cli\.js$/)
    expect(() => toolEntry('not-a-package')).toThrow('npm ci')
  })
})
