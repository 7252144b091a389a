import { expect, it } from 'vitest'
import { quoted } from '../../../src/domain/authoring/change-of'

const long = 'A title that is long enough to fill a whole line of the list, and then some more of the next'

it.each<[string, unknown, string]>([
  ['a text', 'Hello', 'Hello'],
  ['an emptied text', '', ''],
  ['a text in several languages', { en: 'Hello', fr: 'Bonjour' }, 'Hello'],
  ['a long text, whole', { en: long, fr: 'Bonjour' }, long],
  ['a number', 6, '6'],
  [
    'a part with texts and numbers',
    { title: { en: 'Onboarding', fr: 'Accueil' }, validMonths: 6 },
    'Onboarding, 6',
  ],
  ['a list', ['one', { id: 'two', text: { en: 'Second' } }], 'one, two, Second'],
  ['nothing', {}, '–'],
  ['nothing', null, '–'],
])('a change quotes what is to be read in %s', (_, value, said) => {
  expect(quoted(value)).toBe(said)
})

it('a change quotes no more than a line of a part with many values, and no half of a sign', () => {
  const text = quoted({ words: Array.from({ length: 60 }, () => '🛟') })
  expect(text.length).toBeGreaterThan(70)
  expect(text.length).toBeLessThanOrEqual(80)
  expect(text).toMatch(/^(🛟, )+.*…$/u)
  expect(text).not.toMatch(/[{}[\]"]/)
})
