import { describe, expect, it } from 'vitest'
import { breathe, Jobs } from '../../../src/main/credentials/jobs'

function jobs() {
  let count = 0
  const reports: unknown[] = []
  return {
    reports,
    jobs: new Jobs(
      () => String((count += 1)),
      (error) => reports.push(error),
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
