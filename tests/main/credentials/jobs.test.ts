import { describe, expect, it } from 'vitest'
import { breathe, Jobs, type JobState } from '../../../src/main/credentials/jobs'

function jobs() {
  let count = 0
  const reports: unknown[] = []
  const told: JobState[] = []
  return {
    reports,
    told,
    jobs: new Jobs(
      () => String((count += 1)),
      (error) => reports.push(error),
      (state) => void told.push(state),
    ),
  }
}

describe('Jobs', () => {
  it('counts what is done, and what was left out', async () => {
    const { jobs: one } = jobs()
    const { id } = one.start('issue', 3, null, async ({ step }) => {
      step()
      step(true)
      await breathe()
      step()
    })
    expect(one.state(id)).toMatchObject({ state: 'running', done: 2, skipped: 1, total: 3 })
    await breathe()
    await breathe()
    expect(one.state(id)).toMatchObject({ state: 'done', done: 3, skipped: 1 })
  })

  it('tells its first step and its end, and of many steps in between only some', async () => {
    const { jobs: one, told } = jobs()
    one.start('issue', 500, null, ({ step }) => {
      for (let i = 0; i < 500; i += 1) step()
      return Promise.resolve()
    })
    await breathe()
    expect(told[0]).toMatchObject({ state: 'running', done: 1 })
    expect(told.at(-1)).toMatchObject({ state: 'done', done: 500 })
    expect(told.length).toBeLessThan(20)
  })

  it('runs one at a time, stops when it is told to, and keeps what is done', async () => {
    const { jobs: one } = jobs()
    const { id } = one.start('save', 1000, 'pdfs', async ({ signal, step }) => {
      while (!signal.aborted) {
        step()
        await breathe()
      }
    })
    expect(() => one.start('issue', 1, null, () => Promise.resolve())).toThrow('already')
    await breathe()
    one.cancel(id)
    await breathe()
    await breathe()
    const { done, state } = one.state(id)
    expect(state).toBe('cancelled')
    expect(done).toBeGreaterThan(0)
    const next = one.start('issue', 1, null, () => Promise.resolve())
    expect(() => one.state(id)).toThrow('no such work')
    expect(one.state(next.id).kind).toBe('issue')
  })

  it('says when it broke off, and reports why', async () => {
    const { jobs: one, reports } = jobs()
    const { id } = one.start('save', 2, 'pdfs', () => Promise.reject(new Error('disk full')))
    await breathe()
    await breathe()
    expect(one.state(id).state).toBe('failed')
    expect(reports).toEqual([new Error('disk full')])
  })
})
