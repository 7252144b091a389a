import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  attemptStatements,
  certificateStatements,
  PROFILE_VERSION,
  roundStatement,
  xapiProfile,
  type Statement,
} from '../../../src/domain/xapi'
import { CMI5, EXTENSIONS, VERBS } from '../../../src/domain/xapi/vocabulary'
import { attemptRecord, certificateRecord, named, roundRecord } from './records'

interface Template {
  id: string
  verb: string
  objectActivityType: string
  contextParentActivityType?: string[]
  rules: { location: string; presence: string }[]
}
interface Profile {
  id: string
  versions: { id: string }[]
  concepts: { id: string; type: string; inScheme: string; prefLabel: object; definition: object }[]
  templates: (Template & { prefLabel: object; definition: object; inScheme: string })[]
}
const profile = xapiProfile() as Profile

/** Tells whether a statement has a value at a location, which is written as the profile writes it. */
function stands(statement: Statement, location: string): boolean {
  const keys = [...location.matchAll(/\.(\w+)|\['([^']+)'\]/g)].map((match) => match[1] ?? match[2]!)
  let at: unknown = statement
  for (const key of keys) at = (at as Record<string, unknown> | undefined)?.[key]
  return at !== undefined
}

describe('the page about records', () => {
  it('names every verb, extension and word of cmi5 that statements use', () => {
    const text = readFileSync(new URL('../../../docs/records.md', import.meta.url), 'utf8')
    const names = [
      ...Object.values(VERBS).map(({ id }) => (id === VERBS.failed.id ? '…/failed' : id)),
      ...Object.values(EXTENSIONS).map((iri) => iri.split('/').pop()!),
      ...Object.values(CMI5),
    ]
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })
})

describe('the xAPI profile', () => {
  it('has a label and a definition in English and French for everything of its own', () => {
    for (const { prefLabel, definition, inScheme } of [...profile.concepts, ...profile.templates]) {
      for (const words of [prefLabel, definition]) {
        expect(Object.keys(words)).toEqual(['en', 'fr'])
        for (const text of Object.values(words)) expect(text.length).toBeGreaterThan(2)
      }
      expect(inScheme).toBe(PROFILE_VERSION)
    }
    const ids = [...profile.concepts, ...profile.templates].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(profile.versions.map(({ id }) => id)).toEqual([PROFILE_VERSION])
  })

  it('has no empty value, which the specification forbids', () => {
    const empty: string[] = []
    const look = (value: unknown, place: string): void => {
      if (value === null || value === undefined || value === '') empty.push(place)
      if (typeof value !== 'object' || value === null) return
      const entries = Object.entries(value)
      if (entries.length === 0) empty.push(place)
      for (const [key, inner] of entries) look(inner, `${place}/${key}`)
    }
    look(JSON.parse(JSON.stringify(xapiProfile())), '')
    expect(empty).toEqual([])
  })

  it('has one template for each statement, whose rules the statement keeps', () => {
    const used = new Set<string>()
    fc.assert(
      fc.property(attemptRecord, roundRecord, certificateRecord, (attempt, round, certificate) => {
        const statements = [
          ...attemptStatements(attempt, named),
          roundStatement(round, named),
          ...certificateStatements(certificate, named),
        ]
        for (const statement of statements) {
          const fitting = profile.templates.filter(
            (template) =>
              template.verb === statement.verb.id &&
              template.objectActivityType === statement.object.definition.type,
          )
          expect(fitting).toHaveLength(1)
          used.add(fitting[0]!.id)
          const broken = fitting[0]!.rules.filter(
            ({ location, presence }) => stands(statement, location) !== (presence === 'included'),
          )
          expect(broken).toEqual([])
          expect(statement.context.contextActivities.category.map(({ id }) => id)).toEqual([PROFILE_VERSION])
        }
      }),
    )
    expect([...used].sort()).toEqual(profile.templates.map(({ id }) => id).sort())
  })
})
