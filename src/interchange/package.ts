/** A `.htl` package: a scenario with its floor, its pictures and its sounds in one file. */
import { strToU8, zipSync, type Zippable } from 'fflate'
import { refuse } from '../domain/authoring/import/refusal'
import { readJson } from '../domain/scenario/json-text'
import { isWhatItSays, LARGEST_MEDIA } from '../domain/scenario/media'
import { MEDIA_FILE_PATTERN } from '../domain/scenario/schema'
import { ID_PATTERN } from '../domain/scenario/vocabulary'
import { readZip } from './zip'

/** The newest form of a package that this program reads and the one that it writes. */
const PACKAGE_FORMAT = 1
const MANIFEST = 'htl.json'
const LIMITS = { entries: 500, bytes: 200_000_000 }
const LARGEST_TEXT = 16_000_000
/** Any time would do; without one the same content gives other bytes on another day. */
const NO_TIME = new Date(1980, 0, 2)

export interface Packed {
  readonly id: string
  /** The scenario as it is written. */
  readonly text: string
  readonly floor: { readonly id: string; readonly text: string } | undefined
  /** Pictures and sounds by their names. */
  readonly media: ReadonlyMap<string, Uint8Array>
}

/** The bytes of a package; the same for the same content. */
export function writePackage({ id, text, floor, media }: Packed): Uint8Array {
  const files: Zippable = {
    [MANIFEST]: strToU8(
      `${JSON.stringify({ format: PACKAGE_FORMAT, scenario: id, floor: floor?.id ?? null })}\n`,
    ),
    [`${id}.scenario.json`]: strToU8(text),
    ...(floor ? { [`floors/${floor.id}.floor.json`]: strToU8(floor.text) } : {}),
  }
  // Pictures and sounds are packed tightly by themselves.
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
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('not-text')
  }
}

/**
 * Reads a package. Everything in it is looked at before anything is handed out.
 * @throws ImportRefused for what is none, is damaged, or holds what must not be in one
 */
export async function readPackage(bytes: Uint8Array): Promise<Packed> {
  const files = await readZip(bytes, () => true, LIMITS)
  const manifest = manifestOf(files.get(MANIFEST))
  const scenarioFile = `${manifest.scenario}.scenario.json`
  const floorFile = manifest.floor === null ? undefined : `floors/${manifest.floor}.floor.json`
  const media = new Map<string, Uint8Array>()
  for (const [name, content] of files) {
    if (name === MANIFEST) continue
    if (name === scenarioFile || name === floorFile) {
      if (content.length > LARGEST_TEXT) return refuse('too-large', { megabytes: LARGEST_TEXT / 1_000_000 })
      continue
    }
    const file = name.startsWith('media/') ? name.slice('media/'.length) : ''
    if (!MEDIA_FILE_PATTERN.test(file)) return refuse('zip-name', { name })
    if (content.length > LARGEST_MEDIA || !isWhatItSays(file, content))
      return refuse('package-media', { name })
    media.set(file, content)
  }
  const document = (name: string): string => {
    const found = files.get(name)
    if (!found) return refuse('no-content', { name })
    const text = textOf(found)
    const read = readJson(text)
    return read.ok ? text : refuse('content-not-json', { name })
  }
  const text = document(scenarioFile)
  const floor = floorFile === undefined ? undefined : { id: manifest.floor!, text: document(floorFile) }
  return { id: manifest.scenario, text, floor, media }
}
