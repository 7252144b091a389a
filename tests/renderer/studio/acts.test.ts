import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasErrors } from '../../../src/domain/scenario/issue'
import { openFloor } from '../../../src/domain/scenario/open'
import { listNodes, resolveTarget } from '../../../src/domain/scenario/nodes'
import type { Scenario } from '../../../src/domain/scenario/schema'
import {
  addEnding,
  addReply,
  addScene,
  idFor,
  leadingTo,
  move,
  remove,
  renameScene,
} from '../../../src/renderer/studio/acts'
import { at, outlineOf, selectedAt, type Path } from '../../../src/renderer/studio/outline'
import { SCHEMAS } from '../../../src/renderer/studio/document-store'
import { checkDocument, type FindFloor } from '../../../src/renderer/studio/use-checks'

const FOLDER = 'scenarios'
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.scenario.json'))
const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Record<string, unknown>
const floors: FindFloor = (id) => {
  const text = readFileSync(join(FOLDER, 'floors', `${id}.floor.json`), 'utf8')
  return openFloor(text, { ending: '.floor.json' }).value ?? 'invalid'
}
const errorsOf = (document: unknown) => {
  const { issues } = checkDocument('scenario', document, floors)
  return issues.filter(({ severity }) => severity === 'error')
}

describe.each(NAMES)('the outline of %s', (name) => {
  const document = read(name)
  const scenes = outlineOf(document)

  it('has every scene and every choice once', () => {
    const nodes = listNodes(document as unknown as Scenario).slice(1)
    expect(scenes.map((scene) => scene.name).toSorted()).toEqual(nodes.map(({ path }) => path).toSorted())
    const choices = scenes.flatMap((scene) => scene.choices.map(({ path }) => path.join('/')))
    expect(choices.toSorted()).toEqual(
      nodes
        .flatMap(({ transitions }) => transitions.map(({ keys }) => keys.map(String).join('/')))
        .toSorted(),
    )
  })

  it('says where each choice leads', () => {
    const known = new Set(scenes.map((scene) => scene.name))
    for (const { choices } of scenes) {
      for (const { leadsTo } of choices) if (leadsTo !== undefined) expect(known).toContain(leadsTo)
    }
  })

  it('finds its way from a place back to the part that holds it', () => {
    for (const { path, choices } of scenes) {
      expect(selectedAt([...path, 'meta', 'beats', 0, 'text', 'en'])).toEqual({ what: 'scene', path })
      for (const choice of choices) {
        expect(selectedAt([...choice.path, 'meta', 'say', 'fr'])).toEqual({
          what: 'choice',
          path: choice.path,
        })
      }
    }
  })

  it('stays whole when a scene gets another name', () => {
    expect(hasErrors(errorsOf(document))).toBe(false)
    for (const scene of scenes.filter(({ depth }) => depth === 0).slice(0, 4)) {
      const renamed = structuredClone(document)
      const before = leadingTo(renamed, scene.name).length
      renameScene(renamed, scene.path, 'renamed-here')
      expect(leadingTo(renamed, 'renamed-here')).toHaveLength(before)
      expect(errorsOf(renamed)).toEqual([])
    }
  })
})

