import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pathAt, placeOf, placesIn } from '../../../src/domain/authoring/text-place'
import { valueAt } from '../../../src/domain/scenario/json-path'
import { shippedScenarios } from './shipped'

function paths(value: unknown, path: PropertyKey[] = [], found: PropertyKey[][] = []): PropertyKey[][] {
  found.push(path)
  if (typeof value !== 'object' || value === null) return found
  for (const [key, own] of Object.entries(value)) {
    paths(own, [...path, Array.isArray(value) ? Number(key) : key], found)
  }
  return found
}

describe('places in a text', () => {
  it.each(shippedScenarios.slice(0, 4))('leads from each path of $name to its place and back', ({ text }) => {
    const document = JSON.parse(text) as unknown
    const places = placesIn(text)
    const all = paths(document)
    fc.assert(
      fc.property(fc.nat(), (n) => {
        const path = all[n % all.length]!
        const place = places.placeOf(path)
        expect(place.exact).toBe(true)
        const written = text.slice(place.offset, place.offset + place.length)
        const key = path[path.length - 1]
        const value = typeof key === 'string' ? written.slice(JSON.stringify(key).length + 1) : written
        expect(JSON.parse(value)).toEqual(valueAt(document, path))
        expect(places.pathAt(place.offset)).toEqual(path)
        expect(text.split('\n')[place.line - 1]!.slice(place.column - 1, place.column + 3)).toBe(
          written.split('\n')[0]!.slice(0, 4),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('shows what is around a place that is not there', () => {
    const text = '{\n  "title": { "en": "A" }\n}'
    expect(placeOf(text, ['title', 'fr'])).toMatchObject({ line: 2, column: 3, exact: false })
    expect(placeOf(text, ['machine', 'states'])).toMatchObject({ line: 1, column: 1, exact: false })
  })

  it('reads a text that is broken', () => {
    const text = '{\n  "title": { "en": "A" ,\n  "id": \n'
    expect(placeOf(text, ['title', 'en'])).toMatchObject({ line: 2, column: 14, exact: true })
    expect(pathAt(text, text.indexOf('"A"') + 1)).toEqual(['title', 'en'])
    expect(placeOf('', ['id'])).toMatchObject({ offset: 0, exact: false })
    expect(pathAt('', 0)).toEqual([])
  })
})
