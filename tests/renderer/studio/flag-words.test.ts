import { expect, it } from 'vitest'
import { flagsInWords } from '../../../src/renderer/studio/flag-words'

it('shows flags as words', () => {
  expect(flagsInWords(['contact-changed', 'data-told'])).toBe('contact changed, data told')
})
