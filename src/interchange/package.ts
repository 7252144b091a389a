/**
 * Reads and writes `.htl` packages: a scenario with its floor, its pictures and sounds, and its test plan in one file.
 */
import { strToU8, zipSync, type Zippable } from 'fflate'
import { refuse } from '../domain/authoring/import/refusal'
import { readJson } from '../domain/scenario/json-text'
import { isWhatItSays, LARGEST_MEDIA } from '../domain/scenario/media'
import { MEDIA_FILE_PATTERN } from '../domain/scenario/schema'
import { ID_PATTERN } from '../domain/scenario/vocabulary'
import { readZip } from './zip'

/** The newest format of packages that this program reads, and the one that it writes. */
const PACKAGE_FORMAT = 1
const MANIFEST = 'htl.json'
const TRANSLATIONS = 'translations.json'
/** The largest package, in bytes. */
export const LARGEST_PACKAGE = 100_000_000
const LIMITS = { entries: 500, bytes: 200_000_000 }
/** The most pictures and sounds in a package. The remaining entries are for texts. */
export const MOST_MEDIA = LIMITS.entries - 10
const LARGEST_TEXT = 16_000_000
/** Entries have a fixed time, so that the same content gives the same bytes on another day. */
const NO_TIME = new Date(1980, 0, 2)

export interface Packed {
  readonly id: string
  /** The text of the scenario, unchanged. */
  readonly text: string
  readonly floor: { readonly id: string; readonly text: string } | undefined
  /** Pictures and sounds by their names. */
  readonly media: ReadonlyMap<string, Uint8Array>
  /** The text of the test plan, unchanged. */
  readonly plan?: string | undefined
  /**
   * The record of translations that the Studio keeps beside a draft: the source words for which each of them was
   * written.
   */
  readonly translations?: string | undefined
}

const planFile = (id: string): string => `${id}.testplan.json`

/** Returns the bytes of a package. The same content gives the same bytes. */
export function writePackage({ id, text, floor, media, plan, translations }: Packed): Uint8Array {
  const files: Zippable = {
    [MANIFEST]: strToU8(
      `${JSON.stringify({ format: PACKAGE_FORMAT, scenario: id, floor: floor?.id ?? null })}\n`,
    ),
    [`${id}.scenario.json`]: strToU8(text),
    ...(floor ? { [`floors/${floor.id}.floor.json`]: strToU8(floor.text) } : {}),
    ...(plan === undefined ? {} : { [planFile(id)]: strToU8(plan) }),
    ...(translations === undefined ? {} : { [TRANSLATIONS]: strToU8(translations) }),
  }
  // Pictures and sounds are compressed already.
  for (const name of [...media.keys()].sort()) files[`media/${name}`] = [media.get(name)!, { level: 0 }]
  return zipSync(files, { mtime: NO_TIME })
}

interface Manifest {
  readonly format: number
  readonly scenario: string
  readonly floor: string | null
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 60 && ID_PATTERN.test(value)

function manifestOf(bytes: Uint8Array | undefined): Manifest {
  const read = bytes && readJson(textOf(bytes))
  const value = read?.ok ? (read.raw as Partial<Manifest> | null) : undefined
  if (typeof value?.format !== 'number') return refuse('not-a-package')
  if (value.format > PACKAGE_FORMAT) return refuse('package-newer')
  const { floor = null } = value
  if (!isId(value.scenario) || (floor !== null && !isId(floor))) return refuse('not-a-package')
  return { format: value.format, scenario: value.scenario, floor }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return refuse('not-text')
  }
}

/**
 * Reads a package. All of it is checked before anything is returned.
 * @throws ImportRefused for a file that is no package, is damaged, or holds a file that must not be in one
 */
export async function readPackage(bytes: Uint8Array): Promise<Packed> {
  if (bytes.length > LARGEST_PACKAGE) return refuse('too-large', { megabytes: LARGEST_PACKAGE / 1_000_000 })
  const files = await readZip(bytes, () => true, LIMITS)
  const { scenario: id, floor: floorId } = manifestOf(files.get(MANIFEST))
  const scenarioFile = `${id}.scenario.json`
  const floorFile = floorId === null ? undefined : `floors/${floorId}.floor.json`
  const texts: readonly unknown[] = [MANIFEST, scenarioFile, floorFile, planFile(id), TRANSLATIONS]
  const media = new Map<string, Uint8Array>()
  const names = new Set<string>()
  for (const [name, content] of files) {
    // On a file system without regard to case, one file would overwrite the other.
    if (names.size === names.add(name.toLowerCase()).size) return refuse('zip-name', { name })
    if (texts.includes(name)) {
      if (content.length > LARGEST_TEXT) return refuse('too-large', { megabytes: LARGEST_TEXT / 1_000_000 })
      continue
    }
    const file = name.startsWith('media/') ? name.slice('media/'.length) : ''
    if (!MEDIA_FILE_PATTERN.test(file)) return refuse('zip-name', { name })
    if (content.length > LARGEST_MEDIA || !isWhatItSays(file, content))
      return refuse('package-media', { name })
    media.set(file, content)
  }
  const beside = (name: string): string | undefined => {
    const found = files.get(name)
    const text = found && textOf(found)
    return text === undefined || readJson(text).ok ? text : refuse('content-not-json', { name })
  }
  const document = (name: string): string => beside(name) ?? refuse('no-content', { name })
  return {
    id,
    text: document(scenarioFile),
    floor: floorFile === undefined ? undefined : { id: floorId!, text: document(floorFile) },
    media,
    plan: beside(planFile(id)),
    translations: beside(TRANSLATIONS),
  }
}
