/**
 * Copies the newest version of each published document from the Studio's folder to this computer, as folders that the
 * library reads. When the shared folder can't be reached, trainees can still play everything that was copied.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentKind } from '../../domain/authoring/document'
import { writeAtomically } from '../files/atomic-write'
import { mediaHashes, OWN_MEDIA } from '../library/own'
import { bytesOf, copyContent, makeFolder, markOf, namesIn, textOf } from './disk'
import { fileName, whichOf, type StudioPaths, type Which } from './paths'
import type { Versions } from './versions'

const FOLDERS = { scenario: '', course: 'courses', floor: 'floors' } as const satisfies Record<
  DocumentKind,
  string
>

interface Parts {
  /** The folder that the library reads. */
  readonly folder: string
  readonly paths: () => StudioPaths
  readonly versions: Versions
  readonly report: (error: unknown) => void
}

export class PublishedMirror {
  constructor(private readonly parts: Parts) {}

  /**
   * Copies the newest versions here, and removes documents that are no longer published.
   * @returns true if anything has changed
   * @throws the system's error when the Studio's folder can't be read; then nothing is changed. What is wrong with one
   *   document is reported and holds up no other.
   */
  async refresh(): Promise<boolean> {
    const { paths, versions } = this.parts
    const { root, published } = paths()
    // A share that is not connected must not look like one from which everything was removed.
    if (!(await markOf(root))) return false
    const there = (await namesIn(published)).flatMap((name) => whichOf(name) ?? [])
    let changed = false
    const kept = new Set<string>()
    for (const which of there) {
      try {
        const numbers = await versions.numbers(which)
        if (numbers.length === 0) continue
        kept.add(this.#path(which))
        const version = await versions.newest(which)
        if (!version || 'damaged' in version) continue
        if (await this.#take(which, version.content)) changed = true
      } catch (error) {
        // The others are copied all the same, and this one stays as it is here until the next look.
        kept.add(this.#path(which))
        this.parts.report(error)
      }
    }
    return (await this.#forget(kept)) || changed
  }

  #path({ kind, id }: Which): string {
    return join(this.parts.folder, FOLDERS[kind], fileName({ kind, id }))
  }

  async #take(which: Which, content: unknown): Promise<boolean> {
    const path = this.#path(which)
    const text = JSON.stringify(content)
    const there = await bytesOf(path)
    if (there && textOf(there) === text) return false
    await makeFolder(join(this.parts.folder, FOLDERS[which.kind]))
    for (const hash of mediaHashes(content).values()) await this.#takeMedia(hash)
    writeAtomically(path, text)
    return true
  }

  async #takeMedia(hash: string): Promise<void> {
    const folder = join(this.parts.folder, OWN_MEDIA)
    await makeFolder(folder)
    if (!(await copyContent(join(this.parts.paths().publishedMedia, hash), join(folder, hash), hash)))
      throw new Error(`the file ${hash} of a version is missing or not complete`)
  }

  /** Removes documents that have no version any more. Their media stay for replays of old attempts. */
  async #forget(kept: ReadonlySet<string>): Promise<boolean> {
    let changed = false
    for (const folder of Object.values(FOLDERS)) {
      for (const name of await namesIn(join(this.parts.folder, folder))) {
        const path = join(this.parts.folder, folder, name)
        if (!name.endsWith('.json') || kept.has(path)) continue
        await rm(path, { force: true })
        changed = true
      }
    }
    return changed
  }
}
