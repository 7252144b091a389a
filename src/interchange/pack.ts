/** Packs a scenario with its files, for the Studio and for the command line. */
import { readJson } from '../domain/scenario/json-text'
import { isWhatItSays, LARGEST_MEDIA, mediaNamesIn } from '../domain/scenario/media'
import { ID_PATTERN } from '../domain/scenario/vocabulary'
import { LARGEST_PACKAGE, MOST_MEDIA, writePackage } from './package'

/** Reads the parts of a package; a missing part is `undefined`. */
export interface PackSource {
  readonly floor: (id: string) => Promise<string | undefined>
  readonly media: (file: string) => Promise<Uint8Array | undefined>
  readonly plan?: string | undefined
  readonly translations?: string | undefined
}

export type PackOutcome =
  | {
      readonly outcome: 'packed'
      readonly bytes: Uint8Array
      readonly floor: string | null
      readonly media: readonly string[]
      /** Files that the scenario names and that were not packed, because they are missing or can't be shown. */
      readonly missing: readonly string[]
    }
  /** A file is not valid JSON, so that nobody could open the package. */
  | { readonly outcome: 'not-json'; readonly file: string }
  | { readonly outcome: 'too-large'; readonly megabytes: number }

const floorNamedIn = (value: unknown): string | undefined => {
  const { floor } = (typeof value === 'object' && value !== null ? value : {}) as { floor?: unknown }
  return typeof floor === 'string' && ID_PATTERN.test(floor) ? floor : undefined
}

/**
 * Packs a scenario with the files that it names, and no other file that lies beside it.
 * @param text the text of the scenario, which may have faults but must be JSON
 */
export async function packScenario(id: string, text: string, source: PackSource): Promise<PackOutcome> {
  const read = readJson(text)
  if (!read.ok) return { outcome: 'not-json', file: `${id}.scenario.json` }
  const missing: string[] = []
  const floorId = floorNamedIn(read.raw)
  const floorText = floorId === undefined ? undefined : await source.floor(floorId)
  const floorFile = `${floorId}.floor.json`
  if (floorText !== undefined && !readJson(floorText).ok) return { outcome: 'not-json', file: floorFile }
  if (floorId !== undefined && floorText === undefined) missing.push(floorFile)
  const media = new Map<string, Uint8Array>()
  let bytesOfMedia = 0
  for (const file of mediaNamesIn(read.raw).keys()) {
    const bytes = await source.media(file)
    if (!bytes || bytes.length > LARGEST_MEDIA || !isWhatItSays(file, bytes)) missing.push(file)
    else {
      media.set(file, bytes)
      bytesOfMedia += bytes.length
    }
  }
  const tooLarge = { outcome: 'too-large', megabytes: LARGEST_PACKAGE / 1_000_000 } as const
  if (media.size > MOST_MEDIA || bytesOfMedia > LARGEST_PACKAGE) return tooLarge
  const { plan, translations } = source
  // A broken plan is of no use to its reader, and would make the whole package unreadable.
  const whole = (one: string | undefined) => (one !== undefined && readJson(one).ok ? one : undefined)
  const bytes = writePackage({
    id,
    text,
    floor: floorText === undefined ? undefined : { id: floorId!, text: floorText },
    media,
    plan: whole(plan),
    translations: whole(translations),
  })
  if (bytes.length > LARGEST_PACKAGE) return tooLarge
  return {
    outcome: 'packed',
    bytes,
    floor: floorText === undefined ? null : floorId!,
    media: [...media.keys()],
    missing,
  }
}
