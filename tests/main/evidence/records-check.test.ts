import { describe, expect, it } from 'vitest'
import { recordsCheck } from '../../../src/main/evidence/records-check'
import { finish, installation, priya } from '../installation'

describe('the check of every record', () => {
  it('counts those whose row or log is no longer what was recorded', async () => {
    const here = installation()
    const ids = Array.from({ length: 5 }, () => finish(here, priya, { mode: 'practice' }))
    const { secret, since } = here.seals
    const steps: number[] = []
    const check = () =>
      recordsCheck(
        { secret, since },
        { db: here.db, progress: (done) => steps.push(done), breathe: () => Promise.resolve() },
      )
    expect(await check()).toEqual({ attempts: 5, altered: 0 })
    here.db.prepare("UPDATE decisions SET event = 'stop' WHERE attempt_id = ? AND seq = 1").run(ids[1])
    here.db.prepare('UPDATE attempts SET passed = 0 WHERE id = ?').run(ids[3])
    expect(await check()).toEqual({ attempts: 5, altered: 2 })
    expect(steps).toEqual([5, 5])
    here.close()
  })
})
