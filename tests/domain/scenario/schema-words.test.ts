import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const FOLDER = path.resolve(__dirname, '../../../scenarios')
const schemas = readdirSync(FOLDER).filter((name) => name.endsWith('.schema.json'))

/** Returns properties without a description, as JSON pointers. Forbidden properties need none. */
function silent(schema: unknown, at = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = Array.isArray(schema) ? undefined : (schema as { properties?: unknown }).properties
  const properties = Object.entries((own ?? {}) as Record<string, unknown>).filter(
    ([, property]) => typeof property === 'object',
  )
  const without = properties.filter(
    ([, property]) => !/^.{10,}\.$/.test(String((property as { description?: unknown }).description)),
  )
  return [
    ...without.map(([name]) => `${at}/properties/${name}`),
    ...Object.entries(schema).flatMap(([key, part]) => silent(part, `${at}/${key}`)),
  ]
}

describe.each(schemas)('%s', (name) => {
  it('says a sentence about every property, which an editor shows', () => {
    const schema = JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as { properties: object }
    expect(Object.keys(schema.properties).length).toBeGreaterThan(2)
    expect(silent(schema)).toEqual([])
  })
})

it('a property without words is found wherever it stands', () => {
  const schema = {
    properties: { a: { description: 'What this one is.', anyOf: [{ properties: { b: {} } }] } },
  }
  expect(silent(schema)).toEqual(['/properties/a/anyOf/0/properties/b'])
})
