import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OpenedFiles, packagesFrom, packagesIn } from '../../../src/main/files/opened-files'

const at = (path: string) => resolve('/home/ana', path)

describe('the packages of a command line', () => {
  it.each<[string, string[], string[]]>([
    ['a path beside the folder', ['./a.htl'], [at('a.htl')]],
    ['a whole path, in capitals', ['/tmp/B.HTL'], [resolve('/tmp/B.HTL')]],
    ['what is no package', ['.', '/opt/app', 'a.json', 'a.htl.exe', 'htl'], []],
    ['a switch that looks like one', ['--user-data-dir=/tmp/a.htl', '-x.htl'], []],
    [
      'several, with what Chromium puts between',
      ['a.htl', '--no-sandbox', 'b.htl'],
      [at('a.htl'), at('b.htl')],
    ],
    ['a name that no file can have', ['a\0b.htl'], []],
    [
      'an address of another computer’s page',
      ['https://example.org/a.htl'],
      [at('https:/example.org/a.htl')],
    ],
    ['an address that is none', ['file:%zz.htl'], []],
  ])('%s', (_, given, found) => {
    expect(packagesIn(['hold-the-line', ...given], '/home/ana')).toEqual(found)
  })

  it.runIf(process.platform !== 'win32')('an address, as desktops of Linux write it', () => {
    expect(packagesIn(['hold-the-line', 'file:///home/ana/a%20b.htl'], '/')).toEqual(['/home/ana/a b.htl'])
  })

  it('does not take the program itself for one', () => {
    expect(packagesIn(['/opt/hold.htl'], '/')).toEqual([])
  })
})

describe('what another start hands over', () => {
  it.each([
    undefined,
    null,
    'a.htl',
    {},
    { files: 'a.htl' },
    { files: [1, null, { a: 1 }] },
    { files: ['a.exe'] },
  ])('is nothing where it is %j', (given) => {
    expect(packagesFrom(given)).toEqual([])
  })

  it('is a list of paths, no more of them than anybody looks at', () => {
    const files = Array.from({ length: 100 }, (_one, i) => `/tmp/${i}.htl`)
    expect(packagesFrom({ files })).toHaveLength(20)
    expect(packagesFrom({ files: ['/tmp/a.htl', '/tmp/b.txt'] })).toEqual([resolve('/tmp/a.htl')])
  })
})

describe('files that wait', () => {
  it('are told once each, shown by their names, and left one after another', () => {
    let told = 0
    const opened = new OpenedFiles(() => (told += 1))
    opened.add([])
    opened.add(['/tmp/a.htl', '/home/b.htl'])
    opened.add(['/tmp/a.htl'])
    expect([told, opened.first, opened.path]).toEqual([1, 'a.htl', '/tmp/a.htl'])
    opened.leave('b.htl')
    expect(opened.first).toBe('a.htl')
    opened.leave('a.htl')
    expect(opened.first).toBe('b.htl')
    opened.leave('b.htl')
    expect([opened.first, opened.path]).toEqual([undefined, undefined])
  })
})
