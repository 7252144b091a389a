import { describe, expect, it } from 'vitest'
import { copiedOf, nearest, underId } from '../../../../src/renderer/studio/compare/bases'

describe('a document under the id of another one', () => {
  it('names itself by the new id wherever it does so by the old one, and nothing else does', () => {
    const scene = {
      meta: { title: { en: 'mine' } },
      on: { go: { target: '#mine.end' }, other: { target: '#minette.x' } },
    }
    const named = { id: 'mine', twin: 'mine', machine: { id: 'mine', states: { mine: scene } } }
    expect(underId(named, 'ours')).toEqual({
      id: 'ours',
      twin: 'mine',
      machine: {
        id: 'ours',
        states: { mine: { ...scene, on: { go: { target: '#ours.end' }, other: { target: '#minette.x' } } } },
      },
    })
    expect(underId({ id: 'mine', machine: { initial: 'a' } }, 'ours')).toEqual({
      id: 'ours',
      machine: { initial: 'a' },
    })
    for (const value of [undefined, null, 3, [], {}, { id: 4 }]) expect(underId(value, 'ours')).toBe(value)
  })
})

describe('the common version', () => {
  const version = (number: number, value: unknown) => ({ key: `version:${number}` as const, value })
  it('is the published one that differs least, and the newest of several', () => {
    const [newest, older] = [version(2, { a: 1, b: 2 }), version(1, { a: 1, b: 1 })]
    expect(nearest([newest, older], { a: 3, b: 1 }, undefined)).toBe(older)
    expect(nearest([newest, older], { a: 1, b: 3 }, undefined)).toBe(newest)
    expect(nearest([], {}, undefined)).toBeUndefined()
  })
  it('of a copy is told by its history', () => {
    const entry = { n: 1, at: '', kind: 'edit' as const, patches: [], inverse: [] }
    expect(copiedOf([{ ...entry, label: { code: 'copied', params: { of: 'scam' } } }])).toBe('scam')
    expect(copiedOf([{ ...entry, label: { code: 'title' } }])).toBeUndefined()
  })
})
