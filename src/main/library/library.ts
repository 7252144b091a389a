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
import { sha256 } from '../sha256'
import { mediaIn, readMedia, readMediaNow } from './media'
import { ownMediaIn, readOwnMedia, readOwnMediaNow } from './own'

export interface LibraryScenario {
  readonly scenario: Scenario
  readonly compiled: CompiledScenario
  /** SHA-256 of the content, independent of line ends and spaces. It also covers the content of pictures and sounds. */
  readonly hash: string
  readonly content: string
  readonly channel: Channel
}

export interface Refusal {
  readonly kind: 'scenario' | 'course' | 'floor'
  readonly file: string
  /** The gravest first. They are put into words where somebody reads them. */
  readonly issues: readonly Issue[]
}

/** Names a refusal in the details of an error: file, code and place of the first fault. */
export const refusedBecause = ({ file, issues: [first] }: Refusal): string =>
  first ? `${file}: ${first.code} ${pathOf(first)}` : file

/** A notice lists this many issues, so that it leaves room for the page below it. */
const MOST_ISSUES = 8

/** Returns the notice about a refused file, with its issues. */
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

/** Returns the hash and the canonical text of a parsed file. */
export function contentOf(raw: unknown): { hash: string; content: string } {
  const content = JSON.stringify(raw)
  return { hash: sha256(content), content }
}

/**
 * Reads the scenarios and courses of a folder and of the Studio's published documents. A published document replaces
 * one of the folder. A file that has errors is refused with a reason; the others stay usable.
 */
export class Library {
  #folder: string
  #own: string | undefined
  readonly #cache = new Map<string, LibraryScenario | Refusal>()
  readonly #floors = new Map<string, Floor | 'not-there' | 'invalid'>()
  #courses: readonly Course[]
  readonly refusals: Refusal[] = []

  /**
   * @param own the folder of the Studio's published documents; missing on a device, which uses its organisation's
   *   courses
   */
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

  /** Reads everything again, for example when other documents were published. */
  refresh(): void {
    this.#cache.clear()
    this.#floors.clear()
    this.refusals.length = 0
    this.#courses = this.#readCourses()
  }

  /** Returns the path of a published file, or else of the folder's file. */
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
    // The shorter course comes first, because newcomers begin with it.
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

  /**
   * Reads and checks a floor on first use. Its errors are reported beside the scenarios that can't be played without
   * it.
   */
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

  /** Returns a picture or sound as it was when a scenario was played; `undefined` if it is gone or has changed. */
  async media(file: string, hash: string): Promise<Buffer | undefined> {
    const found = await readMedia(this.#folder, file, hash)
    return found ?? (this.#own === undefined ? undefined : readOwnMedia(this.#own, file, hash))
  }

  /** Reads a picture or sound synchronously, for the set-up file that takes it to other computers. */
  mediaNow(file: string, hash: string): Buffer | undefined {
    const found = readMediaNow(this.#folder, file, hash)
    return found ?? (this.#own === undefined ? undefined : readOwnMediaNow(this.#own, file, hash))
  }
}

/** Compiles a scenario that has been checked, or one that was kept with an old attempt. */
export function fromScenario(scenario: Scenario): Pick<LibraryScenario, 'scenario' | 'compiled' | 'channel'> {
  const compiled = compileScenario(scenario)
  const contact = viewOf(startSession(compiled)).contact
  const channel = (contact && scenario.cast[contact]?.channel) || 'desk'
  return { scenario, compiled, channel }
}
