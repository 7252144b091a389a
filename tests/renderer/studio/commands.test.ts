import { describe, expect, it } from 'vitest'
import { COMMAND_IDS, COMMANDS, commandOf, keyParts } from '../../../src/renderer/studio/commands'
import { loadTexts } from '../../../src/texts/translate'

const pressed = (keys: string) => {
  const parts = keys.split('+')
  const key = parts.at(-1)!
  return {
    key: key.length === 1 && !parts.includes('Shift') ? key.toLowerCase() : key,
    ctrlKey: parts.includes('Mod'),
    metaKey: false,
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  }
}

describe('the commands of the Studio', () => {
  it('have a key each, and no key means two', () => {
    const keys = COMMAND_IDS.flatMap((id) => [...COMMANDS[id].keys])
    expect(new Set(keys).size).toBe(keys.length)
    for (const id of COMMAND_IDS) {
      expect(COMMANDS[id].keys.length).toBeGreaterThan(0)
      for (const key of COMMANDS[id].keys) expect(commandOf(pressed(key))).toBe(id)
    }
  })

  it('are meant by Command on a Mac, and by no letter alone', () => {
    expect(commandOf({ ...pressed('Mod+K'), ctrlKey: false, metaKey: true })).toBe('palette')
    expect(keyParts('palette', true)).toEqual(['⌘', 'K'])
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') expect(commandOf(pressed(letter))).toBeUndefined()
  })

  it.each(['en', 'fr'] as const)('are named in %s, each in its own way', async (locale) => {
    const t = await loadTexts(locale, 'studio-commands')
    const names = COMMAND_IDS.map((id) => t(id))
    expect(names.every((name) => name !== '')).toBe(true)
    expect(new Set(names).size).toBe(names.length)
  })
})
