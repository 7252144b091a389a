import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { MediaFile } from '../../domain/scenario/media'
import type { Channel } from '../../domain/scenario/vocabulary'
import type { TaskContext } from '../store/task'
import { checkDocument } from './check'
import type { Which } from './paths'

export interface CheckRequest {
  readonly documents: readonly {
    readonly which: Which
    readonly text: string
    /** The folder that holds the document's pictures and sounds. */
    readonly media: string
  }[]
  /** The texts of floors by floor id, and the truths of the scenarios that trainees have by scenario id. */
  readonly floors: Readonly<Record<string, string>>
  readonly truths: Readonly<Record<string, string>>
}

export interface CheckCounts {
  readonly errors: number
  readonly warnings: number
  /** The hash of the content that would be published; `null` when there are errors. */
  readonly hash: string | null
  readonly channel: Channel | null
}

/** Returns a function that finds a picture or a sound in a folder. */
export const mediaOf =
  (folder: string) =>
  (file: string): MediaFile | undefined => {
    const path = join(folder, file)
    const found = statSync(path, { throwIfNoEntry: false })
    return found?.isFile() ? { size: found.size, read: () => readFileSync(path) } : undefined
  }

const own = (record: Readonly<Record<string, string>>, id: string): string | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined

/** Checks documents, one after another. */
export async function checkDocuments(
  { documents, floors, truths }: CheckRequest,
  { breathe }: TaskContext,
): Promise<CheckCounts[]> {
  const counts: CheckCounts[] = []
  for (const { which, text, media } of documents) {
    await breathe()
    const { issues, content, channel } = checkDocument(which, text, {
      look: mediaOf(media),
      floor: (id) => own(floors, id),
      truth: (id) => own(truths, id),
    })
    const errors = issues.filter(({ severity }) => severity === 'error').length
    counts.push({
      errors,
      warnings: issues.length - errors,
      hash: content?.hash ?? null,
      channel: channel ?? null,
    })
  }
  return counts
}
