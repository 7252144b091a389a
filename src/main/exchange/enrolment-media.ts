import { LARGEST_MEDIA_IN_ALL, type Enrolment } from '../../domain/records'
import { listMedia, type MediaTools } from '../../domain/scenario/media'
import { listNodes } from '../../domain/scenario/nodes'
import type { Media, Scenario } from '../../domain/scenario/schema'
import type { Library } from '../library/library'
import { sha256 } from '../sha256'
import { Refused } from '../refused'

type MediaCopy = NonNullable<Enrolment['media']>[number]

const mediaOf = (scenarios: readonly Scenario[]): Media[] =>
  scenarios.flatMap((scenario) => listMedia(listNodes(scenario)).map(({ media }) => media))

/** Returns the name as Windows sees it, where `Bell.mp3` and `bell.mp3` are the same file. */
const nameOnDisk = (file: string): string => file.toLowerCase()

/**
 * Packs the pictures and sounds of scenarios, each once.
 * @throws Refused when a file is gone or has changed since its scenario was read, or when the files are too large
 *   together
 */
export function packMedia(library: Library, scenarios: readonly Scenario[]): MediaCopy[] {
  const packed = new Map<string, MediaCopy>()
  let size = 0
  for (const { file, sha256: hash } of mediaOf(scenarios)) {
    const known = packed.get(nameOnDisk(file))
    if (known?.file === file) continue
    if (known) {
      throw new Refused(
        'media-unusable',
        `media/${file}: its name differs from ${known.file} in capitals alone.`,
      )
    }
    const bytes = hash === undefined ? undefined : library.mediaNow(file, hash)
    if (!bytes) {
      throw new Refused(
        'media-unusable',
        `media/${file}: the file was changed or is gone. Start the program again.`,
      )
    }
    size += bytes.length
    if (size > LARGEST_MEDIA_IN_ALL) {
      throw new Refused(
        'media-unusable',
        `The pictures and sounds of all scenarios have more than ${LARGEST_MEDIA_IN_ALL / 1_000_000} MB together.`,
      )
    }
    packed.set(nameOnDisk(file), { file, content: bytes.toString('base64') })
  }
  return [...packed.values()]
}

/** Returns media tools that look for pictures and sounds only in a set-up file. */
export function mediaIn(packed: readonly MediaCopy[]): MediaTools {
  const files = new Map(packed.map(({ file, content }) => [file, Buffer.from(content, 'base64')]))
  return {
    look: (file) => {
      const bytes = files.get(file)
      return bytes && { size: bytes.length, read: () => bytes }
    },
    sha256,
  }
}

/** Tells whether a set-up file holds the pictures and sounds of its scenarios, each once, and nothing else. */
export function mediaFit(packed: readonly MediaCopy[], scenarios: readonly Scenario[]): boolean {
  const names = new Set(packed.map(({ file }) => file))
  const needed = new Set(mediaOf(scenarios).map(({ file }) => file))
  return new Set([...names].map(nameOnDisk)).size === packed.length && needed.size === names.size
}

/**
 * Tells whether a scenario’s text contains the hashes of its pictures and sounds, which makes its own hash the same
 * everywhere.
 */
export const namesHashes = (content: string, scenario: Scenario): boolean =>
  mediaOf([scenario]).every(({ sha256: hash }) => hash !== undefined && content.includes(hash))
