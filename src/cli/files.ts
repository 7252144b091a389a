import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { courseSchema, type Course } from '../domain/course'
import { compileScenario, type CompiledScenario } from '../domain/run'
import { checkScenario } from '../domain/scenario/check'
import { error, hasErrors, type Issue } from '../domain/scenario/issue'
import { doubleName, readJson } from '../domain/scenario/json-text'
import { checkMediaFiles, type MediaFile } from '../domain/scenario/media'
import { issuesOfShape, parseScenario } from '../domain/scenario/parse'
import { testPlanSchema, type TestPlan } from '../domain/scenario/schema'
import type { z } from 'zod'

export const SCENARIO = '.scenario.json'
export const COURSE = '.course.json'
export const PLAN = '.testplan.json'

/** A command line that can't be carried out. */
export class UsageError extends Error {}

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new UsageError(`${file} can’t be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`)
  }
}

export interface Read {
  readonly compiled: CompiledScenario | undefined
  readonly issues: readonly Issue[]
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Looks for a sound or picture beside the scenarios. */
const mediaIn =
  (folder: string) =>
  (file: string): MediaFile | undefined => {
    const path = join(folder, 'media', file)
    const found = statSync(path, { throwIfNoEntry: false })
    return found?.isFile() ? { size: found.size, read: () => readFileSync(path) } : undefined
  }

/** Reads, checks and compiles a scenario file. Not compiled when it has errors. */
export function readScenario(file: string): Read {
  const parsed = parseScenario(readText(file))
  if (!parsed.ok) return { compiled: undefined, issues: parsed.issues }
  const { scenario } = parsed
  const issues = checkScenario(scenario)
  const name = basename(file)
  if (name.endsWith(SCENARIO) && name !== `${scenario.id}${SCENARIO}`) {
    issues.unshift(
      error(
        'id-differs',
        ['id'],
        `The id is ‘${scenario.id}’, so the file must be called ${scenario.id}${SCENARIO}.`,
      ),
    )
  }
  issues.push(...checkMediaFiles(scenario, { look: mediaIn(dirname(file)), sha256 }).issues)
  return { compiled: hasErrors(issues) ? undefined : compileScenario(scenario), issues }
}

function read<T>(schema: z.ZodType<T>, file: string): { value: T | undefined; issues: Issue[] } {
  const json = readJson(readText(file))
  if (!json.ok) return { value: undefined, issues: [json.issue] }
  const double = doubleName(json.text)
  if (double) return { value: undefined, issues: [double] }
  const { raw } = json
  const shaped = schema.safeParse(raw)
  if (shaped.success) return { value: shaped.data, issues: [] }
  return { value: undefined, issues: issuesOfShape(shaped.error, raw) }
}

/** Reads a course; its scenarios are looked for one folder up. */
export function readCourse(file: string): {
  course: Course | undefined
  scenarios: CompiledScenario[]
  issues: Issue[]
} {
  const { value: course, issues } = read(courseSchema, file)
  if (!course) return { course, scenarios: [], issues }
  const scenarios: CompiledScenario[] = []
  course.modules.forEach((id, i) => {
    const path = join(dirname(file), '..', `${id}${SCENARIO}`)
    if (!existsSync(path)) {
      issues.push(
        error('unknown-scenario', ['modules', i], `The module ‘${id}’ has no file ${id}${SCENARIO}.`),
      )
      return
    }
    const { compiled } = readScenario(path)
    if (compiled) scenarios.push(compiled)
    else issues.push(error('scenario-invalid', ['modules', i], `The scenario ‘${id}’ has errors of its own.`))
  })
  const attacks = scenarios.filter(({ scenario }) => scenario.truth === 'attack').length
  const share = attacks / course.modules.length
  if (issues.length === 0 && (share < 0.4 || share > 0.6)) {
    issues.push(
      error(
        'attack-share',
        ['modules'],
        `${Math.round(share * 100)} % of the modules are attacks. Between 40 and 60 % keep people from suspecting everyone.`,
      ),
    )
  }
  return { course, scenarios, issues }
}

/** Reads a test plan and the scenario beside it. Not compiled when one of them has errors. */
export function readPlan(file: string): { plan: TestPlan | undefined } & Read {
  const { value: plan, issues } = read(testPlanSchema, file)
  if (!plan) return { plan, compiled: undefined, issues }
  const path = join(dirname(file), `${plan.scenario}${SCENARIO}`)
  const refuse = (code: string, message: string) => ({
    plan,
    compiled: undefined,
    issues: [error(code, ['scenario'], message)],
  })
  if (!existsSync(path)) {
    return refuse(
      'unknown-scenario',
      `The scenario ‘${plan.scenario}’ has no file ${basename(path)} beside this plan.`,
    )
  }
  const { compiled } = readScenario(path)
  if (!compiled) return refuse('scenario-invalid', `The scenario ‘${plan.scenario}’ has errors of its own.`)
  return { plan, compiled, issues }
}
