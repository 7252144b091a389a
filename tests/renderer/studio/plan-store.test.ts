import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { PlanRun } from '../../../src/domain/scoring'
import { afterAct, openPlan, type PlanAct } from '../../../src/renderer/studio/plan-store'

const run = (name: string): PlanRun => ({ name, choices: [], expect: { scene: 'ask' } })

/** A file to which several windows write, each with the content it saw last. */
function file(runs: readonly PlanRun[] = []) {
  const kept = { runs: [...runs], version: 1, refuse: false }
  const host = {
    read: () =>
      Promise.resolve({ runs: [...kept.runs], hash: String(kept.version), readOnly: false, broken: null }),
    save: (next: readonly PlanRun[], seen: string) => {
      if (kept.refuse) return Promise.reject(new Error('disk'))
      if (seen !== String(kept.version)) return Promise.resolve({ outcome: 'stale' as const })
      kept.runs = [...next]
      kept.version += 1
      return Promise.resolve({ outcome: 'saved' as const, hash: String(kept.version) })
    },
  }
  return { kept, host }
}

describe('the test plan of an open scenario', () => {
  it('comes on top of what somebody else wrote meanwhile', async () => {
    const { kept, host } = file()
    const [ours, theirs] = [openPlan(host), openPlan(host)]
    await Promise.all([ours.reload(), theirs.reload()])
    const done = await Promise.all([
      ours.act({ act: 'add', run: run('ours') }),
      theirs.act({ act: 'add', run: run('theirs') }),
      ours.act({ act: 'add', run: run('ours too') }),
    ])
    expect(done).toEqual([true, true, true])
    expect(kept.runs.map(({ name }) => name).sort()).toEqual(['ours', 'ours too', 'theirs'])
  })

  it('does not touch a run that somebody else changed, and says so', async () => {
    const { kept, host } = file([run('one')])
    const [ours, theirs] = [openPlan(host), openPlan(host)]
    await Promise.all([ours.reload(), theirs.reload()])
    await theirs.act({ act: 'replace', run: run('one'), by: run('their one') })
    expect(await ours.act({ act: 'remove', run: run('one') })).toBe(false)
    expect(ours.store.getState()).toMatchObject({ refused: 'gone', runs: [run('their one')] })
    expect(kept.runs).toEqual([run('their one')])
  })

  it('says when the disk refuses, keeps what it shows, and goes on once the disk does', async () => {
    const { kept, host } = file([run('one')])
    const plan = openPlan(host)
    await plan.reload()
    kept.refuse = true
    expect(await plan.act({ act: 'add', run: run('two') })).toBe(false)
    expect(plan.store.getState()).toMatchObject({ refused: 'not-kept', runs: [run('one')] })
    kept.refuse = false
    expect(await plan.act({ act: 'add', run: run('two') })).toBe(true)
    expect(plan.store.getState().refused).toBeUndefined()
  })

  it('keeps the same runs where nothing changed, so that nothing is run again', async () => {
    const { host } = file([run('one')])
    const plan = openPlan(host)
    await plan.reload()
    const { runs } = plan.store.getState()
    await plan.reload()
    expect(plan.store.getState().runs).toBe(runs)
  })

  it('has what was deleted in its place again', () => {
    const names = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1 })
    fc.assert(
      fc.property(names, fc.nat(), (all, n) => {
        const runs = all.map(run)
        const taken = runs[n % runs.length]!
        const at = runs.findIndex(({ name }) => name === taken.name)
        const remove: PlanAct = { act: 'remove', run: taken }
        expect(afterAct(afterAct(runs, remove)!, { act: 'add', run: taken, at })).toEqual(runs)
      }),
    )
  })
})
