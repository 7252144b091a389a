import { describe, expect, it } from 'vitest'
import { firstBrokenEntry } from '../../../src/main/records/audit'
import { openDatabase } from '../../../src/main/records/database'
import { RecordStore } from '../../../src/main/records/store'
import { KEY, NOW, temporaryFolder } from '../helpers'

function withEntries(count: number) {
  const { db } = openDatabase(temporaryFolder(), KEY, NOW)
  const store = new RecordStore(db)
  for (let i = 0; i < count; i++) store.writeAudit('records-exported', NOW.toISOString(), null, { rows: i })
  return db
}

describe('the audit log', () => {
  it('is whole as it was written', () => {
    const db = withEntries(5)
    expect(firstBrokenEntry(db)).toBeUndefined()
    db.close()
  })

  it('refuses to be changed or shortened', () => {
    const db = withEntries(2)
    expect(() => db.prepare("UPDATE audit SET detail = '{}'").run()).toThrow(/only grows/)
    expect(() => db.prepare('DELETE FROM audit').run()).toThrow(/only grows/)
    db.close()
  })

  it('names the first entry that was changed behind its back', () => {
    const db = withEntries(5)
    db.exec('DROP TRIGGER audit_no_update')
    db.prepare(`UPDATE audit SET detail = '{"rows":99}' WHERE seq = 3`).run()
    expect(firstBrokenEntry(db)).toBe(3)
    db.close()
  })

  it('names the gap that a removed entry leaves', () => {
    const db = withEntries(5)
    db.exec('DROP TRIGGER audit_no_delete')
    db.prepare('DELETE FROM audit WHERE seq = 2').run()
    expect(firstBrokenEntry(db)).toBe(2)
    db.close()
  })
})
