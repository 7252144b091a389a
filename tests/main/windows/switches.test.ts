import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDriven, refusedSwitches } from '../../../src/main/windows/switches'
import { temporaryFolder } from '../helpers'

const on = (platform: NodeJS.Platform, ...args: string[]) =>
  refusedSwitches(['/opt/hold-the-line', ...args], platform)

describe('the switches that a release does not obey', () => {
  it.each([
    ['--remote-debugging-port=9222', 'remote-debugging-port'],
    ['--remote-debugging-pipe', 'remote-debugging-pipe'],
    ['--remote-allow-origins=*', 'remote-allow-origins'],
    ['--inspect', 'inspect'],
    ['--inspect-brk=0.0.0.0:9229', 'inspect-brk'],
    ['--js-flags=--expose-gc', 'js-flags'],
    ['--renderer-cmd-prefix=/tmp/x', 'renderer-cmd-prefix'],
    ['--gpu-launcher=/tmp/x', 'gpu-launcher'],
    ['--load-extension=/tmp/x', 'load-extension'],
    ['--disable-web-security', 'disable-web-security'],
    ['--host-resolver-rules=MAP * 127.0.0.1', 'host-resolver-rules'],
    ['--ignore-certificate-errors', 'ignore-certificate-errors'],
    ['--proxy-server=127.0.0.1:8080', 'proxy-server'],
    ['--ssl-key-log-file=/tmp/keys', 'ssl-key-log-file'],
    ['--log-net-log=/tmp/net', 'log-net-log'],
    ['--blink-settings=dnsPrefetchingEnabled=true', 'blink-settings'],
    ['-remote-debugging-port=9222', 'remote-debugging-port'],
    ['  --remote-debugging-port=9222 ', 'remote-debugging-port'],
  ])('%s', (arg, name) => {
    expect(on('linux', arg)).toEqual([name])
    expect(on('win32', arg)).toEqual([name])
  })

  it('are found as Windows writes them', () => {
    expect(on('win32', '/Remote-Debugging-Port=9222', '-INSPECT')).toEqual([
      'remote-debugging-port',
      'inspect',
    ])
    // On other systems that is a path.
    expect(on('linux', '/remote-debugging-port=9222')).toEqual([])
  })

  it('leave language, folder and what helps on a troubled computer', () => {
    const helpful = [
      '--lang=fr',
      '--user-data-dir=/srv/x',
      '--no-sandbox',
      '--disable-gpu',
      '--force-renderer-accessibility',
    ]
    expect(on('linux', ...helpful)).toEqual([])
    expect(on('win32', '/LANG=fr', ...helpful)).toEqual([])
  })

  it('end where Chromium ends them, and are named once', () => {
    expect(on('linux', '--inspect', 'file', '--inspect=1', '--', '--js-flags=x')).toEqual(['inspect'])
    expect(on('linux', '-', '', 'a=b')).toEqual([])
    expect(refusedSwitches(['--inspect'], 'linux')).toEqual([])
  })

  it('are all those that are not known to be wanted', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^x-[a-z][a-z-]{0,30}$/), fc.string(), (name, value) => {
        expect(on('linux', `--${name}=${value}`)).toEqual([name])
      }),
    )
  })
})

describe('a package that a test drives', () => {
  it.each([
    [{ driven: true }, true],
    [{ driven: 'true' }, true],
    [{ driven: false }, false],
    [{ name: 'hold-the-line' }, false],
  ])('is one whose package.json says so: %j', (manifest, driven) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    expect(isDriven(folder)).toBe(driven)
  })
})
