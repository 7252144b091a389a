import { describe, expect, it } from 'vitest'
import {
  choosePackages,
  inWords,
  installLine,
  knownPackages,
  missingLibraries,
  packageGroups,
  readRelease,
  usesApt,
} from '../../build/system.mjs'

const nothing = { libraries: [], xvfb: false, font: false, pdfTools: false, sqlite: false, chromium: false }
const everything = {
  libraries: ['libnss3.so'],
  xvfb: true,
  font: true,
  pdfTools: true,
  sqlite: true,
  chromium: true,
}

describe('missingLibraries', () => {
  it('reads what ldd misses, each once', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibnss3.so => not found',
      '\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibnss3.so => not found',
      "./electron: /lib/libc.so.6: version `GLIBC_2.38' not found (required by ./electron)",
    ].join('\n')
    expect(missingLibraries(output)).toEqual(['libnss3.so', 'libgtk-3.so.0', 'GLIBC_2.38'])
  })

  it('finds none in a complete listing', () => {
    expect(missingLibraries('\tlibm.so.6 => /lib/libm.so.6 (0x0)\n')).toEqual([])
  })
})

describe('readRelease', () => {
  it('reads Debian', () => {
    const release = readRelease('PRETTY_NAME="Debian GNU/Linux 13 (trixie)"\nVERSION_ID="13"\nID=debian\n')
    expect(release).toEqual({
      id: 'debian',
      family: ['debian'],
      version: 13,
      name: 'Debian GNU/Linux 13 (trixie)',
    })
    expect(usesApt(release)).toBe(true)
  })

  it('knows relatives of Debian by ID_LIKE, and others not', () => {
    expect(usesApt(readRelease('ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_ID="22"'))).toBe(true)
    expect(usesApt(readRelease('ID=fedora\nVERSION_ID=41'))).toBe(false)
    expect(readRelease('').name).toBe('this Linux')
  })
})

describe('packages', () => {
  it('are asked for only where something is missing', () => {
    expect(packageGroups(nothing)).toEqual([])
    expect(packageGroups({ ...nothing, font: true })).toEqual([['fonts-dejavu-core']])
    expect(packageGroups({ ...nothing, xvfb: true, pdfTools: true })).toEqual([['xvfb'], ['poppler-utils']])
    expect(packageGroups(everything).flat()).toContain('libnss3')
    expect(packageGroups({ ...nothing, chromium: true })).toEqual([['chromium', 'chromium-browser']])
    expect(inWords({ ...nothing, chromium: true })).toEqual([
      'chromium, in which the player is tried without Electron',
    ])
  })

  it('go by the name that the release offers', () => {
    const policy = [
      'libgtk-3-0t64:',
      '  Installed: (none)',
      '  Candidate: 3.24.49-3',
      'libasound2t64:',
      '  Candidate: 1.2.14-1',
      'libasound2:',
      '  Installed: (none)',
      '  Candidate: (none)',
      '  Version table:',
    ].join('\n')
    const known = knownPackages(policy)
    expect([...known]).toEqual(['libgtk-3-0t64', 'libasound2t64'])
    const debian = { id: 'debian', family: ['debian'], version: 13, name: 'Debian 13' }
    expect(choosePackages([['libasound2t64', 'libasound2'], ['libnss3']], known, debian)).toEqual([
      'libasound2t64',
      'libnss3',
    ])
  })

  it('go by the release number where apt has no lists yet', () => {
    const pair = [['libgtk-3-0t64', 'libgtk-3-0']]
    const choose = (id: string, version: number) =>
      choosePackages(pair, new Set<string>(), { id, family: [id], version, name: id })[0]
    expect(choose('debian', 12)).toBe('libgtk-3-0')
    expect(choose('debian', 13)).toBe('libgtk-3-0t64')
    expect(choose('debian', 0)).toBe('libgtk-3-0t64')
    expect(choose('ubuntu', 22.04)).toBe('libgtk-3-0')
    expect(choose('ubuntu', 24.04)).toBe('libgtk-3-0t64')
  })

  it('come in one line that can be run as it stands', () => {
    expect(installLine(['libnss3', 'xvfb'])).toBe(
      "sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends libnss3 xvfb'",
    )
  })
})

describe('inWords', () => {
  it('is empty when nothing is missing and names each thing otherwise', () => {
    expect(inWords(nothing)).toEqual([])
    expect(inWords(everything)).toHaveLength(Object.keys(everything).length)
    expect(inWords(everything)[0]).toContain('libnss3.so')
  })

  it('names a few of many libraries, or all of them', () => {
    const many = { ...nothing, libraries: ['a.so', 'b.so', 'c.so', 'd.so', 'e.so'] }
    expect(inWords(many)).toEqual(['shared libraries (a.so, b.so, c.so and 2 more)'])
    expect(inWords(many, { every: true })).toEqual(['shared libraries (a.so, b.so, c.so, d.so, e.so)'])
  })
})
