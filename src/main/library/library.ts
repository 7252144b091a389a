import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { courseSchema, type Course } from '../../domain/course'
import { compileScenario, startSession, viewOf, type CompiledScenario } from '../../domain/run'
import { checkScenario } from '../../domain/scenario/check'
import { checkMediaFiles, withMediaHashes } from '../../domain/scenario/media'
import { parseScenario } from '../../domain/scenario/parse'
import type { Scenario } from '../../domain/scenario/schema'
import type { Channel } from '../../domain/scenario/vocabulary'
import { sha256 } from '../store/tables/audit'
import { mediaIn, readMedia, readMediaNow } from './media'

export interface LibraryScenario {
  readonly scenario: Scenario
  readonly compiled: CompiledScenario
  /** SHA-256 of the content, independent of line ends and spaces; that of its pictures and sounds is part of it. */
  readonly hash: string
  readonly content: string
  readonly channel: Channel
}

export interface Refusal {
  readonly kind: 'scenario' | 'course'
  readonly file: string
  readonly message: string
}

const SCENARIO_SUFFIX = '.scenario.json'
const COURSE_SUFFIX = '.course.json'

/** Hash and canonical text of a parsed file. */
export function contentOf(raw: unknown): { hash: string; content: string } {
  const content = JSON.stringify(raw)
  return { hash: sha256(content), content }
}

/** The scenarios and courses of a folder. A file that has errors is refused with a reason; the others stay usable. */
export class Library {
  #folder: string
  readonly #cache = new Map<string, LibraryScenario | Refusal>()
  #courses: readonly Course[]
  readonly refusals: Refusal[] = []

  constructor(folder: string) {
    this.#folder = folder
    this.#courses = this.#readCourses()
  }

  get courses(): readonly Course[] {
    return this.#courses
  }

  /** Reads from another folder from now on, as when this computer takes the courses of its organisation. */
  use(folder: string): void {
    this.#folder = folder
    this.#cache.clear()
    this.refusals.length = 0
    this.#courses = this.#readCourses()
  }

  #readCourses(): Course[] {
    const folder = join(this.#folder, 'courses')
    if (!existsSync(folder)) return []
    const courses: Course[] = []
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith(COURSE_SUFFIX))
      .sort()) {
      try {
        const course = courseSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
        if (course.id !== basename(file, COURSE_SUFFIX)) throw new Error('its id differs from its file name')
        courses.push(course)
      } catch (error) {
        this.refusals.push({ kind: 'course', file, message: (error as Error).message })
      }
    }
    // The shorter course comes first: it is where a newcomer begins.
    return courses.sort((a, b) => a.modules.length - b.modules.length || a.id.localeCompare(b.id))
  }

  course(id: string): Course | undefined {
    return this.courses.find((course) => course.id === id)
  }

  /** Reads, checks and compiles a scenario on first use. */
  scenario(id: string): LibraryScenario | Refusal {
    const known = this.#cache.get(id)
    if (known) return known
    const read = this.#read(id)
    this.#cache.set(id, read)
    if ('kind' in read) this.refusals.push(read)
    return read
  }

  #read(id: string): LibraryScenario | Refusal {
    const file = `${id}${SCENARIO_SUFFIX}`
    const refuse = (message: string): Refusal => ({ kind: 'scenario', file, message })
    let text: string
    try {
      text = readFileSync(join(this.#folder, file), 'utf8')
    } catch {
      return refuse('The file is not there or can’t be read.')
    }
    const parsed = parseScenario(text)
    if (!parsed.ok) return refuse(parsed.issues[0]?.message ?? 'It is not a scenario.')
    const { scenario } = parsed
    if (scenario.id !== id) return refuse(`Its id is ‘${scenario.id}’, which differs from its file name.`)
    const fault = checkScenario(scenario).find((issue) => issue.severity === 'error')
    if (fault) return refuse(fault.message)
    const { issues, hashes } = checkMediaFiles(scenario, {
      look: mediaIn(this.#folder),
      sha256,
    })
    if (issues[0]) return refuse(issues[0].message)
    const played = withMediaHashes(scenario, hashes)
    return { ...fromScenario(played), ...contentOf(played) }
  }

  /** A picture or sound as it was when a scenario was played; `undefined` when it is gone or another by now. */
  media(file: string, hash: string): Promise<Buffer | undefined> {
    return readMedia(this.#folder, file, hash)
  }

  /** The same at once, for the file that takes it to other computers. */
  mediaNow(file: string, hash: string): Buffer | undefined {
    return readMediaNow(this.#folder, file, hash)
  }
}

/** Compiles a scenario that was checked, or one kept with an old attempt. */
export function fromScenario(scenario: Scenario): Pick<LibraryScenario, 'scenario' | 'compiled' | 'channel'> {
  const compiled = compileScenario(scenario)
  const contact = viewOf(startSession(compiled)).contact
  const channel = (contact && scenario.cast[contact]?.channel) || 'desk'
  return { scenario, compiled, channel }
}
