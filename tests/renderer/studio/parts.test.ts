import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import { openFloor } from '../../../src/domain/scenario/open'
import {
  at,
  choicesIn,
  everywhereIn,
  outlineOf,
  sceneOf,
  type Path,
} from '../../../src/renderer/studio/outline'
import {
  copyParts,
  duplicateParts,
  partsFrom,
  pasteParts,
  removeParts,
} from '../../../src/renderer/studio/parts'
import { keyOf } from '../../../src/renderer/studio/selection'
import { checkDocument, type FindFloor } from '../../../src/renderer/studio/use-checks'

type Document = Record<string, unknown>

const FOLDER = 'scenarios'
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.scenario.json'))
const SHIPPED = NAMES.map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Document)
const floors: FindFloor = (id) => {
  const text = readFileSync(join(FOLDER, 'floors', `${id}.floor.json`), 'utf8')
  return openFloor(text, { ending: '.floor.json' }).value ?? 'invalid'
}
const errorsOf = (document: unknown) =>
  checkDocument('scenario', document, floors).issues.filter(({ severity }) => severity === 'error')
const placesOf = (document: unknown): Path[] => [
  ...outlineOf(document).flatMap(({ path, choices }) => [path, ...choices.map((choice) => choice.path)]),
  ...everywhereIn(document).map(({ path }) => path),
]
const throughClipboard = (document: unknown, paths: readonly Path[]) => {
  const parts = partsFrom(JSON.stringify(copyParts(document, paths)))
  if (!parts) throw new Error('what was copied is not known again')
  return parts
}
const picked = fc
  .record({ which: fc.nat(), picks: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }) })
  .map(({ which, picks }) => {
    const document = SHIPPED[which % SHIPPED.length]!
    const places = placesOf(document)
    return { document, paths: [...new Set(picks.map((pick) => places[pick % places.length]!))] }
  })

const SMALL = () => ({
  id: 'small',
  machine: {
    initial: 'a',
    states: {
      a: {
        on: {
          go: { target: 'b' },
          twice: [{ target: 'b' }, { target: 'gone' }],
        },
        after: { '30000': { target: 'g' } },
      },
      b: { on: { back: { target: 'a' }, in: { target: '#small.g.inner' } } },
      g: {
        states: { inner: { on: { out: { target: '#small.b' }, beside: { target: 'other' } } }, other: {} },
      },
    },
  },
})
const leadsOf = (document: unknown) =>
  Object.fromEntries(
    outlineOf(document).map(({ name, choices }) => [name, choices.map(({ leadsTo }) => leadsTo)]),
  )

