import { rm } from 'node:fs/promises'
import type { DocumentKind } from '../../domain/authoring/document'
import { ImportRefused, type RefusalCode } from '../../domain/authoring/import/refusal'
import { rewrite } from '../../domain/authoring/rewrite'
import { readJson } from '../../domain/scenario/json-text'
import type { MediaFile } from '../../domain/scenario/media'
import { scenarioSchema } from '../../domain/scenario/schema'
import { readRecord } from '../../domain/translation/wordings'
import type { Packed } from '../../interchange/package'
import type { PackOutcome } from '../../interchange/pack'
import type { OpenedFile } from '../files/dialogs'
import { Refused } from '../refused'
import { sha256 } from '../sha256'
import type { Person } from '../store/records'
import { checkDocument, type Surroundings } from './check'
import type { DraftMedia } from './draft-media'
import type { Drafts } from './drafts'
import { headOf, type Head } from './heads'
import { planFileName, type StudioPaths, type Which } from './paths'
import { planFor, type Plans } from './plans'
import type { Translations } from './translations'
import type { Version, Versions } from './versions'

/** Describes a package before any of it is imported. */
export interface Offer {
  readonly file: string
  /** The SHA-256 of the package, so that exactly what was shown is imported. */
  readonly hash: string
  readonly head: Head
  readonly id: string
  /** The id that the scenario would get here. */
  readonly as: string
  readonly floor: {
    readonly id: string
    readonly title: Head['title']
    /**
     * `new`: there is no floor of that id here. `same`: there is one with the same content. `other`: there is a
     * different one, which stays.
     */
    readonly here: 'new' | 'same' | 'other'
  } | null
  readonly media: readonly { readonly file: string; readonly size: number }[]
  readonly runs: number
  readonly errors: number
  readonly warnings: number
}

export interface NoPackage {
  readonly file: string
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, string | number>>
}

interface Waiting {
  readonly packed: Packed
  readonly offer: Offer
  readonly by: string
}

interface Parts {
  readonly paths: () => StudioPaths
  readonly drafts: Drafts
  readonly media: DraftMedia
  readonly plans: Plans
  readonly translations: Translations
  readonly versions: Pick<Versions, 'one'>
  /** Returns the texts of a floor that trainees have or once had. */
  readonly floorsOf: (id: string) => AsyncIterable<string>
  /** Returns a document’s id, or the next one that is free. */
  readonly free: (which: Which) => Promise<Which>
  /** Returns the present text of a document, including its journal. */
  readonly textOf: (which: Which) => Promise<string | undefined>
  readonly around: (which: Which) => Promise<Surroundings>
}

const scenario = (id: string): Which => ({ kind: 'scenario', id })
const valueOf = (text: string): unknown => {
  const read = readJson(text)
  return read.ok ? read.raw : undefined
}
const headIn = (kind: DocumentKind, text: string): Head => headOf(kind, valueOf(text))
const saysTheSame = (one: string, other: string): boolean =>
  JSON.stringify(valueOf(one)) === JSON.stringify(valueOf(other))

