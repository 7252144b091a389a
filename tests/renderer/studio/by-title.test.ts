import { expect, it } from 'vitest'
import { byTitle } from '../../../src/renderer/studio/by-title'

const row = (id: string, en: string, fr: string) => ({ id, title: { en, fr } })
const ROWS = [
  row('airport-call', 'A call from the airport', 'Un appel de l’aéroport'),
  row('already-in', 'Second round', 'Écran noir'),
  row('bank-twin', 'Is this payment yours?', 'Zone rouge'),
  row('bank-on-the-line', 'Is this payment yours?', 'Zone rouge'),
  { id: 'new-one', title: {} },
]
const sorted = (language: 'en' | 'fr') =>
  byTitle(ROWS, (title) => (title as Partial<Record<string, string>>)[language] ?? '', language).map(
    ({ id }) => id,
  )

it('sorts documents by title in the language of the page, twins by id', () => {
  expect(sorted('en')).toEqual(['airport-call', 'bank-on-the-line', 'bank-twin', 'new-one', 'already-in'])
  expect(sorted('fr')).toEqual(['already-in', 'new-one', 'airport-call', 'bank-on-the-line', 'bank-twin'])
})
