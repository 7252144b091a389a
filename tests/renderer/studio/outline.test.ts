import { describe, expect, it } from 'vitest'
import { choicesFor } from '../../../src/renderer/studio/form/refs'
import { choicesIn, isScene, kindAt, outlineOf, sceneOf } from '../../../src/renderer/studio/outline'

const KINDS = ['on', 'after', 'always', 'states', 'meta'] as const

/** Scenes and replies with the names of what a scene consists of, which an import may give them. */
const document = () => {
  const branches = () => [{ target: 'on' }, { target: 'after' }]
  const scene = () => ({
    meta: {},
    on: Object.fromEntries(KINDS.map((kind) => [kind, branches()])),
    after: { '9000': branches() },
    always: branches(),
  })
  return {
    id: 'own',
    cast: { mara: { name: 'Mara', channel: 'call' } },
    desk: { directory: [{ id: 'bank', name: 'The bank' }] },
    machine: {
      on: { on: { target: '.on' } },
      states: Object.fromEntries(KINDS.map((kind) => [kind, { ...scene(), states: { [kind]: scene() } }])),
    },
  }
}

describe('a place of a scenario', () => {
  const scenes = outlineOf(document())
  const choices = choicesIn(document())

  it('is a scene or a choice by where it is, whatever it is called', () => {
    expect(scenes).toHaveLength(10)
    expect(choices).toHaveLength(1 + 10 * 14)
    for (const { path, choices: own } of scenes) {
      expect(isScene(path)).toBe(true)
      expect(sceneOf(path)).toEqual(path)
      for (const choice of own) expect(sceneOf(choice.path)).toEqual(path)
    }
    for (const { path, kind } of choices) {
      expect(isScene(path)).toBe(false)
      expect(kindAt(path)).toBe(kind)
    }
    expect(isScene(['cast', 'states', 'x'])).toBe(false)
  })

  it('offers the people who may speak in a scene, and the directory in a choice', () => {
    const facts = { document: document(), shared: undefined, others: [], narrator: 'Nobody' }
    const offered = (path: (typeof scenes)[number]['path']) =>
      choicesFor('contact', [...path, 'meta', 'contact'], facts, String)?.map(({ id }) => id)
    for (const { path } of scenes) expect(offered(path)).toEqual(['mara'])
    for (const { path } of choices) expect(offered(path)).toEqual(['bank'])
  })

  it('is not a target with the id of another scenario', () => {
    const target = (name: string) => {
      const states = { a: { on: { go: { target: name } } }, 'b.a': {}, b: { states: { a: {} } } }
      return choicesIn({ id: 'own', machine: { states } })[0]!.leadsTo
    }
    expect(target('#own.b.a')).toBe('b.a')
    expect(target('#own')).toBe('')
    expect(scenes.map(({ name }) => name)).not.toContain(target('#old.b.a'))
    expect(target('#old.b.a')).toBe('#old.b.a')
  })
})
