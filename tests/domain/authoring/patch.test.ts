import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPatches, invert, PatchRefused, type Patch } from '../../../src/domain/authoring/patch'
import { change, editOf, json } from './documents'

const documents = json.filter((value) => typeof value === 'object' && value !== null)

describe('patches', () => {
  it('mean what the library that makes them means', () => {
    fc.assert(
      fc.property(documents, change, (document, one) => {
        const before = JSON.stringify(document)
        const { after, edit } = editOf(document, one)
        const result = applyPatches(document, edit.patches)
        expect(result).toEqual(after)
        expect(applyPatches(result, invert(edit).patches)).toEqual(document)
        expect(JSON.stringify(document)).toBe(before)
      }),
      { numRuns: 500 },
    )
  })

  it('share what they do not reach', () => {
    const document = { a: { deep: [1] }, b: { deep: [2] } }
    const result = applyPatches(document, [{ op: 'replace', path: ['a', 'deep', 0], value: 3 }])
    expect(result).toEqual({ a: { deep: [3] }, b: { deep: [2] } })
    expect((result as typeof document).b).toBe(document.b)
  })

  it('keep the order of members, and put new ones last', () => {
    const result = applyPatches({ z: 1, a: 2 }, [
      { op: 'replace', path: ['z'], value: 3 },
      { op: 'add', path: ['m'], value: 4 },
    ])
    expect(JSON.stringify(result)).toBe('{"z":3,"a":2,"m":4}')
  })

  it('make a member of every name, and of nothing else', () => {
    const result = applyPatches({}, [{ op: 'add', path: ['__proto__'], value: { polluted: true } }])
    expect(Object.keys(result as object)).toEqual(['__proto__'])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(() => applyPatches({}, [{ op: 'add', path: ['__proto__', 'polluted'], value: true }])).toThrow(
      PatchRefused,
    )
  })

  const misfits: readonly (readonly [unknown, Patch])[] = [
    [{}, { op: 'replace', path: ['a'], value: 1 }],
    [{}, { op: 'remove', path: ['a'] }],
    [{}, { op: 'add', path: [], value: 1 }],
    [{}, { op: 'add', path: ['toString', 'a'], value: 1 }],
    [[1], { op: 'add', path: [2], value: 1 }],
    [[1], { op: 'replace', path: [1], value: 1 }],
    [[1], { op: 'remove', path: [-1] }],
    [[1], { op: 'replace', path: ['length'], value: 4_000_000_000 }],
    [[1], { op: 'replace', path: ['length'], value: '0' }],
    [[1], { op: 'replace', path: ['01'], value: 1 }],
    [[1], { op: 'add', path: ['push'], value: 1 }],
    ['text', { op: 'replace', path: ['length'], value: 0 }],
    [null, { op: 'add', path: ['a'], value: 0 }],
  ]
  it.each(misfits)('of %j refuse %j', (document, patch) => {
    expect(() => applyPatches(document, [{ op: 'replace', path: [], value: document }, patch])).toThrow(
      expect.objectContaining({ name: 'PatchRefused', index: 1, path: patch.path }),
    )
  })
})