/** Gives the scenario another id, and keeps its author's layout. */
function underId(id: string, text: string): string {
  const value = valueOf(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return text
  return rewrite(text, { ...value, id }, scenarioSchema)
}

const lookIn =
  (files: ReadonlyMap<string, Uint8Array>) =>
  (name: string): MediaFile | undefined => {
    const found = files.get(name)
    return found && { size: found.length, read: () => found }
  }

const runsIn = (plan: string | undefined): number => {
  const { runs } = (plan === undefined ? {} : (valueOf(plan) ?? {})) as { runs?: unknown }
  return Array.isArray(runs) ? runs.length : 0
}

/** Exports scenarios as packages, and imports packages as drafts. */
export class Packages {
  /** The package that was shown last, and the person to whom it was shown. */
  #waiting: Waiting | undefined

  constructor(private readonly parts: Parts) {}

  /**
   * Packs a scenario as it is now.
   * @throws Refused `not-found`
   */
  async pack(id: string): Promise<PackOutcome> {
    const { textOf, media, plans, translations } = this.parts
    const text = await textOf(scenario(id))
    if (text === undefined) throw new Refused('not-found', 'This document is no longer here.')
    const record = await translations.read(scenario(id))
    const { packScenario } = await import('../../interchange/pack')
    return packScenario(id, text, {
      floor: (floor) => textOf({ kind: 'floor', id: floor }),
      media: (file) => media.bytes(scenario(id), file),
      plan: await plans.textOf(id),
      translations: Object.keys(record).length > 0 ? JSON.stringify(record) : undefined,
    })
  }

  /**
   * Packs a published version exactly as trainees got it: with its pictures and sounds of that time, and on the floor
   * of that time. Its test plan stays, because that goes with the draft.
   * @throws Refused `not-found`, `file-unreadable`
   */
  async packVersion(id: string, number: number): Promise<PackOutcome> {
    const { media, translations, versions } = this.parts
    const published = await versions.one(scenario(id), number)
    const files = await media.ofVersion(published.content)
    const record = await translations.read(scenario(id))
    const { packScenario } = await import('../../interchange/pack')
    return packScenario(id, published.text, {
      floor: (floor) => this.#floorOf(id, published, floor, files),
      media: (file) => Promise.resolve(files.get(file)),
      translations: Object.keys(record).length > 0 ? JSON.stringify(record) : undefined,
    })
  }

  /** Finds the text of the floor with which the version has the hash under which it was published. */
  async #floorOf(
    id: string,
    { text, hash }: Version,
    floorId: string,
    files: ReadonlyMap<string, Uint8Array>,
  ): Promise<string | undefined> {
    for await (const floor of this.parts.floorsOf(floorId)) {
      const { content } = checkDocument(scenario(id), text, {
        look: lookIn(files),
        floor: (name) => (name === floorId ? floor : undefined),
        truth: () => undefined,
      })
      if (content?.hash === hash) return floor
    }
    return undefined
  }

  /** Looks at a package without importing it. */
  async look({ name, bytes }: OpenedFile, person: Person): Promise<Offer | NoPackage> {
    this.#waiting = undefined
    const { readPackage } = await import('../../interchange/package')
    let packed: Packed
    try {
      packed = await readPackage(bytes)
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error
      return { file: name, code: error.code, params: error.params }
    }
    const offer = await this.#offer(name, sha256(bytes), packed)
    this.#waiting = { packed, offer, by: person.id }
    return offer
  }

  async #offer(file: string, hash: string, packed: Packed): Promise<Offer> {
    const { id, text, floor, media, plan } = packed
    const { free, textOf, around } = this.parts
    const as = await free(scenario(id))
    const here = floor && (await textOf({ kind: 'floor', id: floor.id }))
    const surroundings = await around(as)
    const { issues } = checkDocument(scenario(id), text, {
      ...surroundings,
      look: lookIn(media),
      floor: (name) => (floor?.id === name ? (here ?? floor.text) : surroundings.floor(name)),
    })
    const errors = issues.filter(({ severity }) => severity === 'error').length
    return {
      file,
      hash,
      head: headIn('scenario', text),
      id,
      as: as.id,
      floor: floor
        ? {
            id: floor.id,
            title: headIn('floor', floor.text).title,
            here: here === undefined ? 'new' : saysTheSame(here, floor.text) ? 'same' : 'other',
          }
        : null,
      media: [...media].map(([name, { length }]) => ({ file: name, size: length })),
      runs: runsIn(plan),
      errors,
      warnings: issues.length - errors,
    }
  }

  /**
   * Imports the package that was shown, completely or not at all.
   * @param hash the hash of the package that was shown
   * @throws Refused `stale` if another one was shown since
   */
  async take(hash: string, person: Person): Promise<{ readonly id: string; readonly floor: string | null }> {
    const waiting = this.#waiting
    if (waiting?.by !== person.id || waiting.offer.hash !== hash)
      throw new Refused('stale', 'Another package was looked at meanwhile.')
    this.#waiting = undefined
    const { id, text, floor, media, plan, translations } = waiting.packed
    const { drafts, free, paths } = this.parts
    const which = await free(scenario(id))
    // A scenario that keeps its id keeps its text byte for byte.
    const own = which.id === id ? text : underId(which.id, text)
    const beside = new Map<string, string>()
    if (plan !== undefined) {
      beside.set(planFileName(which.id), which.id === id ? plan : planFor(plan, which.id))
    }
    if (translations !== undefined) {
      beside.set('translations.json', JSON.stringify(readRecord(valueOf(translations))))
    }
    const made = floor && (await this.#makeFloor(floor, person))
    try {
      await drafts.create(which, own, { by: person.name, media, beside })
    } catch (error) {
      if (made) await rm(paths().draft(made), { recursive: true, force: true })
      throw error
    }
    return { id: which.id, floor: made?.id ?? null }
  }

  /** Forgets the package, because the person does not want it. */
  leave(): void {
    this.#waiting = undefined
  }

  /** @returns `undefined` if there is a floor of that id, which stays */
  async #makeFloor({ id, text }: NonNullable<Packed['floor']>, person: Person): Promise<Which | undefined> {
    const which: Which = { kind: 'floor', id }
    if ((await this.parts.free(which)).id !== id) return undefined
    await this.parts.drafts.create(which, text, { by: person.name })
    return which
  }
}
