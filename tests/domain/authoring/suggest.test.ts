import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  gapAt,
  namesAt,
  opensWith,
  pathTo,
  readTolerantly,
  valuesAt,
} from '../../../src/domain/authoring/suggest'
import { courseSchema } from '../../../src/domain/course'
import { scenarioSchema } from '../../../src/domain/scenario/schema'
import { TOOLS } from '../../../src/domain/scenario/tools'
import { TACTICS, TRUTHS } from '../../../src/domain/scenario/vocabulary'
import { shippedScenarios } from './shipped'

/** Returns the suggestions at the place of `|`. */
function offered(marked: string, schema = scenarioSchema as Parameters<typeof namesAt>[0]) {
  const at = marked.indexOf('|')
  const text = marked.replace('|', '')
  const gap = gapAt(text, at)
  if (!gap) return undefined
  const root = readTolerantly(text)
  return gap.kind === 'name'
    ? namesAt(schema, root, gap.path).map(({ name }) => name)
    : valuesAt(schema, root, gap.path)
}

const inChoice = (inner: string) => `{ "machine": { "states": { "hook": { "on": { "pay": ${inner} } } } } }`

describe('what may be written at a place', () => {
  it('names of the header that are not there yet, however broken the rest is', () => {
    const names = offered('{ "title": {"en": "x"}, "tr|" \n "cast": [')
    expect(names).toContain('truth')
    expect(names).not.toContain('title')
    expect(offered('{ | }', courseSchema)).toContain('modules')
  })

  it('the words of the vocabulary, in quotes or without', () => {
    expect(offered('{ "truth": "|" }')).toEqual(TRUTHS)
    expect(offered('{ "truth": | ')).toEqual(TRUTHS)
    expect(offered('{ "tactics": ["urgency", |] }')).toEqual(TACTICS)
    expect(offered(inChoice('{ "meta": { "tool": "|" } }'))).toEqual(TOOLS)
  })

  it('of an action its kinds, and the details of its own kind', () => {
    expect(offered(inChoice('{ "actions": [{ "type": "|raise" }] }'))).toContain('assess')
    expect(offered(inChoice('{ "actions": [{ "type": "raise", "params": { | } }] }'))).toEqual(['flag'])
    expect(offered(inChoice('{ "actions": [{ "type": "assess", "params": { | } }] }'))).toContain('points')
  })

  it('of a choice with one branch or several', () => {
    expect(offered(inChoice('{ | }'))).toContain('target')
    expect(offered(inChoice('[{ "target": "a" }, { | }]'))).toContain('guard')
  })

  it('nothing where only a comma can stand', () => {
    expect(offered('{ "truth": "attack" | }')).toBeUndefined()
    expect(offered('{ "truth" | }')).toBeUndefined()
    expect(offered('| ')).toBeUndefined()
  })

  it('a value is opened as its part asks', () => {
    const opens = (name: string) =>
      opensWith(namesAt(scenarioSchema, undefined, []).find((one) => one.name === name)!.schema)
    expect([opens('machine'), opens('tactics'), opens('truth'), opens('minutes'), opens('title')]).toEqual([
      '{',
      '[',
      '"',
      '',
      '{',
    ])
  })

  it('a place has a path from the root, in a name, a value or between them', () => {
    const text = '{ "a": { "b": [1, { "c": "x" }], "d" '
    const at = (words: string) => pathTo(text, text.indexOf(words) + 1)
    expect(at('"a"')).toEqual(['a'])
    expect(at('"b"')).toEqual(['a', 'b'])
    expect(at('1')).toEqual(['a', 'b', 0])
    expect(at('"x"')).toEqual(['a', 'b', 1, 'c'])
    expect(at('"d"')).toEqual(['a', 'd'])
    expect(pathTo(text, 0)).toEqual([])
  })

  it('at every value of the shipped scenarios the path is that of the value', () => {
    for (const { text } of shippedScenarios.slice(0, 3)) {
      const places = [...text.matchAll(/": "/g)].map(({ index }) => index + 4)
      fc.assert(
        fc.property(fc.nat(places.length - 1), (n) => {
          const gap = gapAt(text, places[n]!)!
          let value = JSON.parse(text) as never
          for (const key of gap.path) value = value[key]
          expect(pathTo(text, places[n]!)).toEqual(gap.path)
          expect(JSON.parse(text.slice(gap.from, gap.to))).toBe(value)
        }),
      )
    }
  })
})
