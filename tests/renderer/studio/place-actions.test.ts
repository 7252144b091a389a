import { describe, expect, it, vi } from 'vitest'
import { COMMAND_IDS } from '../../../src/renderer/studio/commands'
import { SECTIONS } from '../../../src/renderer/studio/outline'
import { panesOf } from '../../../src/renderer/studio/panes'
import { placeActions } from '../../../src/renderer/studio/place-actions'

const made = (change: Partial<Parameters<typeof placeActions>[0]> = {}) => {
  const calls = {
    onPane: vi.fn(),
    onSection: vi.fn(),
    onMap: vi.fn(),
    onGuide: vi.fn(),
    onCompare: vi.fn(),
    onMenu: vi.fn(),
  }
  const facts = {
    panes: panesOf('scenario', true),
    isScenario: true,
    readOnly: false,
    map: () => null,
    published: null,
    ...calls,
    ...change,
  }
  return { actions: placeActions(facts), calls }
}

describe('commands that lead to a place', () => {
  it('reach every pane of the document and every part of the form, and no other', () => {
    const { actions, calls } = made()
    for (const pane of panesOf('scenario', true)) actions[`pane-${pane}`]!()
    expect(calls.onPane.mock.calls.flat()).toEqual(panesOf('scenario', true))
    for (const section of SECTIONS) actions[`section-${section}` as 'section-about']!()
    expect(calls.onSection.mock.calls.flat()).toEqual(SECTIONS)
    expect(Object.keys(actions).every((id) => (COMMAND_IDS as string[]).includes(id))).toBe(true)

    const course = made({ panes: panesOf('course', false), isScenario: false }).actions
    expect(course['pane-proof']).toBeDefined()
    expect(course['pane-play']).toBeUndefined()
    expect(course['section-cast']).toBeUndefined()
    expect(course['map-fit']).toBeUndefined()
  })

  it('fit the map that is shown, and show one that is not', () => {
    const fit = vi.fn()
    const arrange = vi.fn()
    const shown = made({ map: () => ({ fit, arrange }) })
    shown.actions['map-fit']!()
    shown.actions['map-arrange']!()
    expect([fit, arrange].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
    expect(shown.calls.onMap).not.toHaveBeenCalled()
    const hidden = made()
    hidden.actions['map-fit']!()
    expect(hidden.calls.onMap).toHaveBeenCalledOnce()
  })

  it('compare with the newest version, where there is one', () => {
    const { actions, calls } = made()
    actions.compare!()
    actions['compare-file']!()
    expect(calls.onCompare.mock.calls.flat()).toEqual(['moment:0', 'file'])
    const published = made({ published: { number: 3 } })
    published.actions.compare!()
    expect(published.calls.onCompare).toHaveBeenCalledWith('version:3')
  })

  it('do what the menu of the window does, and change nothing that is only read', () => {
    const { actions, calls } = made({ readOnly: true })
    actions['zoom-in']!()
    actions['full-screen']!()
    expect(calls.onMenu.mock.calls.flat()).toEqual(['zoomIn', 'togglefullscreen'])
    expect(actions['map-arrange']).toBeUndefined()
    expect(actions.guide).toBeUndefined()
  })
})
