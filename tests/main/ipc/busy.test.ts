/** Another program holds the records while somebody works. */
import { describe, expect, it } from 'vitest'
import { channels } from '../../../src/bridge/channels'
import { answer } from '../../../src/main/ipc/answer'
import { databasePath, openDatabase } from '../../../src/main/store/database'
import { openEncrypted } from '../../../src/main/store/libsql'
import { KEY, NOW, temporaryFolder } from '../helpers'
import { installation, priya } from '../installation'
import { stretched } from '../../time'

describe('a write while another program holds the records', () => {
  it('is answered within three seconds with its own code, and nothing of it is there', async () => {
    const folder = temporaryFolder()
    const { db } = openDatabase(folder, KEY, NOW)
    const other = openEncrypted(databasePath(folder), KEY)
    other.exec('BEGIN IMMEDIATE')
    const reports: unknown[] = []
    const boss = { ...priya, role: 'administrator' as const }
    const gate = { caller: () => ({ person: boss }), report: (error: unknown) => reports.push(error) }
    const write = () =>
      answer(
        'recovery.state',
        channels['recovery.state'],
        () => {
          db.transaction(() => db.exec("INSERT INTO settings VALUES ('a', 'b')"))()
          return { madeAt: null }
        },
        gate,
        undefined,
      )
    const began = performance.now()
    expect(await write()).toMatchObject({ ok: false, error: { code: 'records-busy' } })
    expect(performance.now() - began).toBeLessThan(stretched(3000))
    expect(reports).toHaveLength(1)
    other.exec('ROLLBACK')
    expect(db.prepare('SELECT count(*) AS n FROM settings').get()).toMatchObject({ n: 0 })
    expect(await write()).toMatchObject({ ok: true })
    other.close()
    db.close()
  })

  it('leaves an attempt where it stood, so that the same decision is taken the next time', () => {
    const on = installation()
    const { id } = on.attempts.start(priya, 'short', 'drill', 'practice')
    const other = openEncrypted(databasePath(on.folder), KEY)
    other.exec('BEGIN IMMEDIATE')
    expect(() => on.attempts.commit(priya, id, 1, 'decision', 'ask')).toThrow(/locked/)
    other.exec('ROLLBACK')
    other.close()
    expect(on.attempts.commit(priya, id, 1, 'decision', 'ask').entry).toMatchObject({ seq: 1, event: 'ask' })
    expect(on.attempts.commit(priya, id, 2, 'decision', 'report')).toMatchObject({ ended: true })
    on.close()
  })
})
