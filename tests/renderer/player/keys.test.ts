import { describe, expect, it } from 'vitest'
import { shortcutOf } from '../../../src/renderer/player/keys'

const press = (key: string, more: Partial<Parameters<typeof shortcutOf>[0]> = {}) =>
  shortcutOf({
    key,
    code: '',
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    shiftKey: false,
    repeat: false,
    isComposing: false,
    getModifierState: () => false,
    ...more,
  })

describe('shortcutOf', () => {
  it('reads digits as replies, letters as tools and Space as the rest of the messages', () => {
    expect(press('3')).toEqual({ kind: 'reply', index: 2 })
    expect(press('r')).toEqual({ kind: 'letter', letter: 'r' })
    expect(press('R')).toEqual({ kind: 'letter', letter: 'r' })
    expect(press(' ')).toEqual({ kind: 'show-all' })
    for (const key of ['0', 'Enter', 'Tab', 'é', 'F5']) expect(press(key)).toBeUndefined()
  })

  it('finds the digits of a keyboard that has letters with accents in their place', () => {
    expect(press('é', { code: 'Digit2' })).toEqual({ kind: 'reply', index: 1 })
    expect(press('2', { code: 'Digit2', shiftKey: true })).toEqual({ kind: 'reply', index: 1 })
    expect(press('@', { code: 'Digit2', shiftKey: true })).toBeUndefined()
  })

  it('leaves a key with a modifier, a repeated one and one that composes a word alone', () => {
    for (const more of [
      { ctrlKey: true },
      { altKey: true },
      { metaKey: true },
      { repeat: true },
      { isComposing: true },
      { getModifierState: (key: string) => key === 'AltGraph' },
    ]) {
      for (const key of ['r', '1', ' ']) expect(press(key, more)).toBeUndefined()
    }
    expect(press('R', { shiftKey: true })).toBeUndefined()
    expect(press(' ', { shiftKey: true })).toBeUndefined()
  })
})
