import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ATTACK_SHARE, openCourse, type Course } from '../domain/course'
import { compileScenario, type CompiledScenario } from '../domain/run'
import { decodeText } from '../domain/credentials/decode-text'
import type { FindFloor } from '../domain/scenario/floor'
import { error, hasErrors, issuesOf, type Fault, type Issue } from '../domain/scenario/issue'
import type { MediaFile } from '../domain/scenario/media'
import { openDocument, openFloor, openScenario } from '../domain/scenario/open'
import { testPlanSchema, type TestPlan } from '../domain/scenario/schema'
import { checkTwin } from '../domain/scenario/twins'
import type { Translate } from '../texts/translate'

export const SCENARIO = '.scenario.json'
export const COURSE = '.course.json'
export const PLAN = '.testplan.json'
export const FLOOR = '.floor.json'
/** The record of translations lies beside a scenario, as its plan does. */
export const TRANSLATIONS = '.translations.json'

/** Thrown for a command line that can't be carried out. `say` words the reason. */
export class UsageError extends Error {
  constructor(readonly say: (t: Translate<'cli'>) => string) {
    super('The command line can’t be carried out.')
  }
}

/** Returns the file that a command is about. @throws UsageError when none or several are named */
export function onlyFile(
  files: readonly string[],
  command: string,
  wanted: 'name.scenario' | 'name.document' | 'name.provable' | 'name.log' | 'name.certificate',
): string {
  const [file, ...more] = files
  if (!file || more.length > 0) throw new UsageError((t) => t(wanted, { command }))
  return file
}

/** Runs a read. @throws UsageError instead of an error of the system */
export function orUnreadable<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException
    throw new UsageError((t) => t('unreadable', { file, code }))
  }
}

const PIECE = 1024 * 1024

/**
 * Reads a file, a pipe or a device to its end, or until there are more bytes than allowed: some files never end.
 * @returns one byte more than allowed of what is larger, so that the caller notices
 * @throws UsageError if the system can't read it
 */
export function readBytes(file: string, most: number): Uint8Array {
  return orUnreadable(file, () => {
    const open = openSync(file, 'r')
    try {
      const pieces: Uint8Array[] = []
      let length = 0
      while (length <= most) {
        const piece = new Uint8Array(Math.min(PIECE, most + 1 - length))
        const read = readSync(open, piece)
        if (read === 0) break
        pieces.push(piece.subarray(0, read))
        length += read
      }
      return new Uint8Array(Buffer.concat(pieces))
    } finally {
      closeSync(open)
    }
  })
}

/** The largest document and the largest log that are read, in bytes. */
const LARGEST_DOCUMENT = 16 * 1024 * 1024
export const LARGEST_LOG = 500_000_000

/** Reads a file to its end. @throws UsageError if the system can't read it, or if it is larger than allowed */
export function readWhole(file: string, most: number = LARGEST_DOCUMENT): Uint8Array {
  const bytes = readBytes(file, most)
  if (bytes.length > most)
    throw new UsageError((t) => t('too-large', { file, megabytes: Math.floor(most / 1_000_000) }))
  return bytes
}

/** Reads a text. @throws UsageError if the system can't read it, or if it is larger than allowed */
export const readText = (file: string, most: number = LARGEST_DOCUMENT): string =>
  Buffer.from(readWhole(file, most)).toString('utf8')

/**
 * Reads a text of this program that another may have saved again: as UTF-16, or as UTF-8 with a byte order mark. What is
 * in no such encoding is read as UTF-8, so that whoever looks into it finds the place.
 * @throws UsageError if the system can't read it, or if it is larger than allowed
 */
export function readSavedText(file: string, most: number): string {
  const bytes = readWhole(file, most)
  return decodeText(bytes) ?? Buffer.from(bytes).toString('utf8')
}

