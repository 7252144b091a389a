import { Refused } from '../refused'
import { keyOf, standingOf, type Catalog, type Standing } from './catalog'
import type { Surroundings } from './check'
import { mediaOf } from './check-task'
import type { Around } from './checker'
import { namesIn, systemCode } from './disk'
import { whichOf, type StudioPaths, type Which } from './paths'
import type { Versions } from './versions'

/** Stands for the surroundings when they can't be read. */
export const NOTHING_AROUND: Around = { floors: {}, truths: {} }

/** Lists all documents: shipped ones, drafts, and documents that have only versions. */
export class Shelf {
  constructor(
    private readonly catalog: Catalog,
    private readonly versions: Versions,
    private readonly paths: () => StudioPaths,
  ) {}

  /** Returns own documents that have only versions. */
  async #withoutDraft(known: ReadonlySet<string>): Promise<Standing[]> {
    const found: Standing[] = []
    for (const name of await namesIn(this.paths().published)) {
      const which = whichOf(name)
      if (!which || known.has(keyOf(which))) continue
      const newest = await this.versions.newest(which)
      if (newest && !('damaged' in newest)) found.push(standingOf(which, newest))
    }
    return found
  }

  /**
   * Returns all documents.
   * @returns also the system's code if the folder can't be read; shipped documents are there all the same
   */
  async all(): Promise<{ readonly documents: Standing[]; readonly problem: string | null }> {
    const shipped = await this.catalog.shippedDocuments()
    let own: Standing[] = []
    let problem: string | null = null
    try {
      own = await this.catalog.drafts()
      own.push(...(await this.#withoutDraft(new Set(own.map(keyOf)))))
    } catch (error) {
      problem = systemCode(error)
    }
    const names = new Set(own.map(keyOf))
    return { documents: [...own, ...shipped.filter((one) => !names.has(keyOf(one)))], problem }
  }

  /** Returns the floors and truths that trainees have: those of shipped documents and of the newest own versions. */
  async around(): Promise<Around> {
    const floors: Record<string, string> = {}
    const truths: Record<string, string> = {}
    const add = (kind: Which['kind'], id: string, text: string, truth: string | null) => {
      if (kind === 'floor') floors[id] = text
      if (kind === 'scenario' && truth) truths[id] = truth
    }
    for (const { kind, id, text, head } of await this.catalog.shippedDocuments())
      add(kind, id, text, head.truth)
    for (const name of await namesIn(this.paths().published)) {
      const which = whichOf(name)
      const newest = which && (await this.versions.newest(which))
      if (!newest || 'damaged' in newest) continue
      const { head, text } = standingOf(which, newest)
      add(which.kind, which.id, text, head.truth)
    }
    return { floors, truths }
  }

  /** Returns the texts of a floor that trainees have or once had: its own versions, the newest first, then the shipped. */
  async *floorsOf(id: string): AsyncGenerator<string> {
    const which: Which = { kind: 'floor', id }
    for (const { text } of await this.versions.all(which)) yield text
    for (const one of await this.catalog.shippedDocuments()) if (keyOf(one) === keyOf(which)) yield one.text
  }

  async surroundings(which: Which): Promise<Surroundings> {
    const { floors, truths } = await this.around()
    const find = (record: Readonly<Record<string, string>>) => (id: string) =>
      Object.hasOwn(record, id) ? record[id] : undefined
    return { look: mediaOf(this.paths().media(which)), floor: find(floors), truth: find(truths) }
  }

  /** Returns a document as it is now. */
  async one(which: Which): Promise<Standing> {
    const draft = await this.catalog.draft(which)
    if (draft?.fault) throw new Refused('file-unreadable', `${draft.fault.file}: ${draft.fault.code}`)
    if (draft) return draft
    const newest = await this.versions.newest(which)
    if (newest && !('damaged' in newest)) return standingOf(which, newest)
    const shipped = (await this.catalog.shippedDocuments()).find((one) => keyOf(one) === keyOf(which))
    if (!shipped) throw new Refused('not-found', 'This document is no longer here.')
    return shipped
  }
}