describe('scenes and choices that are copied', () => {
  it('lead to each other’s copies, and elsewhere as before', () => {
    const document = SMALL()
    const after = create<Document>(document, (next) => {
      pasteParts(
        next,
        throughClipboard(document, [
          ['machine', 'states', 'a'],
          ['machine', 'states', 'b'],
        ]),
        undefined,
      )
    })
    expect(leadsOf(after)).toMatchObject({
      ...leadsOf(document),
      'a-2': ['b-2', 'b-2', 'gone', 'g'],
      'b-2': ['a-2', 'g.inner'],
    })
  })

  it('groups come with what they hold, and a scene of a group leads on out of it', () => {
    const document = SMALL()
    const after = create<Document>(document, (next) => {
      pasteParts(
        next,
        throughClipboard(document, [
          ['machine', 'states', 'g'],
          ['machine', 'states', 'g', 'states', 'inner'],
        ]),
        undefined,
      )
    })
    expect(leadsOf(after)).toMatchObject({ 'g-2.inner': ['b', 'g-2.other'] })
    const alone = create<Document>(document, (next) => {
      pasteParts(next, throughClipboard(document, [['machine', 'states', 'g', 'states', 'inner']]), undefined)
    })
    expect(leadsOf(alone)).toMatchObject({ inner: ['b', 'g.other'] })
  })

  it('choices come beside those that are there, under a free id or as another branch', () => {
    const document = SMALL()
    const scene = ['machine', 'states', 'a']
    const paths = [
      [...scene, 'on', 'go'],
      [...scene, 'on', 'twice', 1],
      [...scene, 'after', '30000'],
    ]
    let made: Path[] = []
    const after = create<Document>(document, (next) => {
      made = pasteParts(next, throughClipboard(document, paths), scene)
    })
    expect(made.map((path) => path.slice(3))).toEqual([
      ['on', 'go-2'],
      ['on', 'twice-2'],
      ['after', '30000', 1],
    ])
    expect(at(after, [...scene, 'on', 'twice-2'])).toEqual({ target: 'gone' })
  })

  it('a target that is not there in another scenario is kept and becomes an issue', () => {
    const [from, into] = [SHIPPED[0]!, SHIPPED[1]!]
    const scene = outlineOf(from).find(
      ({ choices, name }) =>
        !name.includes('.') &&
        choices.some(
          ({ leadsTo }) => leadsTo !== undefined && !outlineOf(into).some((one) => one.name === leadsTo),
        ),
    )!
    const before = errorsOf(into).length
    const after = create(into, (next) => {
      pasteParts(next, throughClipboard(from, [scene.path]), undefined)
    })
    const copy = outlineOf(after).at(-1)!
    expect(copy.choices.map(({ leadsTo }) => leadsTo)).toEqual(scene.choices.map(({ leadsTo }) => leadsTo))
    const found = errorsOf(after)
    expect(found.length).toBeGreaterThan(before)
    expect(found.map(({ code }) => code)).toContain('dangling-target')
  })

  it('keep every id once and all that was there, in any scenario', () => {
    fc.assert(
      fc.property(picked, fc.nat(), ({ document, paths }, where) => {
        const into = SHIPPED[where % SHIPPED.length]!
        const scene = outlineOf(into)[0]!.path
        let made: Path[] = []
        const after = create(into, (next) => {
          made = pasteParts(next, throughClipboard(document, paths), scene)
        })
        expect(new Set(made.map((path) => path.join('/'))).size).toBe(made.length)
        for (const path of made) expect(at(after, path)).toBeDefined()
        // Removing the copies restores the original.
        const back = create(after, (next) => removeParts(next, made))
        expect(JSON.parse(JSON.stringify(back))).toEqual(JSON.parse(JSON.stringify(withoutLists(back, into))))
      }),
      { numRuns: 100 },
    )
  })

  it('a duplicate beside the original finds no error that wasn’t there', () => {
    fc.assert(
      fc.property(picked, ({ document, paths }) => {
        const scenes = paths.filter((path) => path.at(-2) === 'states')
        const codes = new Set(errorsOf(document).map(({ code }) => code))
        const after = create(document, (next) => void duplicateParts(next, scenes))
        const found = errorsOf(after).filter(({ code }) => !codes.has(code))
        // The only possible fault of a copy is that nothing leads to it.
        expect(found.map(({ code }) => code).filter((code) => !code.includes('unreachable'))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('other texts on the clipboard are left alone', () => {
    for (const text of [
      '',
      'hold-the-line/parts',
      '{"mark":"hold-the-line/parts"}',
      '[1]',
      '{"mark":"hold-the-line/parts","format":2,"scenes":[{"id":"a","name":"a","state":{"on":{}}}]}',
    ]) {
      expect(partsFrom(text)).toBeUndefined()
    }
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(partsFrom(text)).toBeUndefined()
      }),
    )
  })
})

/** A branch that got another one beside it stays in a list afterwards, which means the same. */
function withoutLists(back: unknown, original: unknown): unknown {
  if (Array.isArray(back) && !Array.isArray(original) && back.length === 1) return [original]
  if (typeof back !== 'object' || back === null || typeof original !== 'object' || original === null)
    return original
  if (Array.isArray(original)) return original
  return Object.fromEntries(
    Object.entries(original).map(([key, value]) => [key, withoutLists((back as Document)[key], value)]),
  )
}

describe('several parts that are deleted', () => {
  it('are gone in whatever order they were selected, the branches of a choice among them', () => {
    const branches = () => ['one', 'two', 'three'].map((target) => ({ target }))
    const document = () => ({
      machine: {
        states: { hello: { on: {} }, offer: { on: { leave: branches() } }, end: { type: 'final' } },
      },
    })
    const leave = ['machine', 'states', 'offer', 'on', 'leave']
    const hello = ['machine', 'states', 'hello']
    const paths: Path[] = [[...leave, 0], hello, [...leave, 1]]
    for (const selected of [paths, paths.toReversed(), [paths[1]!, paths[0]!, paths[2]!]]) {
      const after = create(document(), (next) => removeParts(next, selected))
      expect(at(after, leave)).toEqual([{ target: 'three' }])
      expect(Object.keys(after.machine.states)).toEqual(['offer', 'end'])
    }
  })

  it('are gone, those beside them stay', () => {
    fc.assert(
      fc.property(picked, ({ document, paths }) => {
        const gone = paths.map((path) => at(document, path))
        const after = create(document, (next) => removeParts(next, paths))
        const left = placesOf(after).map((path) => JSON.stringify(at(after, path)))
        const kept = placesOf(document).filter(
          (path) =>
            !paths.some(
              (other) => other.every((key, i) => path[i] === key) || path.every((key, i) => other[i] === key),
            ),
        )
        for (const path of kept) expect(left).toContain(JSON.stringify(at(document, path)))
        expect(gone.every((part) => part !== undefined)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('parts that are called like the kinds of choices', () => {
  const KINDS = ['on', 'after', 'always', 'states'] as const
  const scene = () => ({
    meta: {},
    on: Object.fromEntries(KINDS.map((kind) => [kind, [{ target: 'after' }, { target: 'on' }]])),
    after: { '9000': [{ target: 'on' }, { target: 'after' }] },
    always: [{ target: 'on' }, { target: 'after' }],
  })
  const document = () => ({
    id: 'own',
    machine: {
      on: { after: { target: '.on' }, on: { target: '.after' } },
      states: { on: { ...scene(), states: { after: scene() } }, after: {} },
    },
  })

  it('are copied beside themselves, every one of them, and nothing else changes', () => {
    const choices = choicesIn(document())
    expect(choices.length).toBe(2 + 2 * 12)
    for (const { path, kind, leadsTo } of choices) {
      const after = create(document(), (next) => {
        const [copy, ...more] = duplicateParts(next, [path])
        expect(more).toEqual([])
        const made = choicesIn(next).find((one) => keyOf(one.path) === keyOf(copy!))
        expect(made?.kind).toBe(kind)
        expect(made?.leadsTo).toBe(leadsTo)
        expect(sceneOf(copy!)).toEqual(sceneOf(path))
        removeParts(next, [copy!])
      })
      expect(after).toEqual(document())
    }
  })

  it('are pasted with their own names', () => {
    for (const { path, kind } of choicesIn(document())) {
      const into = { id: 'other', machine: { states: { here: {} } } }
      pasteParts(into, throughClipboard(document(), [path]), ['machine', 'states', 'here'])
      const key = kind === 'always' ? undefined : path[sceneOf(path).length + 1]
      const there = at(into, ['machine', 'states', 'here', kind])
      expect(there).toBeDefined()
      if (key !== undefined) expect(Object.keys(there as object)).toEqual([key])
    }
  })
})
