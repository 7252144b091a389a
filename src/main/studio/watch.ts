import { watch, type FSWatcher } from 'node:fs'
import { join } from 'node:path'
import { markOf, namesIn } from './disk'
import { whichOf, type StudioPaths, type Which } from './paths'

/** Each look asks the system about a few files of every document. */
const LOOK_EVERY_MS = 5000
/** Changes that come within this time, in milliseconds, cause a single look. */
const TOGETHER_MS = 300

interface Parts {
  readonly paths: () => StudioPaths
  /** Returns the mark of a draft's files after this program last wrote them; see `draftMark`. */
  readonly own: (which: Which) => string | undefined
  /** Returns the mark of a draft's notes about translations after this program last wrote them. */
  readonly ownTranslations: (which: Which) => string | undefined
  /** The name with which this program marks the documents that it has open, and its file of comments. */
  readonly session: string
  /** Tells whether anybody needs to know of changes at the moment. */
  readonly wanted: () => boolean
  readonly changed: () => void
  readonly report: (error: unknown) => void
}

/** Returns a text that changes when a draft's document or journal changes. The places on the map are left out. */
export async function draftMark(paths: StudioPaths, which: Which): Promise<string> {
  const [file, journal] = [await markOf(paths.file(which)), await markOf(paths.journal(which))]
  return `${file?.size} ${file?.mtimeMs} ${journal?.size}`
}

/** Returns a text that changes when a file does; an empty one while there is no file. */
export async function fileMark(path: string): Promise<string> {
  const mark = await markOf(path)
  return mark ? `${mark.size} ${mark.mtimeMs}` : ''
}

/**
 * Reports changes that other programs and other computers make in the Studio's folder. A shared folder gives no notice
 * of changes, so it is looked at again and again; a folder on this computer only where the system can't watch it.
 */
export class FolderWatch {
  #seen: ReadonlyMap<string, string> | undefined
  #timer: NodeJS.Timeout | undefined
  #soon: NodeJS.Timeout | undefined
  #watcher: FSWatcher | undefined
  #looking = false

  constructor(private readonly parts: Parts) {}

  /** @param shared whether other computers write to the folder */
  start(shared: boolean): void {
    this.stop()
    try {
      this.#watcher = watch(this.parts.paths().root, { recursive: true, persistent: false }, () =>
        this.#lookSoon(),
      )
      this.#watcher.on('error', () => {
        this.#watcher?.close()
        this.#watcher = undefined
        this.#poll()
      })
    } catch {
      this.#watcher = undefined
    }
    if (shared || !this.#watcher) this.#poll()
    void this.look()
  }

  #poll(): void {
    this.#timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS).unref()
  }

  #lookSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined
      void this.look()
    }, TOGETHER_MS).unref()
  }

  /** Compares the folder with the last look, and reports changes that others made. */
  async look(): Promise<void> {
    if (this.#looking || !this.parts.wanted()) return
    this.#looking = true
    try {
      const now = await this.#marks()
      const before = this.#seen
      this.#seen = now
      if (before && this.#byOthers(before, now)) this.parts.changed()
    } catch (error) {
      this.parts.report(error)
    } finally {
      this.#looking = false
    }
  }

  #byOthers(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean {
    if (now.size !== before.size) return true
    return [...now].some(([key, mark]) => {
      if (before.get(key) === mark) return false
      const [of, name = ''] = key.split(' ')
      const own =
        of === 'draft' ? this.parts.own : of === 'translations' ? this.parts.ownTranslations : undefined
      const which = own && whichOf(name)
      return !which || own(which) !== mark
    })
  }

  async #marks(): Promise<ReadonlyMap<string, string>> {
    const paths = this.parts.paths()
    const marks = new Map<string, string>()
    const lookAt = async (name: string) => {
      const which = whichOf(name)
      if (!which) return
      marks.set(`draft ${name}`, await draftMark(paths, which))
      if (which.kind === 'scenario') marks.set(`plan ${name}`, await fileMark(paths.plan(which.id)))
      marks.set(`translations ${name}`, await fileMark(paths.translations(which)))
      const leases = await namesIn(paths.editing(which))
      const others = leases.filter((one) => one.endsWith('.json') && !one.startsWith(this.parts.session))
      marks.set(`editing ${name}`, others.join(' '))
      if (which.kind === 'scenario') marks.set(`comments ${name}`, await this.#commentsByOthers(which))
    }
    await Promise.all((await namesIn(paths.drafts)).map(lookAt))
    for (const name of await namesIn(paths.published)) {
      if (whichOf(name))
        marks.set(`published ${name}`, (await namesIn(join(paths.published, name))).join(' '))
    }
    marks.set('removed', (await namesIn(paths.removed)).join(' '))
    return marks
  }

  /** Each start of the program writes comments to a file of its own, so every other file is somebody else's. */
  async #commentsByOthers(which: Which): Promise<string> {
    const folder = this.parts.paths().comments(which)
    const names = (await namesIn(folder)).filter((one) => one !== `${this.parts.session}.jsonl`)
    const files = await Promise.all(
      names.map(async (one) => {
        const mark = await markOf(join(folder, one))
        return `${one} ${mark?.size} ${mark?.mtimeMs}`
      }),
    )
    return files.sort().join('\n')
  }

  stop(): void {
    this.#watcher?.close()
    this.#watcher = undefined
    clearInterval(this.#timer)
    this.#timer = undefined
    clearTimeout(this.#soon)
    this.#soon = undefined
    this.#seen = undefined
  }
}