export interface Read {
  readonly compiled: CompiledScenario | undefined
  readonly issues: readonly Issue[]
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Looks for a sound or a picture beside the scenarios. */
const mediaIn =
  (folder: string) =>
  (file: string): MediaFile | undefined => {
    const path = join(folder, 'media', file)
    const found = statSync(path, { throwIfNoEntry: false })
    return found?.isFile() ? { size: found.size, read: () => readFileSync(path) } : undefined
  }

/** Looks for a floor beside the scenarios. */
const floorsIn =
  (folder: string): FindFloor =>
  (id) => {
    const path = join(folder, 'floors', `${id}${FLOOR}`)
    if (!existsSync(path)) return 'not-there'
    return openFloor(readText(path), { name: `${id}${FLOOR}`, ending: FLOOR }).value ?? 'invalid'
  }

/** Reads, checks and compiles a scenario file. It is not compiled if it has errors. */
export function readScenario(file: string): Read {
  const name = basename(file)
  const { scenario, issues } = openScenario(readText(file), {
    // A file with another ending may have any name.
    name: name.endsWith(SCENARIO) ? name : undefined,
    ending: SCENARIO,
    media: { look: mediaIn(dirname(file)), sha256 },
    floors: floorsIn(dirname(file)),
  })
  return { compiled: scenario && compileScenario(scenario), issues }
}

/** Reads a scenario file as `readScenario` does, and compares it with its twin in the same folder. */
export function readWithTwin(file: string): Read {
  const read = readScenario(file)
  const scenario = read.compiled?.scenario
  if (scenario?.twin === undefined) return read
  const path = join(dirname(file), `${scenario.twin}${SCENARIO}`)
  const twin = existsSync(path) ? readScenario(path).compiled?.scenario : undefined
  const issues = [...read.issues, ...checkTwin(scenario, twin)]
  return { compiled: hasErrors(issues) ? undefined : read.compiled, issues }
}

/** Reads and checks a floor file. */
export function readFloor(file: string): readonly Issue[] {
  const name = basename(file)
  return openFloor(readText(file), { name: name.endsWith(FLOOR) ? name : undefined, ending: FLOOR }).issues
}

/** Reads a course. Its scenarios are looked for one folder up. */
export function readCourse(file: string): {
  course: Course | undefined
  scenarios: CompiledScenario[]
  issues: readonly Issue[]
} {
  const name = basename(file)
  const facts = { name: name.endsWith(COURSE) ? name : undefined, ending: COURSE }
  const { value: course, issues } = openCourse(readText(file), facts)
  if (!course) return { course, scenarios: [], issues }
  const faults: Fault[] = []
  const scenarios: CompiledScenario[] = []
  for (const list of ['modules', 'practice'] as const) {
    course[list]?.forEach((id, i) => {
      const path = join(dirname(file), '..', `${id}${SCENARIO}`)
      if (!existsSync(path)) {
        const named = { what: 'module', scenario: id, file: `${id}${SCENARIO}` } as const
        faults.push(error('unknown-scenario', [list, i], named))
        return
      }
      const { compiled } = readScenario(path)
      if (!compiled) faults.push(error('scenario-invalid', [list, i], { scenario: id }))
      else if (list === 'modules') scenarios.push(compiled)
    })
  }
  const attacks = scenarios.filter(({ scenario }) => scenario.truth === 'attack').length
  const share = attacks / course.modules.length
  if (faults.length === 0 && (share < ATTACK_SHARE.least || share > ATTACK_SHARE.most)) {
    faults.push(error('attack-share', ['modules'], { share }))
  }
  return { course, scenarios, issues: issuesOf(faults, course) }
}

/** Reads a test plan and the scenario beside it. The scenario is not compiled if one of them has errors. */
export function readPlan(file: string): { plan: TestPlan | undefined } & Read {
  const { value: plan, issues } = openDocument(testPlanSchema, readText(file))
  if (!plan) return { plan, compiled: undefined, issues }
  const scenario = `${plan.scenario}${SCENARIO}`
  const path = join(dirname(file), scenario)
  const refuse = (fault: Fault) => ({ plan, compiled: undefined, issues: issuesOf([fault], plan) })
  if (!existsSync(path)) {
    const named = { what: 'plan', scenario: plan.scenario, file: scenario } as const
    return refuse(error('unknown-scenario', ['scenario'], named))
  }
  const { compiled } = readScenario(path)
  if (!compiled) return refuse(error('scenario-invalid', ['scenario'], { scenario: plan.scenario }))
  return { plan, compiled, issues: [] }
}
