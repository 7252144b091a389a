import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { callPatches } from '../../../src/domain/authoring/called'
import { applyPatches } from '../../../src/domain/authoring/patch'
import { outlineOf } from '../../../src/renderer/studio/outline'
import { makeCopy } from '../../../src/renderer/studio/copies'

const FOLDER = 'scenarios'
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.scenario.json'))
const TITLE = { en: 'Mine', fr: 'Le mien' }

afterEach(() => vi.unstubAllGlobals())

/** Copies a version that could not be saved, and returns what is written in the copy. */
async function copied(id: string, text: string) {
  const ok = (value: unknown) => Promise.resolve({ ok: true, value })
  const appended: { entries: readonly { kind: string; text: string }[] }[] = []
  const studio = {
    list: () => ok({ documents: [{ kind: 'scenario', id }] }),
    duplicate: () => ok(null),
    open: () => ok({ outcome: 'opened', journal: { entries: [{}] } }),
    append: (call: (typeof appended)[number]) => {
      appended.push(call)
      return ok(null)
    },
    close: () => ok(null),
  }
  vi.stubGlobal('window', { api: { studio } })
  const made = await makeCopy({ kind: 'scenario', id, title: TITLE }, text)
  expect(appended).toHaveLength(1)
  return { ...made, text: appended[0]!.entries[0]!.text }
}

describe('a copy of a version that could not be saved', () => {
  it('is called as a copy of a saved one, and its choices lead to its own scenes', async () => {
    const own = {
      id: 'mine',
      title: TITLE,
      machine: {
        id: 'mine',
        initial: 'a',
        states: { a: { on: { go: { target: '#mine.b' }, stay: { target: '#other.b' } } }, b: {} },
      },
    }
    const { id, title, text } = await copied('mine', JSON.stringify(own))
    const copy = JSON.parse(text) as typeof own
    expect(copy.id).toBe('mine-copy')
    expect(copy.machine.id).toBe('mine-copy')
    expect(outlineOf(copy)[0]!.choices.map(({ leadsTo }) => leadsTo)).toEqual(['b', '#other.b'])
    expect(copy).toEqual(applyPatches(own, callPatches(own, id, 'mine', title).patches))
  })

  it('has the layout of its author', async () => {
    for (const name of NAMES.slice(0, 3)) {
      const before = readFileSync(join(FOLDER, name), 'utf8')
      const { text } = await copied(name.replace('.scenario.json', ''), before)
      const lines = new Set(before.split('\n'))
      const others = text.split('\n').filter((line) => !lines.has(line))
      expect(others.length).toBeGreaterThan(0)
      for (const line of others) expect(line).toMatch(/"id"|"title"|"target": "#|"en": "|"fr": "/)
      expect(text.split('\n').length).toBeLessThan(before.split('\n').length + 8)
    }
  })

  it('stays as it is if it can’t be read', async () => {
    expect((await copied('mine', '{ "id": "mine", ')).text).toBe('{ "id": "mine", ')
  })
})