describe('acts on a scenario', () => {
  const document = read(NAMES[0]!)

  it('add a scene, an ending and a reply, of which the checks say what is still to be done', () => {
    const draft = structuredClone(document)
    const scene = addScene(draft, 'new-scene', { en: 'New scene', fr: 'Nouvelle scène' })
    addEnding(draft, 'new-ending', { en: 'New ending', fr: 'Nouvelle fin' })
    addReply(draft, scene, { en: 'Who are you?', fr: 'Qui êtes-vous ?' }, 'who')
    const codes = new Set(errorsOf(draft).map(({ code }) => code))
    expect(codes).toContain('unreachable-scene')
    expect([...codes].filter((code) => ['wrong-type', 'missing', 'bad-value'].includes(code))).toEqual([])
  })

  it('move a reply among its siblings and back', () => {
    const draft = structuredClone(document)
    const scene = outlineOf(draft).find(({ choices }) => choices.length > 2)!
    const { path } = scene.choices[0]!
    move(draft, path, 1)
    const order = () =>
      outlineOf(draft)
        .find(({ name }) => name === scene.name)!
        .choices.map(({ event }) => event)
    expect(order().slice(0, 2)).toEqual([scene.choices[1]!.event, scene.choices[0]!.event])
    move(draft, path, -1)
    expect(order()).toEqual(scene.choices.map(({ event }) => event))
    expect(JSON.stringify(draft)).toBe(JSON.stringify(document))
  })

  it('make ids of words that fit and are free', () => {
    expect(idFor('Qui êtes-vous ?', new Set(), 'reply')).toBe('qui-etes-vous')
    expect(idFor('1. Stop!', new Set(), 'reply')).toBe('stop')
    expect(idFor('…', new Set(['reply']), 'reply')).toBe('reply-2')
    expect(idFor('constructor', new Set(), 'reply')).toBe('reply')
  })
})

/** Returns the paths of all lists of a document, those within others too. */
function listsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  const within = Object.entries(value).flatMap(([key, part]) =>
    listsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return Array.isArray(value) ? [path, ...within] : within
}

describe('a list of which everything is removed', () => {
  const KINDS = [
    ['scenario', NAMES],
    ['course', readdirSync(join(FOLDER, 'courses')).map((name) => join('courses', name))],
    ['floor', readdirSync(join(FOLDER, 'floors')).map((name) => join('floors', name))],
  ] as const

  const clear = (document: Record<string, unknown>, path: Path, kind: keyof typeof SCHEMAS) => {
    for (let { length } = at(document, path) as unknown[]; length > 0; length -= 1) {
      remove(document, [...path, 0], SCHEMAS[kind])
    }
  }

  it.each(KINDS)('is not missing afterwards where a %s needs it', (kind, names) => {
    const documents = names.map(read)
    // One list of each sort is enough: the schema is the same for all of them.
    const lists = new Map(
      documents.flatMap((document) =>
        listsIn(document).map((path) => {
          const sort = path.filter((key) => typeof key === 'string').slice(-2)
          return [sort.join('/'), [document, path] as const] as const
        }),
      ),
    )
    expect(lists.size).toBeGreaterThan(0)
    for (const [document, path] of lists.values()) {
      const draft = structuredClone(document)
      clear(draft, path, kind)
      const { issues } = checkDocument(kind, draft, floors)
      expect(issues.filter(({ code, params }) => code === 'missing' && params.what === 'key')).toEqual([])
    }
  })

  it('stays, empty, or goes, as its place has it', () => {
    const draft = read(NAMES[0]!)
    const meta = [...outlineOf(draft).find(({ first }) => first)!.path, 'meta']
    clear(draft, ['sources'], 'scenario')
    clear(draft, [...meta, 'beats'], 'scenario')
    expect(draft['sources']).toEqual([])
    expect(at(draft, meta)).not.toHaveProperty('beats')
    expect(errorsOf(draft).filter(({ keys }) => keys.path[0] === 'sources')).toEqual([])
  })

  it('takes the time limits along that have become empty, but not a reply that is called like them', () => {
    const draft = {
      machine: {
        states: { after: { meta: {}, after: { '9000': [{ target: 'x' }] }, on: { after: { guard: {} } } } },
      },
    }
    const scene = ['machine', 'states', 'after']
    remove(draft, [...scene, 'after', '9000', 0], SCHEMAS.scenario)
    remove(draft, [...scene, 'on', 'after', 'guard'], SCHEMAS.scenario)
    expect(at(draft, scene)).toEqual({ meta: {}, on: { after: {} } })
  })
})

