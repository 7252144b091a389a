import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { stampOf } from '../../build/compile.mjs'
import { plan, unset } from '../../build/fuses.cjs'
import { builderArguments, refusal } from '../../build/builder.mjs'

const official = { execPath: '/e/electron', distPath: '/e', version: '45.4.1', kind: 'official' as const }
const standIn = { ...official, version: '25.1.1', kind: 'stand-in' as const }

describe('what may be packaged', () => {
  it('is the official Electron of the version asked for', () => {
    expect(refusal(official, '45.4.1', false)).toBeNull()
    expect(refusal({ ...official, kind: 'override' }, '45.4.1', false)).toBeNull()
    expect(refusal({ ...official, kind: 'override' }, '46.0.0', false)).toContain('46.0.0')
  })

  it('is never the stand-in, except as a trial', () => {
    expect(refusal(standIn, '45.4.1', false)).toContain('never')
    expect(refusal({ ...standIn, version: '45.4.1' }, '45.4.1', false)).toContain('never')
    expect(refusal(standIn, '45.4.1', true)).toBeNull()
    expect(refusal(official, '45.4.1', true)).toContain('--stand-in')
  })
})

describe('what an installer tells the system', () => {
  it('is that a scenario in one file belongs to this program, on each system', () => {
    const config = readFileSync(path.join(import.meta.dirname, '../../electron-builder.yml'), 'utf8')
    const parts = new Map(
      config.split(/^(?=[a-z]\w*:)/m).map((part) => [part.slice(0, part.indexOf(':')), part] as const),
    )
    for (const system of ['win', 'mac', 'linux']) {
      expect(parts.get(system), system).toMatch(/fileAssociations:\n\s+- ext: htl\n/)
    }
    // Without it no desktop of Linux knows the file.
    expect(parts.get('linux')).toContain('mimeType: application/x-hold-the-line-scenario')
    // Without it macOS ends a program that opens the microphone.
    expect(parts.get('mac')).toContain('NSMicrophoneUsageDescription:')
  })
})

describe('the command line of electron-builder', () => {
  it('makes what the configuration lists, or the targets asked for', () => {
    const options = { trial: false, targets: [], platform: 'win32' as const, arch: 'x64' }
    expect(builderArguments(official, options).slice(0, 2)).toEqual(['--win', '--x64'])
    expect(builderArguments(official, { ...options, targets: ['zip'] }).slice(0, 2)).toEqual(['--win', 'zip'])
    expect(builderArguments(official, options).join(' ')).not.toContain('trial')
  })

  it('marks a trial in folder and name', () => {
    const args = builderArguments(standIn, { trial: true, targets: [], platform: 'linux', arch: 'x64' })
    expect(args.slice(0, 3)).toEqual(['--linux', 'dir', 'tar.gz'])
    expect(args).toContain('-c.directories.output=dist/stand-in-trial')
    expect(args.find((arg) => arg.startsWith('-c.artifactName='))).toContain('stand-in-trial')
  })

  it('says where a check wants its package, and marks one that a test drives', () => {
    const options = { trial: true, targets: ['dir'], platform: 'linux' as const, arch: 'x64' }
    const plain = builderArguments(standIn, { ...options, into: 'dist/check' })
    // The last one counts.
    expect(plain.filter((arg) => arg.startsWith('-c.directories.output=')).at(-1)).toContain('dist/check')
    expect(plain.join(' ')).not.toContain('driven')
    expect(builderArguments(standIn, { ...options, driven: true })).toContain('-c.extraMetadata.driven=true')
  })

  it('knows the three desktop systems only', () => {
    const options = { trial: false, targets: [], platform: 'aix' as const, arch: 'x64' }
    expect(() => builderArguments(official, options)).toThrow('Windows, macOS and Linux')
  })
})

describe('fuses', () => {
  const on = 49
  const off = 48

  it('are planned for those that the binary has', () => {
    const older = plan({ version: '1', 0: on, 1: off, 2: on, 3: on, 4: off, 5: off, 6: off })
    expect(older.lacking).toEqual(['GrantFileProtocolExtraPrivileges'])
    expect(older.present).toHaveLength(7)
    expect(
      plan({ version: '1', 0: on, 1: off, 2: on, 3: on, 4: off, 5: off, 6: off, 7: on }).lacking,
    ).toEqual([])
  })

  it('are read back', () => {
    const wanted = { 0: off, 1: on, 2: off, 3: off, 4: on, 5: on, 6: off, 7: off }
    const { present } = plan(wanted)
    expect(unset(wanted, present)).toEqual([])
    expect(unset({ ...wanted, 0: on, 5: off }, present)).toEqual(['RunAsNode', 'OnlyLoadAppFromAsar'])
  })
})

describe('stampOf', () => {
  it('changes with an edit, a new file and a removed one, and not by itself', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'htl-stamp-'))
    writeFileSync(path.join(root, 'a'), '1')
    const stamps = [stampOf(root, ['.', 'absent'])]
    expect(stampOf(root, ['.', 'absent'])).toBe(stamps[0])
    writeFileSync(path.join(root, 'a'), '22')
    stamps.push(stampOf(root, ['.', 'absent']))
    writeFileSync(path.join(root, 'b'), '1')
    stamps.push(stampOf(root, ['.', 'absent']))
    rmSync(path.join(root, 'b'))
    expect(stampOf(root, ['.', 'absent'])).toBe(stamps[1])
    expect(new Set(stamps).size).toBe(3)
    rmSync(root, { recursive: true })
  })
})
