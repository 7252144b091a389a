import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { packPage, type ReviewPack } from '../../domain/authoring/review/pack'
import { placesOf, standsIn } from '../../domain/authoring/review/places'
import type { Issue } from '../../domain/scenario/issue'
import { mediaKindOf } from '../../domain/scenario/media'
import type { Scenario } from '../../domain/scenario/schema'
import { mediaHashes } from '../library/own'
import { checkDocument, type Surroundings } from './check'
import { mediaOf } from './check-task'
import { Comments } from './comments'
import type { Which } from './paths'

/** The scenario as a reviewer gets it: its current text, and the folder of its pictures and sounds. */
export interface Reviewed {
  readonly text: string
  readonly media: string
  readonly around: Surroundings
}

interface Parts {
  readonly comments: Comments
  readonly reviewed: (which: Which) => Promise<Reviewed>
  /** The page of a pack before a scenario is put in, as the build made it. */
  readonly page: string
  readonly now: () => Date
}

/**
 * Reads the page for reviewers.
 * @throws the system's error, if the program was built without it
 */
export const readPage = async (path: string): Promise<string> =>
  (await promisify(brotliDecompress)(await readFile(path))).toString('utf8')

const dataAddress = async (folder: string, file: string): Promise<string> =>
  `data:${mediaKindOf(file)?.type};base64,${(await readFile(join(folder, file))).toString('base64')}`

export { Comments }

/** Makes packs for reviewers, and stores comments on scenarios. */
export class ReviewDesk {
  constructor(private readonly parts: Parts) {}

  get comments(): Comments {
    return this.parts.comments
  }

  /** @param locale the language in which the page opens, if the scenario has it */
  async pack(
    which: Which,
    locale: string,
  ): Promise<
    | { readonly outcome: 'made'; readonly page: string }
    | { readonly outcome: 'refused'; readonly issues: readonly Issue[] }
  > {
    const { text, media: folder, around } = await this.parts.reviewed(which)
    const { content, issues } = checkDocument(which, text, { ...around, look: mediaOf(folder) })
    if (!content) {
      return { outcome: 'refused', issues: issues.filter(({ severity }) => severity === 'error') }
    }
    const scenario = JSON.parse(content.content) as Scenario
    const media: Record<string, string> = {}
    for (const [file, hash] of mediaHashes(scenario)) media[hash] = await dataAddress(folder, file)
    const { threads } = await this.parts.comments.read(which)
    const open = threads.filter(({ closed }) => closed === null)
    const standOf = open.length > 0 ? standsIn(placesOf(scenario)) : undefined
    const pack: ReviewPack = {
      pack: 1,
      content: {
        id: scenario.id,
        version: scenario.version,
        hash: content.hash,
        at: this.parts.now().toISOString(),
      },
      scenario,
      media,
      threads: open.map((thread) => {
        const stand = standOf!(thread.on)
        return {
          ...thread,
          stands: stand.place === 'gone' ? null : { kind: stand.at.kind, id: stand.at.id },
        }
      }),
      locale,
    }
    return { outcome: 'made', page: packPage(await readPage(this.parts.page), pack) }
  }
}