/** Returns, for each choice and for each group, the number of the scene to which it leads. */
function waysOf(document: Record<string, unknown>): unknown[] {
  const nodes = listNodes(document as unknown as Scenario)
  const byPath = new Map(nodes.map((node) => [node.path, node]))
  return nodes.map((node) => [
    node.node.initial !== undefined && Object.keys(node.node.states ?? {}).indexOf(node.node.initial),
    node.transitions.map(({ transition: { target } }) =>
      target === undefined ? 'stays' : nodes.indexOf(resolveTarget(node, target, byPath, 'own')!),
    ),
  ])
}

interface Scenes {
  readonly states: Record<string, Scenes & { on?: unknown; after?: unknown; always?: unknown }>
}
const NAMED = ['on', 'after', 'always', 'states', 'meta', 'target', 'a', 'b', 'own'] as const
const { tree } = fc.letrec<{ tree: Scenes }>((tie) => ({
  tree: fc
    .dictionary(
      fc.constantFrom(...NAMED),
      fc.oneof({ maxDepth: 3 }, fc.constant({ states: {} }), tie('tree')),
      {
        minKeys: 1,
        maxKeys: 3,
      },
    )
    .map((states) => ({ states })),
}))

/** Makes a scenario of nested groups, whose choices name their scenes in every way that there is. */
const generated = fc
  .record({ machine: tree, picks: fc.array(fc.nat(), { minLength: 8, maxLength: 40 }) })
  .map(({ machine, picks }) => {
    // Parts that are equal must not be the same object, and `structuredClone` would keep them so.
    const document = { id: 'own', machine: JSON.parse(JSON.stringify(machine)) as Scenes }
    const nodes = listNodes(document as unknown as Scenario)
    let next = 0
    const pick = () => picks[next++ % picks.length]! + next
    for (const { path, node, parent } of nodes) {
      const around = parent?.path ?? ''
      const target = (): { target?: string } => {
        const to = nodes[1 + (pick() % (nodes.length - 1))]!.path
        const within = (base: string) =>
          base === '' ? to : to.startsWith(`${base}.`) && to.slice(base.length + 1)
        const ways = [`#own.${to}`]
        if (within(path) !== false) ways.push(`.${String(within(path))}`)
        if (parent && within(around) !== false) ways.push(String(within(around)))
        return { target: ways[pick() % ways.length]! }
      }
      Object.assign(node, {
        on: { after: target(), on: [target(), {}, target()] },
        after: { '9000': target() },
      })
      if (parent) Object.assign(node, { always: [target()] })
      const children = Object.keys(node.states ?? {})
      if (children.length > 0) Object.assign(node, { initial: children[pick() % children.length] })
    }
    return document
  })

describe('a scene or a group with another name', () => {
  const renamedEach = (document: Record<string, unknown>) => {
    const before = waysOf(document)
    expect(before.flat(3)).not.toContain(-1)
    for (const { path, id } of outlineOf(document)) {
      const renamed = structuredClone(document)
      const now = renameScene(renamed, path, `${id}-2`)
      expect(at(renamed, now)).toBeDefined()
      expect(at(renamed, path)).toBeUndefined()
      expect(waysOf(renamed)).toEqual(before)
    }
  }

  it('is still where every choice leads that led there, in what we ship', () => {
    for (const document of NAMES.map(read)) {
      const { id } = document
      const own = JSON.stringify(document).replaceAll(`"#${String(id)}.`, '"#own.')
      renamedEach({ ...(JSON.parse(own) as Record<string, unknown>), id: 'own' })
    }
  })

  it('is still where every choice leads that led there, in any scenario', () => {
    fc.assert(fc.property(generated, renamedEach), { numRuns: 80 })
  })

  it('leaves targets alone that begin with the id of another scenario', () => {
    const draft = { id: 'own', machine: { states: { a: { on: { go: { target: '#old.a' } } }, b: {} } } }
    renameScene(draft, ['machine', 'states', 'a'], 'c')
    expect(draft.machine.states).toEqual({ c: { on: { go: { target: '#old.a' } } }, b: {} })
  })
})
