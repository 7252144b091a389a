import type { AppState } from '../../bridge/channels'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCourse, type Course } from '../../domain/course'
import { compileScenario, startSession, viewOf, type CompiledScenario } from '../../domain/run'
import { gravestFirst, pathOf, type Issue } from '../../domain/scenario/issue'
import { openFloor, openScenario, unreadable, type OpenedDocument } from '../../domain/scenario/open'
import type { Floor } from '../../domain/scenario/floor'
import type { Scenario } from '../../domain/scenario/schema'
import type { Channel } from '../../domain/scenario/vocabulary'
import { sha256 } from '../store/tables/audit'
import { mediaIn, readMedia, readMediaNow } from './media'
import { ownMediaIn, readOwnMedia, readOwnMediaNow } from './own'

export interface LibraryScenario {
  readonly scenario: Scenario
  readonly compiled: CompiledScenario
  /** SHA-256 of the content, independent of line ends and spaces; that of its pictures and sounds is part of it. */
  readonly hash: string
  readonly content: string
  readonly channel: Channel
}

export interface Refusal {
  readonly kind: 'scenario' | 'course' | 'floor'
  readonly file: string
  /** The gravest first; put into words only where somebody reads them. */
  readonly issues: readonly Issue[]
}

/** A refusal as the details of an error name it: file, code and place of the first fault. */
export const refusedBecause = ({ file, issues: [first] }: Refusal): string =>
  first ? `${file}: ${first.code} ${pathOf(first)}` : file

/** A file with more issues is mended a few at a time, and the notice must leave room for the page below it. */
const MOST_ISSUES = 8

/** The notice on a refused file, with what is wrong with it. */
export const refusalNotice = ({ kind, file, issues }: Refusal): AppState['notices'][number] => ({
  code: `${kind}-refused`,
  detail: file,
  issues: issues.slice(0, MOST_ISSUES).map(({ code, severity, keys, params }) => ({
    code,
    severity,
    keys: plainKeys(keys),
    params: { ...params },
  })),
  moreIssues: Math.max(0, issues.length - MOST_ISSUES),
})

const plainKeys = ({ path, ...names }: Issue['keys']) => ({ path: [...path], ...names })

export const SCENARIO_SUFFIX = '.scenario.json'
const COURSE_SUFFIX = '.course.json'
const FLOOR_SUFFIX = '.floor.json'

/** Hash and canonical text of a parsed file. */
export function contentOf(raw: unknown): { hash: string; content: string } {
  const content = JSON.stringify(raw)
  return { hash: sha256(content), content }
}

/**
 * The scenarios and courses of a folder, and what was published in the Studio: a document of its own comes before one
 * of the folder. A file that has errors is refused with a reason; the others stay usable.
 */
export class Library {
  #folder: string
  #own: string | undefined
  readonly #cache = new Map<string, LibraryScenario | Refusal>()
  readonly #floors = new Map<string, Floor | 'not-there' | 'invalid'>()
  #courses: readonly Course[]
  readonly refusals: Refusal[] = []

  /** @param own where published documents of the Studio lie; left out on a computer that takes its organisation’s */
  constructor(folder: string, own?: string) {
    this.#folder = folder
    this.#own = own
    this.#courses = this.#readCourses()
  }

  /** The folder of the documents that came with the program or that an organisation sent. */
  get folder(): string {
    return this.#folder
  }

  get courses(): readonly Course[] {
    return this.#courses
  }

  /** Reads from another folder from now on, for example when this computer takes the courses of its organisation. */
  use(folder: string): void {
    this.#folder = folder
    this.#own = undefined
    this.refresh()
  }

  /** Reads everything anew: other documents are published. */
  refresh(): void {
    this.#cache.clear()
    this.#floors.clear()
    this.refusals.length = 0
    this.#courses = this.#readCourses()
  }

