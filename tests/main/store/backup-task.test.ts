import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/main/store/database'
import { openEncrypted } from '../../../src/main/store/libsql'
import { LocalRecords } from '../../../src/main/store/records'
import { KEY, NOW, recordWorker, temporaryFolder } from '../helpers'
import { orRefuse } from '../../../src/main/refused'

describe('the copy that the thread makes', () => {
  it('holds what main has committed, and leaves the thread fit for the next task', async () => {
    const folder = temporaryFolder()
    const { db } = openDatabase(folder, KEY, NOW)
    const store = new LocalRecords(db)
    const worker = recordWorker(folder)
    for (const name of ['Meridian', 'Méridien & Fils']) {
      store.saveSetting('organisation', name)
      const target = join(folder, 'backups', `${name}.db`)
      orRefuse(await worker.run('back-up', { target }))
      const copy = openEncrypted(target, KEY)
      expect(new LocalRecords(copy).setting('organisation')).toBe(name)
      copy.close()
    }
    db.close()
  })

  it('says so when it can’t be written', async () => {
    const folder = temporaryFolder()
    const { db } = openDatabase(folder, KEY, NOW)
    const reports: unknown[] = []
    const answer = await recordWorker(folder, reports).run('back-up', {
      target: join(folder, 'records.db', 'inside-a-file.db'),
    })
    expect(answer.ok).toBe(false)
    expect(reports).toHaveLength(1)
    db.close()
  })
})
