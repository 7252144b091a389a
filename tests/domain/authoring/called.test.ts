import { describe, expect, it } from 'vitest'
import { applyPatches } from '../../../src/domain/authoring/patch'
import { callPatches } from '../../../src/domain/authoring/called'

const document = {
  id: 'mine',
  title: { en: 'Mine' },
  machine: {
    id: 'mine',
    initial: 'group',
    states: {
      group: {
        initial: 'a',
        states: {
          a: {
            on: {
              go: { target: '#mine.end' },
              either: [{ target: '#mine.group.a' }, { target: '#minette.end' }],
              target: { target: 'a' },
            },
          },
        },
      },
      end: { type: 'final', meta: { title: { en: '#mine.end' } } },
    },
  },
}

describe('another id for a document', () => {
  it('is in every target that names a scene by it, and one undo takes all of it back', () => {
    const { patches, inverse } = callPatches(document, 'ours', 'mine', { en: 'Ours' })
    const called = applyPatches(document, patches)
    const expected = structuredClone(document) as unknown as Record<string, never>
    expect(called).toEqual(
      JSON.parse(
        JSON.stringify({ ...expected, id: 'ours', title: { en: 'Ours' } })
          .replace('"machine":{"id":"mine"', '"machine":{"id":"ours"')
          .replaceAll('"target":"#mine.', '"target":"#ours.'),
      ),
    )
    expect(applyPatches(called, inverse)).toEqual(document)
  })

  it('is not in targets when only the title changes', () => {
    expect(callPatches(document, 'mine', 'mine', { en: 'Other' }).patches).toEqual([
      { op: 'replace', path: ['title'], value: { en: 'Other' } },
    ])
  })
})
