import { acceptor } from './accept'
import { error, issuesOf, type Fault, type Issue } from './issue'
import { countNames } from './json-place'
import { doubleName, readJson } from './json-text'
import { isReservedKey } from './mend'
import { migrate } from './migrate'
import { scenarioSchema, stateNode, type Scenario } from './schema'
import { faultsOfShape } from './shape'
import { FORMAT } from './vocabulary'
import { isMembers } from './members'

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario; readonly migrated: boolean }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** The result of reading a document: a whole scenario, or its faults and the parts that can still be checked. */
export type ReadScenario =
  | { readonly scenario: Scenario; readonly migrated: boolean }
  | {
      readonly scenario: undefined
      readonly faults: readonly Fault[]
      /** The document in the newest format, without reserved keys; `undefined` if nothing of it can be read. */
      readonly document: unknown
      /** Places with unknown values, besides those where the document does not fit its schema. */
      readonly unread: readonly (readonly PropertyKey[])[]
      /** True if the document's objects are never changed in place. */
      readonly remembers: boolean
    }

const whole = new WeakSet<object>()

/** Records that a value is a whole scenario, so that it is not parsed again. */
export function knownWhole(scenario: Scenario): Scenario {
  whole.add(scenario)
  return scenario
}

/** Returns true if a value is a whole scenario. Scenarios from `readScenario` are known to be. */
export const isWhole = (value: unknown): value is Scenario =>
  typeof value === 'object' && value !== null && (whole.has(value) || scenarioSchema.safeParse(value).success)

const DEEPEST = 200
/** A group within a group lies two keys deeper, and the inside of a scene needs fewer than the remaining keys. */
const fits = acceptor(scenarioSchema, DEEPEST / 2 - 20)
const MOST_FAULTS = 200

/**
 * Finds keys to which JavaScript gives a meaning, and documents so deeply nested that reading them would exhaust the
 * stack.
 */
function dangers(
  raw: unknown,
  remembers: boolean,
): {
  reserved: PropertyKey[][]
  deepest: PropertyKey[] | undefined
} {
  const reserved: PropertyKey[][] = []
  const keys: PropertyKey[] = []
  let deepest: PropertyKey[] | undefined
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || deepest) return
    if (keys.length > DEEPEST) {
      deepest = keys.slice(0, 6)
      return
    }
    // A scene that fits contains none of these.
    if (remembers && keys.length === 3 && keys[1] === 'states' && fitsScene(value, true) !== undefined) return
    const list = Array.isArray(value)
    for (const key of Object.keys(value)) {
      if (isReservedKey(key)) reserved.push([...keys, key])
      const child = (value as Record<string, unknown>)[key]
      if (typeof child !== 'object' || child === null) continue
      keys.push(list ? Number(key) : key)
      look(child)
      keys.pop()
    }
  }
  look(raw)
  return { reserved, deepest }
}

function withoutReserved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutReserved)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isReservedKey(key))
      .map(([key, child]) => [key, withoutReserved(child)]),
  )
}

const unreadable = (...faults: Fault[]): ReadScenario => ({
  scenario: undefined,
  faults,
  document: undefined,
  unread: [],
  remembers: false,
})

const fitsScene = acceptor(stateNode)

/**
 * Returns the document with its sound scenes emptied. The schema finds the same faults in it without copying those
 * scenes.
 */
function withoutWholeScenes(document: Record<string, unknown>, remembers: boolean): Record<string, unknown> {
  const { machine } = document
  if (!isMembers(machine) || !isMembers(machine['states'])) return document
  const states = Object.entries(machine['states']).map(
    ([name, scene]) => [name, fitsScene(scene, remembers) === undefined ? scene : {}] as const,
  )
  return { ...document, machine: { ...machine, states: Object.fromEntries(states) } }
}

/** Continues to read a broken document, so that one fault does not hide another. */
function readBroken(
  raw: Record<string, unknown>,
  double: Fault | undefined,
  remembers: boolean,
): ReadScenario {
  const { reserved, deepest } = dangers(raw, remembers)
  if (deepest) return unreadable(error('too-deep', deepest, { deepest: DEEPEST }))
  const faults: Fault[] = [
    ...(double ? [double] : []),
    ...reserved.map((path) => error('reserved-id', path, { id: String(path[path.length - 1]) })),
  ]
  const harmless = (reserved.length > 0 ? withoutReserved(raw) : raw) as Record<string, unknown>
  const { format } = harmless
  const known = typeof format === 'number' && Number.isInteger(format) && format >= 1
  const migration = migrate(known ? harmless : { ...harmless, format: FORMAT })
  if (!migration.ok) return unreadable(error('newer-format', ['format'], { format: FORMAT }))
  if (!known) faults.push(error('missing', ['format'], { what: 'format', format: FORMAT }))
  const { document, migrated } = migration
  const shaped = scenarioSchema.safeParse(withoutWholeScenes(document, remembers))
  if (shaped.success && faults.length === 0) {
    return { scenario: knownWhole(scenarioSchema.parse(document)), migrated }
  }
  if (!shaped.success) faults.push(...faultsOfShape(shaped.error, document))
  const unread = [...reserved, ...(double ? [double.path] : [])]
  return { scenario: undefined, faults: faults.slice(0, MOST_FAULTS), document, unread, remembers }
}

/**
 * Reads a scenario: JSON, then its format, then its shape.
 * @param source the file's text, or the value that `JSON.parse` made of it
 * @param remembers true if the objects of a `source` that is no text are never changed in place; those that fit are
 *   then not tested again in the next state of the document
 * @returns the scenario in the newest format, or its faults and the parts of the document that can still be checked
 */
export function readScenario(source: unknown, remembers = false): ReadScenario {
  const read =
    typeof source === 'string' ? readJson(source) : { ok: true as const, raw: source, text: undefined }
  if (!read.ok) return unreadable(read.fault)
  const { raw, text } = read
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return unreadable(error('wrong-type', [], { what: 'scenario' }))
  }
  // A document that fits needs no search by `dangers`: the schema allows no such keys and no such depth.
  const names = fits(raw, remembers)
  const double = text !== undefined && names !== countNames(text) ? doubleName(text) : undefined
  if (names !== undefined && !double) return { scenario: knownWhole(raw as Scenario), migrated: false }
  return readBroken(raw as Record<string, unknown>, double, remembers)
}

/**
 * Reads a scenario for playing. Faults beyond the shape are found by `checkScenario`.
 * @param source the file's text, or the value that `JSON.parse` made of it
 * @returns a whole scenario in the newest format, or its issues; never half a scenario. Never throws.
 */
export function parseScenario(source: unknown): Parsed {
  const read = readScenario(source)
  return read.scenario
    ? { ok: true, scenario: read.scenario, migrated: read.migrated }
    : { ok: false, issues: issuesOf(read.faults, read.document) }
}
