import { acceptor } from './accept'
import { error, issuesOf, type Fault, type Issue } from './issue'
import { countNames } from './json-place'
import { doubleName, readJson } from './json-text'
import { isReservedKey } from './mend'
import { migrate } from './migrate'
import { scenarioSchema, stateNode, type Scenario } from './schema'
import { faultsOfShape } from './shape'
import { FORMAT } from './vocabulary'

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario; readonly migrated: boolean }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** What is known of a document: a whole scenario, or what is wrong with it. */
export type ReadScenario =
  | { readonly scenario: Scenario; readonly migrated: boolean }
  | {
      readonly scenario: undefined
      readonly faults: readonly Fault[]
      /** The document in the newest format, without what could harm; `undefined` where nothing of it can be read. */
      readonly document: unknown
      /** Places of which nothing is known, beyond those where the document does not fit. */
      readonly unread: readonly (readonly PropertyKey[])[]
      /** Whether the document's objects are never changed in place. */
      readonly remembers: boolean
    }

const whole = new WeakSet<object>()

/** Notes that a value was found to be a whole scenario, so that nobody need look again. */
export function knownWhole(scenario: Scenario): Scenario {
  whole.add(scenario)
  return scenario
}

/** Whether a value is a whole scenario; one that came out of a file through `readScenario` is known to be. */
export const isWhole = (value: unknown): value is Scenario =>
  typeof value === 'object' && value !== null && (whole.has(value) || scenarioSchema.safeParse(value).success)

const DEEPEST = 200
/** A group in a group lies two keys deeper, and no scene goes deeper by more than the rest. */
const fits = acceptor(scenarioSchema, DEEPEST / 2 - 20)
const MOST_FAULTS = 200

/** Keys that JavaScript gives a meaning, and a document nested so deeply that reading it would exhaust the stack. */
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
    // A scene that fits holds none of these.
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

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A document whose whole scenes say nothing: what does not fit is at the same places, and the schema need not copy the
 * rest to find it.
 */
function withoutWholeScenes(document: Record<string, unknown>, remembers: boolean): Record<string, unknown> {
  const { machine } = document
  if (!isObject(machine) || !isObject(machine['states'])) return document
  const states = Object.entries(machine['states']).map(
    ([name, scene]) => [name, fitsScene(scene, remembers) === undefined ? scene : {}] as const,
  )
  return { ...document, machine: { ...machine, states: Object.fromEntries(states) } }
}

/** Reads on where something is wrong, so that one fault hides no other. */
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
  const brought = migrate(known ? harmless : { ...harmless, format: FORMAT })
  if (!brought.ok) return unreadable(error('newer-format', ['format'], { format: FORMAT }))
  if (!known) faults.push(error('missing', ['format'], { what: 'format', format: FORMAT }))
  const { document, migrated } = brought
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
 * @param source the file's text, or what `JSON.parse` made of it
 * @returns the scenario in the newest format, or what is wrong and what of the document can be looked at all the same
 * @param remembers that the objects of a `source` that is no text are never changed in place: those which fit are known
 *   again in the next state of the document
 */
export function readScenario(source: unknown, remembers = false): ReadScenario {
  const read =
    typeof source === 'string' ? readJson(source) : { ok: true as const, raw: source, text: undefined }
  if (!read.ok) return unreadable(read.fault)
  const { raw, text } = read
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return unreadable(error('wrong-type', [], { what: 'scenario' }))
  }
  // What fits has nothing that `dangers` looks for: no place in the schema takes such keys, nor goes so deep.
  const names = fits(raw, remembers)
  const double = text !== undefined && names !== countNames(text) ? doubleName(text) : undefined
  if (names !== undefined && !double) return { scenario: knownWhole(raw as Scenario), migrated: false }
  return readBroken(raw as Record<string, unknown>, double, remembers)
}

/**
 * Reads a scenario for those who play it. What a shape can't say is in `checkScenario`.
 * @param source the file's text, or what `JSON.parse` made of it
 * @returns a whole scenario in the newest format, or what is wrong with it; never half a scenario, never a throw
 */
export function parseScenario(source: unknown): Parsed {
  const read = readScenario(source)
  return read.scenario
    ? { ok: true, scenario: read.scenario, migrated: read.migrated }
    : { ok: false, issues: issuesOf(read.faults, read.document) }
}
