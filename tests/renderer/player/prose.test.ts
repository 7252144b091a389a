import { describe, expect, it } from 'vitest'
import { cutAt, fill } from '../../../src/renderer/player/Prose'

describe('phrases that carry a cue', () => {
  it('are cut out where they stand', () => {
    expect(cutAt('Pay today, or else.', ['today'])).toEqual([
      { text: 'Pay ', marked: false },
      { text: 'today', marked: true },
      { text: ', or else.', marked: false },
    ])
  })

  it('may be several, at the edges too, and lose no letter', () => {
    const text = 'Nobody needs to know. The offer is gone at six.'
    const parts = cutAt(text, ['gone at six.', 'Nobody'])
    expect(parts.filter(({ marked }) => marked).map((part) => part.text)).toEqual(['Nobody', 'gone at six.'])
    expect(parts.map((part) => part.text).join('')).toBe(text)
  })

  it('leave the text alone where they are not in it or are empty', () => {
    expect(cutAt('Hello.', ['bye', ''])).toEqual([{ text: 'Hello.', marked: false }])
  })
})

describe('placeholders', () => {
  it('are filled in', () => {
    expect(fill('Hi {trainee} of {organisation}', { trainee: 'Priya', organisation: 'Northline' })).toBe(
      'Hi Priya of Northline',
    )
  })

  it('leave a text that is no message as it was written', () => {
    expect(fill('A brace { alone', { trainee: 'Priya' })).toBe('A brace { alone')
  })
})
