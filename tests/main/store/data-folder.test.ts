import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { forgetMoved, localDataFolder, settleDataFolder } from '../../../src/main/store/data-folder'
import { openDatabase } from '../../../src/main/store/database'
import { LocalRecords } from '../../../src/main/store/records'
import { KEY, NOW, temporaryFolder } from '../helpers'

const disk = vi.hoisted(() => ({ apart: false, spoils: '' }))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  return {
    ...fs,
    renameSync: (from: string, to: string) => {
      if (disk.apart && from.includes('Roaming') !== to.includes('Roaming')) {
        throw Object.assign(new Error('EXDEV: cross-device link not permitted'), { code: 'EXDEV' })
      }
      fs.renameSync(from, to)
    },
    cpSync: (from: string, to: string, options: object) => {
      fs.cpSync(from, to, options)
      if (disk.spoils) fs.appendFileSync(join(to, disk.spoils), 'x')
    },
  }
})

function folders() {
  disk.apart = false
  disk.spoils = ''
  const root = temporaryFolder()
  const faults: unknown[] = []
  return {
    roaming: join(root, 'Roaming', 'Hold the Line'),
    local: join(root, 'Local', 'Hold the Line'),
    faults,
    report: (fault: unknown) => faults.push(fault),
  }
}

function fill(data: string, organisation = 'Meridian'): void {
  const folder = join(data, 'records')
  mkdirSync(join(folder, 'backups', 'records-000001-2026-03-02.keys'), { recursive: true })
  writeFileSync(join(data, 'Local State'), `state of ${organisation}`)
  writeFileSync(join(folder, 'records.key'), 'the key')
  writeFileSync(join(folder, 'backups', 'records-000001-2026-03-02.keys', 'records.key'), 'the key')
  const { db } = openDatabase(folder, KEY, NOW)
  new LocalRecords(db).saveSetting('organisation', organisation)
  db.close()
}

function organisationIn(data: string) {
  const { db } = openDatabase(join(data, 'records'), KEY, NOW)
  try {
    return new LocalRecords(db).setting('organisation')
  } finally {
    db.close()
  }
}

describe('localDataFolder', () => {
  it('is on Windows the folder that stays on the computer, unless another one was asked for', () => {
    const windows = { LOCALAPPDATA: 'C:\\Users\\priya\\AppData\\Local' }
    expect(localDataFolder('win32', windows, 'Hold the Line', false)).toMatch(/AppData\\Local.Hold the Line$/)
    expect(localDataFolder('win32', windows, 'Hold the Line', true)).toBeUndefined()
    expect(localDataFolder('win32', {}, 'Hold the Line', false)).toBeUndefined()
    expect(localDataFolder('win32', { LOCALAPPDATA: 'Local' }, 'Hold the Line', false)).toBeUndefined()
    expect(localDataFolder('linux', windows, 'Hold the Line', false)).toBeUndefined()
  })
})

describe('settleDataFolder', () => {
  it.each([false, true])('moves records with backups and keys; on another disk: %s', (apart) => {
    const { faults, report, ...places } = folders()
    fill(places.roaming)
    disk.apart = apart
    expect(settleDataFolder(places, report)).toBe(places.local)
    expect(organisationIn(places.local)).toBe('Meridian')
    expect(readFileSync(join(places.local, 'Local State'), 'utf8')).toBe('state of Meridian')
    expect(readdirSync(join(places.local, 'records', 'backups'))).toEqual(['records-000001-2026-03-02.keys'])
    expect(existsSync(join(places.roaming, 'records'))).toBe(false)
    expect(existsSync(join(places.roaming, 'records-moved'))).toBe(apart)
    forgetMoved(places, report)
    expect(existsSync(join(places.roaming, 'records-moved'))).toBe(false)
    expect(settleDataFolder(places, report)).toBe(places.local)
    expect(faults).toEqual([])
  })

  it('begins in the folder of this computer where nothing was before', () => {
    const { faults, report, ...places } = folders()
    expect(settleDataFolder(places, report)).toBe(places.local)
    expect(faults).toEqual([])
  })

  it('goes on where it was broken off', () => {
    const { faults, report, ...places } = folders()
    fill(places.roaming)
    disk.apart = true
    settleDataFolder(places, report)
    // The power seems to have failed while the copy was being written.
    mkdirSync(join(places.local, 'aside'))
    copyFileSync(join(places.local, 'records', 'records.db'), join(places.local, 'aside', 'half.db'))
    const again = { ...places, local: join(places.local, 'aside', 'new') }
    mkdirSync(join(again.local, 'records.coming'), { recursive: true })
    writeFileSync(join(again.local, 'records.coming', 'records.db'), 'half')
    expect(settleDataFolder(again, report)).toBe(again.local)
    expect(organisationIn(again.local)).toBe('Meridian')
    expect(faults).toEqual([])
  })

  it.each(['cannot be written', 'is spoilt by the copy'])(
    'stays where it is when the new place %s',
    (fault) => {
      const { faults, report, ...places } = folders()
      fill(places.roaming)
      if (fault === 'cannot be written') {
        mkdirSync(join(places.local, '..', '..'), { recursive: true })
        writeFileSync(join(places.local, '..'), 'a file where the folder should be')
      } else {
        disk.apart = true
        disk.spoils = 'records.db'
      }
      expect(settleDataFolder(places, report)).toBe(places.roaming)
      expect(faults).toHaveLength(1)
      expect(organisationIn(places.roaming)).toBe('Meridian')
    },
  )

  it('never moves over records that are on this computer', () => {
    const { faults, report, ...places } = folders()
    fill(places.roaming, 'Of another computer')
    fill(places.local)
    expect(settleDataFolder(places, report)).toBe(places.local)
    expect(organisationIn(places.local)).toBe('Meridian')
    expect(organisationIn(places.roaming)).toBe('Of another computer')
    expect(faults).toEqual([])
  })

  it('keeps what was copied while the new place has no records', () => {
    const { report, ...places } = folders()
    mkdirSync(join(places.roaming, 'records-moved'), { recursive: true })
    mkdirSync(join(places.local, 'records'), { recursive: true })
    writeFileSync(join(places.local, 'records', 'records.db'), '')
    forgetMoved(places, report)
    expect(existsSync(join(places.roaming, 'records-moved'))).toBe(true)
  })
})
