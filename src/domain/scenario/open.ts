import type { z } from 'zod'
import { checkRead, checkScenario } from './check'
import { error, hasErrors, issuesOf, type Fault, type Issue } from './issue'
import { doubleName, readJson } from './json-text'
import { checkMediaFiles, withMediaHashes, type MediaTools } from './media'
import { migrate, type Migration } from './migrate'
import { checkFloor, floorSchema, onFloor, type FindFloor, type Floor } from './floor'
import { knownWhole, readScenario } from './parse'
import type { Scenario } from './schema'
import { faultsOfShape } from './shape'
import { unwrittenIn } from './unwritten'
import { isMembers } from './members'

/** Facts about a file besides its text. */
export interface FileFacts {
  /** The file's name without a folder, which must be the id and the ending; left out if the file may have any name. */
  readonly name?: string | undefined
  /** The ending of a scenario's or a course's file name. */
  readonly ending: string
}

export interface ScenarioFacts extends FileFacts {
  /** Looks up pictures and sounds; left out if that is impossible, as while a draft is written. */
  readonly media?: MediaTools | undefined
  /** Finds the floor that the scenario names. */
  readonly floors: FindFloor
  /**
   * True if the objects from `JSON.parse` are never changed in place. While a document is edited, only new objects are
   * then read.
   */
  readonly remembers?: boolean
}

export interface OpenedScenario {
  /** Issues in the order of the checks; those of the shape come first. */
  readonly issues: readonly Issue[]
  /**
   * The scenario as it is played: each picture and sound has the SHA-256 of its file. `undefined` if there is an error.
   */
  readonly scenario: Scenario | undefined
}

export interface OpenedDocument<T> {
  readonly issues: readonly Issue[]
  readonly value: T | undefined
}

const nameFault = (id: string, { name, ending }: FileFacts): Fault[] => {
  const wanted = `${id}${ending}`
  return name === undefined || name === wanted ? [] : [error('id-differs', ['id'], { id, file: wanted })]
}

/** Returns the issue of a file that is missing or can't be read. */
export const unreadable = (): readonly Issue[] => issuesOf([error('unreadable-file', [])], undefined)

/** Puts a scenario on its floor, if it names one. */
function stand(scenario: Scenario, find: FindFloor): { scenario: Scenario; faults: readonly Fault[] } {
  if (scenario.floor === undefined) return { scenario, faults: [] }
  const floor = find(scenario.floor)
  if (typeof floor !== 'string') return onFloor(scenario, floor)
  return { scenario, faults: [error('unknown-floor', ['floor'], { what: floor, floor: scenario.floor })] }
}

/**
 * Opens a floor.
 * @param text the file's text
 * @param facts the file's name, which must be its id and the ending
 * @returns all issues, and the floor if there is no error. Never throws.
 */
export function openFloor(text: string, facts: FileFacts): OpenedDocument<Floor> {
  const opened = openDocument(floorSchema, text, { ...facts, idOf: ({ id }) => id })
  if (!opened.value) return opened
  const issues = [
    ...opened.issues,
    ...checkFloor(opened.value),
    ...issuesOf(unwrittenIn(opened.value), opened.value),
  ]
  return { issues, value: hasErrors(issues) ? undefined : opened.value }
}

/**
 * Opens a scenario: reads it, checks it, and checks the files that it names.
 * @param source the file's text, or the value that `JSON.parse` made of it
 * @returns all issues, and the scenario if there are only warnings. Never throws.
 */
export function openScenario(source: unknown, facts: ScenarioFacts): OpenedScenario {
  const read = readScenario(source, facts.remembers ?? false)
  const { scenario } = read
  if (!scenario) return { issues: checkRead(read), scenario: undefined }
  const { scenario: standing, faults } = stand(scenario, facts.floors)
  const { issues: media, hashes } = facts.media
    ? checkMediaFiles(standing, facts.media)
    : { issues: [], hashes: new Map<string, string>() }
  // Without its floor, half of the names in a scenario would be unknown.
  const missing = faults.some(({ code }) => code === 'unknown-floor')
  const checked = missing ? [] : checkScenario(standing)
  const issues = [...issuesOf([...nameFault(scenario.id, facts), ...faults], scenario), ...checked, ...media]
  return { issues, scenario: hasErrors(issues) ? undefined : knownWhole(withMediaHashes(standing, hashes)) }
}

/** The migrations of a kind of document, and its newest format. */
export interface Formats {
  readonly migrations: readonly Migration[]
  readonly newest: number
}

/**
 * Opens a course or a test plan.
 * @param schema the schema that it must fit
 * @param facts the file's facts with the id by which it must be named; left out if the name does not matter
 * @param formats the formats of the document; left out if there is only one
 * @returns all issues of the shape, and the document if there are none. Never throws.
 */
export function openDocument<T>(
  schema: z.ZodType<T>,
  text: string,
  facts?: FileFacts & { readonly idOf: (value: T) => string },
  formats?: Formats,
): OpenedDocument<T> {
  const json = readJson(text)
  if (!json.ok) return { issues: issuesOf([json.fault], undefined), value: undefined }
  let { raw } = json
  if (formats && isMembers(raw)) {
    const migration = migrate(raw as Record<string, unknown>, formats.migrations, formats.newest)
    // A document without a format is left to the schema, which reports that.
    if (migration.ok) raw = migration.document
    else if (migration.reason === 'newer') {
      const newer = error('newer-format', ['format'], { format: formats.newest })
      return { issues: issuesOf([newer], raw), value: undefined }
    }
  }
  const double = doubleName(json.text)
  const shaped = schema.safeParse(raw)
  const faults = [
    ...(double ? [double] : []),
    ...(shaped.success
      ? facts
        ? nameFault(facts.idOf(shaped.data), facts)
        : []
      : faultsOfShape(shaped.error, raw)),
  ]
  const whole = shaped.success && faults.length === 0
  return { issues: issuesOf(faults, raw), value: whole ? shaped.data : undefined }
}