  /** A file of one’s own, or else that of the folder. */
  #pathOf(...parts: string[]): { readonly path: string; readonly own: string | undefined } {
    const own = this.#own
    const path = own && join(own, ...parts)
    return path && existsSync(path) ? { path, own } : { path: join(this.#folder, ...parts), own: undefined }
  }

  #readCourses(): Course[] {
    const folders = [this.#folder, this.#own].flatMap((one) =>
      one === undefined ? [] : [join(one, 'courses')],
    )
    const files = folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder))
    const courses: Course[] = []
    for (const file of [...new Set(files)].filter((name) => name.endsWith(COURSE_SUFFIX)).sort()) {
      const { value: course, issues } = this.#readCourse(this.#pathOf('courses', file).path, file)
      if (course) courses.push(course)
      else this.refusals.push({ kind: 'course', file, issues: gravestFirst(issues) })
    }
    // The shorter course comes first: it is where a newcomer begins.
    return courses.sort((a, b) => a.modules.length - b.modules.length || a.id.localeCompare(b.id))
  }

  #readCourse(path: string, name: string): OpenedDocument<Course> {
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch {
      return { issues: unreadable(), value: undefined }
    }
    return openCourse(text, { name, ending: COURSE_SUFFIX })
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
    const refuse = (issues: readonly Issue[]): Refusal => ({
      kind: 'scenario',
      file,
      issues: gravestFirst(issues),
    })
    const { path, own } = this.#pathOf(file)
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch {
      return refuse(unreadable())
    }
    const media = { look: own ? ownMediaIn(own, text) : mediaIn(this.#folder), sha256 }
    const facts = {
      name: file,
      ending: SCENARIO_SUFFIX,
      media,
      floors: (floor: string) => this.#floor(floor),
    }
    const { scenario, issues } = openScenario(text, facts)
    if (!scenario) return refuse(issues)
    return { ...fromScenario(scenario), ...contentOf(scenario) }
  }

  /** Reads and checks a floor on first use. A file that has errors is told beside the scenarios that it keeps away. */
  #floor(id: string): Floor | 'not-there' | 'invalid' {
    const known = this.#floors.get(id)
    if (known) return known
    const read = this.#readFloor(id)
    this.#floors.set(id, read)
    return read
  }

  #readFloor(id: string): Floor | 'not-there' | 'invalid' {
    const file = `${id}${FLOOR_SUFFIX}`
    const { path } = this.#pathOf('floors', file)
    if (!existsSync(path)) return 'not-there'
    let opened: OpenedDocument<Floor>
    try {
      opened = openFloor(readFileSync(path, 'utf8'), { name: file, ending: FLOOR_SUFFIX })
    } catch {
      opened = { issues: unreadable(), value: undefined }
    }
    if (opened.value) return opened.value
    this.refusals.push({ kind: 'floor', file, issues: gravestFirst(opened.issues) })
    return 'invalid'
  }

  /** A picture or sound as it was when a scenario was played; `undefined` when it is gone or another by now. */
  async media(file: string, hash: string): Promise<Buffer | undefined> {
    const found = await readMedia(this.#folder, file, hash)
    return found ?? (this.#own === undefined ? undefined : readOwnMedia(this.#own, file, hash))
  }

  /** The same at once, for the file that takes it to other computers. */
  mediaNow(file: string, hash: string): Buffer | undefined {
    const found = readMediaNow(this.#folder, file, hash)
    return found ?? (this.#own === undefined ? undefined : readOwnMediaNow(this.#own, file, hash))
  }
}

/** Compiles a scenario that was checked, or one kept with an old attempt. */
export function fromScenario(scenario: Scenario): Pick<LibraryScenario, 'scenario' | 'compiled' | 'channel'> {
  const compiled = compileScenario(scenario)
  const contact = viewOf(startSession(compiled)).contact
  const channel = (contact && scenario.cast[contact]?.channel) || 'desk'
  return { scenario, compiled, channel }
}
