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

/** What is known of a file beside its text. */
export interface FileFacts {
  /** Its name without a folder, which must be the id and an ending; left out where it may be called anything. */
  readonly name?: string | undefined
  /** What a scenario's name ends with, or a course's. */
  readonly ending: string
}

export interface ScenarioFacts extends FileFacts {
  /** Where its pictures and sounds are looked for; left out where nobody can look, as while a draft is written. */
  readonly media?: MediaTools | undefined
  /** Where its floor is looked for. */
  readonly floors: FindFloor
  /** Whether nobody ever changes the objects of what `JSON.parse` made: while it is edited, only what is new is read. */
  readonly remembers?: boolean
}

export interface OpenedScenario {
  /** In the order of the checks; those of the shape first. */
  readonly issues: readonly Issue[]
  /** As it is played: each picture and sound with the SHA-256 of its file. `undefined` when something is wrong. */
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

/** What is said of a file that is not there or can't be read. */
export const unreadable = (): readonly Issue[] => issuesOf([error('unreadable-file', [])], undefined)

/** Puts a scenario on its floor, where it names one. */
function stand(scenario: Scenario, find: FindFloor): { scenario: Scenario; faults: readonly Fault[] } {
  if (scenario.floor === undefined) return { scenario, faults: [] }
  const floor = find(scenario.floor)
  if (typeof floor !== 'string') return onFloor(scenario, floor)
  return { scenario, faults: [error('unknown-floor', ['floor'], { what: floor, floor: scenario.floor })] }
}

/**
 * Opens a floor.
 * @param text the file's text
 * @param facts its name, which must be its id and an ending
 * @returns everything that is wrong with it, and the floor when nothing is. Never throws.
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
 * Opens a scenario: reads it, checks it, and looks at the files that it names.
 * @param source the file's text, or what `JSON.parse` made of it
 * @returns everything that is wrong with it, and the scenario when nothing is but warnings. Never throws.
 */
export function openScenario(source: unknown, facts: ScenarioFacts): OpenedScenario {
  const read = readScenario(source, facts.remembers ?? false)
  const { scenario } = read
  if (!scenario) return { issues: checkRead(read), scenario: undefined }
  const { scenario: standing, faults } = stand(scenario, facts.floors)
  const { issues: media, hashes } = facts.media
    ? checkMediaFiles(standing, facts.media)
    : { issues: [], hashes: new Map<string, string>() }
  // Without its floor half of what a scenario names would be unknown.
  const missing = faults.some(({ code }) => code === 'unknown-floor')
  const checked = missing ? [] : checkScenario(standing)
  const issues = [...issuesOf([...nameFault(scenario.id, facts), ...faults], scenario), ...checked, ...media]
  return { issues, scenario: hasErrors(issues) ? undefined : knownWhole(withMediaHashes(standing, hashes)) }
}

/** The formats of a kind of document. */
export interface Formats {
  readonly migrations: readonly Migration[]
  readonly newest: number
}

/**
 * Opens a course or a test plan.
 * @param schema the shape that it must have
 * @param facts with the id by which its file is called; left out where files are called otherwise
 * @param formats how one of an earlier format is brought to the newest; left out where there is only one
 * @returns everything that its shape has against it, and what it says when that is nothing. Never throws.
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
  if (formats && typeof raw === 'object' && raw !== null && !Array.isArray(raw)) {
    const brought = migrate(raw as Record<string, unknown>, formats.migrations, formats.newest)
    // One without a format is left to the schema, which says so.
    if (brought.ok) raw = brought.document
    else if (brought.reason === 'newer') {
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
