import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { EVERYTHING } from '../../src/domain/records/filter'
import { Standings } from '../../src/main/learn/standings'
import { openDatabase } from '../../src/main/store/database'
import { LocalRecords } from '../../src/main/store/records'
import { CredentialStore } from '../../src/main/store/tables/credentials'
import { measureCommit } from './commit'
import { addPassed, passableLibrary } from './passed'

const root = path.join(__dirname, '..', '..')

// The bench itself runs seldom; the rules it relies on change often.
it('can still commit the decisions that the bench measures', async () => {
  const measured = await measureCommit(Infinity, { least: 1, most: 1 })
  expect(measured.note).toContain('100 decisions')
  expect(measured.ours).toBeGreaterThan(0)
})

it('still finds a certificate to issue for each person whom the bench adds', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'htl-bench-'))
  const { db } = openDatabase(folder, randomBytes(32).toString('hex'), new Date())
  try {
    const store = new LocalRecords(db)
    const { library, course } = passableLibrary(root, folder)
    const standings = new Standings(db, library)
    addPassed({ db, store, library }, course, 3, ({ id }) => standings.refresh(id, course.id))
    const now = new Date().toISOString()
    expect([...new CredentialStore(db).candidates(EVERYTHING, now, library.courses)]).toHaveLength(3)
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
