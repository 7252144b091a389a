// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { focusField, isOnWay, keyOfPath } from '../../../../src/renderer/studio/form/go-to'

afterEach(() => document.body.replaceChildren())

function form(): HTMLElement {
  const place = (path: readonly (string | number)[], inner: string) =>
    `<div data-path='${keyOfPath(path)}'>${inner}</div>`
  const section = document.createElement('section')
  section.innerHTML = `<h2>Scene</h2>${place(
    ['machine', 'states', 'a.b', 'meta'],
    place(
      ['machine', 'states', 'a.b', 'meta', 'beats'],
      `<legend>Lines</legend>${[0, 1]
        .map((i) =>
          place(
            ['machine', 'states', 'a.b', 'meta', 'beats', i],
            `<button class="studio-remove">x</button>${place(
              ['machine', 'states', 'a.b', 'meta', 'beats', i, 'text', 'en'],
              `<textarea id="text${i}"></textarea>`,
            )}`,
          ),
        )
        .join('')}`,
    ),
  )}`
  document.body.append(section)
  return section
}

const PATH = ['machine', 'states', 'a.b', 'meta', 'beats', 1]

describe('the way to a field', () => {
  it('ends in the very field, or in the first of what is around it', () => {
    const section = form()
    expect(focusField(section, [...PATH, 'text', 'en'])).toBe(true)
    expect(document.activeElement?.id).toBe('text1')
    focusField(section, [...PATH.slice(0, -1), 0])
    expect(document.activeElement?.id).toBe('text0')
    focusField(section, [...PATH, 'media', 'file'])
    expect(document.activeElement?.id).toBe('text1')
  })

  it('ends at the heading where the form has no place of it', () => {
    focusField(form(), ['elsewhere'])
    expect(document.activeElement?.textContent).toBe('Scene')
  })

  it('lies around the goal, whatever numbers are written as', () => {
    expect(isOnWay(['a', 0, 'b'], ['a', '0'])).toBe(true)
    expect(isOnWay(['a', 0], ['a', 0, 'b'])).toBe(false)
    expect(isOnWay(undefined, [])).toBe(false)
  })
})
