import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { z } from 'zod'
import { courseSchema } from '../../../src/domain/course/schema'
import { floorSchema } from '../../../src/domain/scenario/floor'
import { scenarioSchema, testPlanSchema } from '../../../src/domain/scenario/schema'

export const SCENARIOS = fileURLToPath(new URL('../../../scenarios/', import.meta.url))

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  '.scenario.json': scenarioSchema,
  '.testplan.json': testPlanSchema,
  '.floor.json': floorSchema,
  '.course.json': courseSchema,
}

export interface Shipped {
  readonly name: string
  readonly text: string
  readonly schema: z.ZodType
}

/** Every document that comes with the product. */
export const shipped: readonly Shipped[] = ['.', 'floors', 'courses'].flatMap((folder) =>
  readdirSync(path.join(SCENARIOS, folder)).flatMap((name) => {
    const ending = Object.keys(SCHEMAS).find((own) => name.endsWith(own))
    if (ending === undefined) return []
    const text = readFileSync(path.join(SCENARIOS, folder, name), 'utf8')
    return [{ name, text, schema: SCHEMAS[ending]! }]
  }),
)

export const shippedScenarios = shipped.filter(({ name }) => name.endsWith('.scenario.json'))

type Holder = Record<PropertyKey, unknown>

function holders(value: unknown, found: (Holder | unknown[])[] = []): (Holder | unknown[])[] {
  if (typeof value !== 'object' || value === null) return found
  found.push(value as Holder)
  for (const own of Object.values(value)) holders(own, found)
  return found
}

const wild = fc.oneof(
  { weight: 4, arbitrary: fc.string() },
  { weight: 2, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.constantFrom(true, false, null) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

const step = fc.record({
  where: fc.nat(),
  entry: fc.nat(),
  kind: fc.constantFrom('replace', 'remove', 'add', 'move', 'copy', 'rename' as const),
  name: fc.oneof(fc.constantFrom('fr', 'de', 'cues', 'hook', '7', '30000', 'a b'), fc.string()),
  value: wild,
})

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

function inList(list: unknown[], at: number, { kind, value, where }: Change): void {
  if (kind === 'replace' || kind === 'rename') list[at] = value
  else if (kind === 'remove') list.splice(at, 1)
  else if (kind === 'add') list.splice(at, 0, value)
  else if (kind === 'move') list.splice(where % list.length, 0, ...list.splice(at, 1))
  else if (list.length > 0) list.splice(where % list.length, 0, copyOf(list[at]))
}

function inObject(object: Holder, at: number, { kind, value, name }: Change): void {
  const names = Object.keys(object)
  const own = names[at]
  if (name === '__proto__') return
  if (kind === 'add') object[name] = value
  else if (own === undefined) return
  else if (kind === 'remove') delete object[own]
  else if (kind === 'replace') object[own] = value
  else if (kind === 'copy') object[name] = copyOf(object[own])
  else {
    const entries = Object.entries(object)
    for (const key of names) delete object[key]
    if (kind === 'move') entries.unshift(...entries.splice(at, 1))
    else entries[at] = [name, entries[at]![1]]
    for (const [key, inner] of entries) object[key] = inner
  }
}

type Change = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Generates changes of any kind at any places of a document. */
export const anyChanges = fc.array(step, { minLength: 1, maxLength: 5 })

/** Returns a copy of the document with the changes. */
export function changed(document: unknown, changes: readonly Change[]): unknown {
  const copy = copyOf(document)
  for (const change of changes) {
    const all = holders(copy)
    const holder = all[change.where % all.length]!
    const count = Array.isArray(holder) ? holder.length : Object.keys(holder).length
    const at = count === 0 ? 0 : change.entry % count
    if (Array.isArray(holder)) inList(holder, at, change)
    else inObject(holder, at, change)
  }
  return copy
}
