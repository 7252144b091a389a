import { describe, expect, it, vi } from 'vitest'
import type { ProofMessage, ProofRequest } from '../../../../src/renderer/studio/course/messages'
import { proofStore } from '../../../../src/renderer/studio/course/proof-store'

const request = { course: {}, scenarios: [], floors: [] } as unknown as ProofRequest
const table = { skills: [] } as unknown as Extract<ProofMessage, { kind: 'chances' }>['table']
const proof = { grid: { habits: 1, passing: 0, best: [] }, issues: [] } as const

/** Makes worker threads that answer as the test says. */
function threads() {
  const all: { tell: (message: ProofMessage) => void; fail: () => void; sent: unknown[]; ended: boolean }[] =
    []
  const proofs = proofStore((tell, fail) => {
    const one = { tell, fail, sent: [] as unknown[], ended: false }
    all.push(one)
    return { send: (asked) => void one.sent.push(asked), end: () => void (one.ended = true) }
  })
  return { ...proofs, all }
}

describe('the proof of a course', () => {
  it('shows the picture first, then the habits, and keeps both for what it was worked out for', async () => {
    const { store, begin, all } = threads()
    await begin('course 1', async () => request)
    expect(all[0]!.sent).toEqual([request])
    all[0]!.tell({ kind: 'chances', table })
    all[0]!.tell({ kind: 'step', step: 'habits' })
    expect(store.getState()).toMatchObject({ step: 'habits', table, proof: undefined })
    all[0]!.tell({ kind: 'proof', proof })
    expect(store.getState()).toMatchObject({ step: undefined, table, proof, key: 'course 1' })
    expect(all[0]!.ended).toBe(true)
  })

  it('ends its thread when somebody stops it, and keeps the picture that is there', async () => {
    const { store, begin, cancel, all } = threads()
    await begin('a', async () => request)
    all[0]!.tell({ kind: 'chances', table })
    cancel()
    expect(all[0]!.ended).toBe(true)
    expect(store.getState()).toMatchObject({ step: undefined, table })
  })

  it('begins no thread for what was stopped while it was read', async () => {
    const { begin, cancel, all } = threads()
    let read: (request: ProofRequest) => void = vi.fn()
    const began = begin('a', () => new Promise((resolve) => (read = resolve)))
    cancel()
    read(request)
    await began
    expect(all).toEqual([])
  })

  it('says what went wrong, and which contacts can’t be played', async () => {
    const { store, begin, all } = threads()
    await begin('a', () => Promise.reject(new Error('gone')))
    expect(store.getState().problem).toEqual({ what: 'failed' })
    await begin('a', async () => request)
    all[0]!.tell({ kind: 'unsound', contacts: ['one'] })
    expect(store.getState()).toMatchObject({
      step: undefined,
      problem: { what: 'unsound', contacts: ['one'] },
    })
    await begin('a', async () => request)
    all[1]!.fail()
    expect(store.getState()).toMatchObject({ step: undefined, problem: { what: 'failed' } })
  })
})
