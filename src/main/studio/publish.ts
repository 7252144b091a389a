import type { Issue } from '../../domain/scenario/issue'
import type { PUBLISHERS } from '../../domain/authoring/document'
import type { Person } from '../store/records'
import { saveRecorded } from '../store/recorded-file'
import type { Database } from '../store/libsql'
import { mediaHashes } from '../library/own'
import { keepsFromTrainees } from '../../domain/scenario/unwritten'
import { refusalOf } from '../files/errors'
import { Refused } from '../refused'
import { join } from 'node:path'
import { bytesOf, makeFolder, textOf } from './disk'
import { checkDocument, type Surroundings } from './check'
import { documentText } from './document-text'
import type { Drafts, Stale } from './drafts'
import { fileName, type StudioPaths, type Which } from './paths'
import type { StudioSettingsStore } from './settings'
import { sha256 } from '../sha256'
import { rowOf, versionText, type Version, type VersionRow, type Versions } from './versions'

export type Published =
  | { readonly outcome: 'published' | 'same'; readonly version: VersionRow }
  | { readonly outcome: 'refused'; readonly issues: readonly Issue[] }
  | { readonly outcome: 'not-you'; readonly rule: (typeof PUBLISHERS)[number] }
  | Stale

interface Parts {
  readonly db: Database
  readonly paths: () => StudioPaths
  readonly drafts: Drafts
  readonly versions: Versions
  readonly settings: StudioSettingsStore
  readonly now: () => Date
  readonly around: (which: Which) => Promise<Surroundings>
}

export interface PublishRight {
  readonly rule: (typeof PUBLISHERS)[number]
  readonly may: boolean
  /** The people who wrote something since the last version. */
  readonly authors: readonly string[]
}

/** Compares people by name, because a shared folder knows nothing else about them. */
const sameName = (one: string, other: string): boolean =>
  one.trim().normalize('NFC').toLowerCase() === other.trim().normalize('NFC').toLowerCase()

/** Returns the names of all who wrote something since the newest version, each once. */
function authorsSince(
  { base, entries }: Pick<Awaited<ReturnType<Drafts['now']>>, 'base' | 'entries'>,
  newest: Version | undefined,
): string[] {
  const at = newest?.journal?.base === base.hash ? newest.journal.after : undefined
  const since = newest?.at ?? ''
  const written = at === undefined ? entries.filter((entry) => entry.at > since) : entries.slice(at)
  // A draft that was made from the newest version has no changes of its own yet.
  const begun = at === undefined && base.hash !== (newest && sha256(newest.text)) && (base.at ?? '') > since
  const names = [...(begun ? [base.by] : []), ...written.map(({ by }) => by)]
  return [...new Set(names.flatMap((name) => name ?? []))]
}

/** Publishes a draft as an unchangeable version with a hash, and notes it in the audit log. */
export class Publishing {
  constructor(private readonly parts: Parts) {}

  /** @param after the number of the last entry that the person who publishes has seen */
  publish(which: Which, after: number, note: string, person: Person): Promise<Published> {
    const { drafts } = this.parts
    return drafts.exclusively(which, async () => {
      const now = await drafts.now(which)
      if (now.fold.now.n !== after) return drafts.staleFor(which, after)
      const newest = await this.parts.versions.newest(which)
      if (newest && 'damaged' in newest) {
        throw new Refused('file-unreadable', `‘${newest.damaged}’ is damaged.`)
      }
      const { rule, may } = this.#allowed(authorsSince(now, newest), person)
      if (!may) return { outcome: 'not-you', rule }
      const text = documentText(which.kind, now.fold.now)
      const { issues, content } = checkDocument(which, text, await this.parts.around(which))
      const withheld = issues.filter(keepsFromTrainees)
      if (!content || withheld.length > 0) return { outcome: 'refused', issues: withheld }
      if (newest?.hash === content.hash) return { outcome: 'same', version: rowOf(newest) }
      const version = {
        number: ((await this.parts.versions.numbers(which))[0] ?? 0) + 1,
        hash: content.hash,
        at: this.parts.now().toISOString(),
        by: person.name,
        note,
        text:
          (await this.#asSaved(
            which,
            now.saved?.done === true && now.saved.after === after ? now.saved.hash : '',
          )) ?? text,
        journal: { base: now.base.hash, after },
        content: JSON.parse(content.content) as unknown,
      }
      await this.#keep(which, version, newest?.hash ?? null, person.id)
      return { outcome: 'published', version: rowOf({ format: 1, ...version }) }
    })
  }

  /** Tells whether this person may publish the draft as it is now, and who wrote in it since the last version. */
  publisher(which: Which, person: Person): Promise<PublishRight> {
    const { drafts, versions } = this.parts
    return drafts.exclusively(which, async () => {
      const newest = await versions.newest(which)
      const authors = authorsSince(
        await drafts.now(which),
        newest && 'damaged' in newest ? undefined : newest,
      )
      return { ...this.#allowed(authors, person), authors }
    })
  }

  #allowed(authors: readonly string[], person: Person): Pick<PublishRight, 'rule' | 'may'> {
    const { settings } = this.parts
    const rule = settings.known.publishers
    const wrote = authors.some((name) => sameName(name, person.name))
    return { rule, may: settings.mayPublish(person.role) && !(rule === 'second-person' && wrote) }
  }

  /** Returns the file with its author’s layout, if it holds the published content. */
  async #asSaved(which: Which, hash: string): Promise<string | undefined> {
    const bytes = await bytesOf(this.parts.paths().file(which))
    const text = bytes && textOf(bytes)
    return text !== undefined && sha256(text) === hash ? text : undefined
  }

  async #keep(which: Which, version: Parameters<typeof versionText>[0], before: string | null, by: string) {
    const { db, paths, versions } = this.parts
    try {
      for (const [file, hash] of mediaHashes(version.content)) {
        await versions.keepMedia(join(paths().media(which), file), hash)
      }
      await makeFolder(paths().versions(which))
    } catch (error) {
      throw refusalOf(error, fileName(which))
    }
    saveRecorded(db, versions.path(which, version.number), versionText(version), {
      act: 'studio-published',
      at: version.at,
      by,
      detail: {
        kind: which.kind,
        document: which.id,
        version: version.number,
        sha256: version.hash,
        before: { version: version.number === 1 ? null : version.number - 1, sha256: before },
      },
    })
  }
}
