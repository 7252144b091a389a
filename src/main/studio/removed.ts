import { rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../domain/authoring/document'
import { ID_PATTERN } from '../../domain/scenario/vocabulary'
import { writeAtomically } from '../files/atomic-write'
import { refusalOf } from '../files/errors'
import { Refused } from '../refused'
import { stampOf } from '../store/database'
import { bytesOf, makeFolder, markOf, namesIn, renameIfThere } from './disk'
import { textsOf } from './heads'
import { fileName, folderName, type StudioPaths, type Which } from './paths'

const about = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  // Whoever writes to a shared folder may write anything here. No other id may become part of a path.
  id: z.string().regex(ID_PATTERN),
  title: z.unknown().transform(textsOf),
  at: z.iso.datetime(),
  by: z.string(),
})
type About = z.infer<typeof about>
export type RemovedRow = About & { readonly key: string }

const KEY = /^[A-Za-z0-9][A-Za-z0-9.-]*$/

/** Keeps removed documents, each in a folder of its own with its draft and its versions. */
export class Removed {
  constructor(private readonly paths: () => StudioPaths) {}

  /**
   * Moves a document here.
   * @returns the key with which it can be restored
   */
  async put(which: Which, one: Omit<About, 'kind' | 'id' | 'at'>, now: Date): Promise<string> {
    const paths = this.paths()
    const key = `${stampOf(now)}-${folderName(which)}`
    const folder = join(paths.removed, key)
    await makeFolder(folder)
    const { kind, id } = which
    writeAtomically(join(folder, 'about.json'), JSON.stringify({ ...one, kind, id, at: now.toISOString() }))
    // The versions are moved first, so that trainees lose the document first and a half removed one is still a draft.
    await renameIfThere(paths.versions(which), join(folder, 'versions'))
    try {
      await renameIfThere(paths.draft(which), join(folder, 'draft'))
    } catch (error) {
      await renameIfThere(join(folder, 'versions'), paths.versions(which))
      await rm(join(folder, 'about.json'), { force: true })
      throw error
    }
    return key
  }

  async list(): Promise<RemovedRow[]> {
    const found: RemovedRow[] = []
    for (const key of await namesIn(this.paths().removed)) {
      const one = await this.#about(key)
      if (one) found.push({ ...one, key })
    }
    return found.sort((a, b) => b.at.localeCompare(a.at))
  }

  async #about(key: string): Promise<About | undefined> {
    if (!KEY.test(key) || basename(key) !== key) return undefined
    const folder = join(this.paths().removed, key)
    try {
      const bytes = await bytesOf(join(folder, 'about.json'))
      if (!bytes) return undefined
      return about.parse(JSON.parse(bytes.toString('utf8')))
    } catch {
      return undefined
    }
  }

  /** @throws Refused `not-found`, or `already-exists` while another document has its place */
  async bringBack(key: string): Promise<Which> {
    const one = await this.#about(key)
    if (!one) throw new Refused('not-found', 'This is no longer among what was removed.')
    const paths = this.paths()
    const folder = join(paths.removed, key)
    const draft = [join(folder, 'draft'), paths.draft(one)] as const
    const versions = [join(folder, 'versions'), paths.versions(one)] as const
    for (const [from, to] of [draft, versions]) {
      // A removal that a crash interrupted may have moved only the versions, while the draft is still in its place.
      if ((await markOf(from)) && (await markOf(to)))
        throw new Refused('already-exists', `‘${one.id}’ exists already.`)
    }
    try {
      await makeFolder(paths.drafts)
      await makeFolder(paths.published)
      await renameIfThere(...draft)
      try {
        await renameIfThere(...versions)
      } catch (error) {
        await renameIfThere(draft[1], draft[0])
        throw error
      }
      await rename(join(folder, 'about.json'), join(folder, 'about.brought-back.json'))
    } catch (error) {
      throw refusalOf(error, fileName(one))
    }
    return { kind: one.kind, id: one.id }
  }
}
