import { describe, expect, it } from 'vitest'
import { compare } from '../../../src/domain/authoring/compare'
import { withSceneRenamed } from '../../../src/domain/authoring/keyed'
import { merge } from '../../../src/domain/authoring/merge'
import { fixesFor } from '../../../src/domain/authoring/fixes'
import { applyPatches } from '../../../src/domain/authoring/patch'
import { error, issuesOf } from '../../../src/domain/scenario/issue'
import { scenarioSchema } from '../../../src/domain/scenario/schema'
import { renameScene } from '../../../src/renderer/studio/acts'
import type { Loose } from './loose'

/** A scenario in which a name stands at the top and in a group, and every way of naming a scene is used. */
const begun = (end = 'end'): Loose => ({
  id: 'own',
  machine: {
    initial: 'start',
    on: { stop: { target: `.${end}` }, inside: { target: '.g.end' } },
    states: {
      start: {
        on: { go: { target: 'g' }, deep: { target: 'g.end' } },
        after: { 5000: [{ target: end, guard: 'x' }, { target: '#own.g.end' }] },
      },
      g: {
        initial: 'a',
        states: {
          a: { on: { stay: { target: 'end' }, leave: { target: `#own.${end}` } }, always: { target: 'end' } },
          end: { on: { back: { target: 'a' }, own: { target: '.end' } }, meta: { title: { en: 'Inner' } } },
        },
      },
      [end]: { type: 'final', meta: { title: { en: 'End' }, target: 'end' } },
    },
  },
})

const edit = (change: (document: Loose) => void): Loose => {
  const document = begun()
  change(document)
  return document
}

describe('a scene that gets another name', () => {
  it('takes along what leads to it, and nothing that leads to a scene of that name elsewhere', () => {
    const after = begun('finish')
    expect(withSceneRenamed(begun(), ['machine', 'states', 'end'], 'finish')).toEqual(after)
    const acted = begun()
    renameScene(acted, ['machine', 'states', 'end'], 'finish')
    expect(acted).toEqual(after)
  })

  it('takes along what leads into it, and what leads from it stays', () => {
    const group = JSON.parse(
      JSON.stringify(begun())
        .replace('".g.end"', '".h.end"')
        .replace('"g"', '"h"')
        .replace('"g.end"', '"h.end"')
        .replace('#own.g.end', '#own.h.end')
        .replace('"g":', '"h":'),
    ) as Loose
    expect(withSceneRenamed(begun(), ['machine', 'states', 'g'], 'h')).toEqual(group)
    const acted = begun()
    renameScene(acted, ['machine', 'states', 'g'], 'h')
    expect(acted).toEqual(group)
  })

  it('takes along its siblings in a group alone', () => {
    const inner = edit(({ machine }) => {
      const { g, start } = machine.states
      machine.on.inside.target = '.g.last'
      start.on.deep.target = 'g.last'
      start.after[5000][1].target = '#own.g.last'
      g.states.a.on.stay.target = 'last'
      g.states.a.always.target = 'last'
      g.states = { a: g.states.a, last: g.states.end }
    })
    const path = ['machine', 'states', 'g', 'states', 'end']
    expect(withSceneRenamed(begun(), path, 'last')).toEqual(inner)
    const acted = begun()
    renameScene(acted, path, 'last')
    expect(acted).toEqual(inner)
  })

  it('is all that a comparison tells', () => {
    const changes = compare(begun(), begun('finish'), scenarioSchema)
    expect(changes.map(({ code, params }) => [code, params])).toEqual([
      ['scene-renamed', { was: 'end', scene: 'finish' }],
    ])
  })

  it('leaves a choice that the other side added where it led', () => {
    const theirs = edit(({ machine }) => {
      machine.states.g.states.a.on.added = { target: 'end' }
      machine.states.start.on.added = { target: 'end' }
    })
    for (const [one, other] of [
      [begun('finish'), theirs],
      [theirs, begun('finish')],
    ]) {
      const { value, conflicts } = merge(begun(), one, other, scenarioSchema)
      expect(conflicts).toEqual([])
      const { states } = (value as Loose).machine
      expect(states.g.states.a.on.added.target).toBe('end')
      expect(states.start.on.added.target).toBe('finish')
    }
  })

  it('is mended without touching a scene of that name elsewhere', () => {
    const wrong = JSON.parse(JSON.stringify(begun('The End')).replaceAll('"end"', '"The End"')) as Loose
    const path = ['machine', 'states', 'The End']
    const check = (value: unknown) =>
      Object.hasOwn((value as Loose).machine.states, 'The End')
        ? issuesOf([error('bad-id', path, { what: 'letters', id: 'The End' })], value)
        : []
    const [fix] = fixesFor(wrong, check(wrong)[0]!, { check })
    const { machine } = applyPatches(wrong, fix!.patches) as Loose
    expect(machine.on.stop.target).toBe('.the-end')
    expect(machine.states.start.after[5000][0].target).toBe('the-end')
    expect(machine.states.g.states.a.on.leave.target).toBe('#own.the-end')
    expect(machine.states.g.states.a.on.stay.target).toBe('The End')
  })
})
