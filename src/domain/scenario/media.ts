import { error, issuesOf, type Fault, type Issue } from './issue'
import { eachBeat, listNodes, type PlacedNode } from './nodes'
import { MEDIA_FILE_PATTERN, type Media, type Scenario } from './schema'

/** The kinds of files that a beat may name, by their ending. SVG is left out, because it may contain a script. */
const KINDS = {
  png: { kind: 'picture', type: 'image/png' },
  jpg: { kind: 'picture', type: 'image/jpeg' },
  jpeg: { kind: 'picture', type: 'image/jpeg' },
  webp: { kind: 'picture', type: 'image/webp' },
  mp3: { kind: 'sound', type: 'audio/mpeg' },
  ogg: { kind: 'sound', type: 'audio/ogg' },
  wav: { kind: 'sound', type: 'audio/wav' },
} as const

/** A picture or a sound, with its media type. */
export type MediaKind = (typeof KINDS)[keyof typeof KINDS]

/** The largest media file, in bytes. The computers of call floors are slow. */
export const LARGEST_MEDIA = 5_000_000

const endingOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1).toLowerCase()

/**
 * Returns the kind of a file by its ending.
 * @param file the name of the file
 * @returns `undefined` for a kind that can't be shown or played
 */
export function mediaKindOf(file: string): MediaKind | undefined {
  const ending = endingOf(file)
  return Object.hasOwn(KINDS, ending) ? KINDS[ending as keyof typeof KINDS] : undefined
}

const letters = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.slice(from, to))

/** An MP3 begins with ID3, or with the head of a frame: eleven bits set, a known version, layer III. */
const beginsAsMp3 = (bytes: Uint8Array): boolean => {
  const [first = 0, second = 0] = bytes
  if (letters(bytes, 0, 3) === 'ID3') return true
  return first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) === 0x02
}

const isRiff = (bytes: Uint8Array, form: string): boolean =>
  letters(bytes, 0, 4) === 'RIFF' && letters(bytes, 8, 12) === form

const BEGINNINGS: Readonly<Record<MediaKind['type'], (bytes: Uint8Array) => boolean>> = {
  'image/png': (bytes) => letters(bytes, 0, 8) === '\x89PNG\r\n\x1a\n',
  'image/jpeg': (bytes) => letters(bytes, 0, 3) === '\xff\xd8\xff',
  'image/webp': (bytes) => isRiff(bytes, 'WEBP'),
  'audio/mpeg': beginsAsMp3,
  'audio/ogg': (bytes) => letters(bytes, 0, 4) === 'OggS',
  'audio/wav': (bytes) => isRiff(bytes, 'WAVE'),
}

/**
 * Checks by its first bytes that a file is of the kind that its ending claims.
 * @param file the name of the file
 * @param bytes at least its first twelve bytes
 */
export function isWhatItSays(file: string, bytes: Uint8Array): boolean {
  const kind = mediaKindOf(file)
  return kind !== undefined && BEGINNINGS[kind.type](bytes)
}

/** The media of a beat, with its path. */
export interface PlacedMedia {
  readonly media: Media
  readonly keys: readonly PropertyKey[]
}

/** Lists every picture and sound that a scenario's beats name, in the order of its scenes. */
export function listMedia(nodes: readonly PlacedNode[]): PlacedMedia[] {
  const found: PlacedMedia[] = []
  eachBeat(nodes, ({ media }, keys) => {
    if (media) found.push({ media, keys: [...keys(), 'media'] })
  })
  return found
}

/**
 * Finds the pictures and sounds that a document names, however broken the rest of it is.
 * @param value any JSON value
 * @returns how many times each is named, by the name of its file
 */
export function mediaNamesIn(value: unknown): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    const { media } = part as { readonly media?: unknown }
    const { file } = (typeof media === 'object' && media !== null ? media : {}) as { readonly file?: unknown }
    if (typeof file === 'string' && MEDIA_FILE_PATTERN.test(file) && mediaKindOf(file))
      found.set(file, (found.get(file) ?? 0) + 1)
    Object.values(part).forEach(walk)
  }
  walk(value)
  return found
}

/** A file as the checks need it. They read it only if it is not too large. */
export interface MediaFile {
  /** The size in bytes. */
  readonly size: number
  readonly read: () => Uint8Array
}

export interface MediaTools {
  /** Looks for a file among the media; `undefined` if it is not there. */
  readonly look: (file: string) => MediaFile | undefined
  /** Returns the SHA-256 in hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string
}

type Looked = { readonly hash: string } | { readonly fault: (path: readonly PropertyKey[]) => Fault }

const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10

function lookAt(file: string, { look, sha256 }: MediaTools): Looked {
  let found: MediaFile | undefined
  const unreadable: Looked = {
    fault: (path) => error('unknown-media', path, { what: 'unreadable', file }),
  }
  try {
    found = look(file)
  } catch {
    return unreadable
  }
  if (!found) return { fault: (path) => error('unknown-media', path, { what: 'not-there', file }) }
  if (found.size > LARGEST_MEDIA) {
    const sizes = { megabytes: megabytes(found.size), most: megabytes(LARGEST_MEDIA) }
    return { fault: (path) => error('media-too-large', path, { file, ...sizes }) }
  }
  let bytes: Uint8Array
  try {
    bytes = found.read()
  } catch {
    return unreadable
  }
  if (!isWhatItSays(file, bytes)) {
    return { fault: (path) => error('media-content', path, { file, ending: endingOf(file) }) }
  }
  return { hash: sha256(bytes) }
}

/**
 * Checks the files that a scenario's beats name.
 * @param scenario a scenario whose own checks found no error
 * @returns the issues of the files, and the SHA-256 of each file without a fault, by its name. Never throws.
 */
export function checkMediaFiles(
  scenario: Scenario,
  tools: MediaTools,
): { readonly issues: Issue[]; readonly hashes: ReadonlyMap<string, string> } {
  const faults: Fault[] = []
  const hashes = new Map<string, string>()
  const known = new Map<string, Looked>()
  for (const { media, keys } of listMedia(listNodes(scenario))) {
    const { file, sha256 } = media
    // The check of the names has reported this already.
    if (!mediaKindOf(file)) continue
    const looked = known.get(file) ?? lookAt(file, tools)
    known.set(file, looked)
    if ('fault' in looked) faults.push(looked.fault([...keys, 'file']))
    else if (sha256 !== undefined && sha256 !== looked.hash) {
      faults.push(error('media-changed', [...keys, 'sha256'], { file }))
    } else hashes.set(file, looked.hash)
  }
  return { issues: issuesOf(faults, scenario), hashes }
}

/**
 * Returns true if an issue is about a media file beside the scenario, and not about the scenario itself.
 * @param issue an issue of `checkMediaFiles` or of another check
 */
export const isOfMediaFile = ({ code }: Pick<Issue, 'code'>): boolean =>
  code === 'unknown-media' ||
  code === 'media-too-large' ||
  code === 'media-content' ||
  code === 'media-changed'

/**
 * Returns the scenario as it is played: each picture and sound has the SHA-256 of its file, so that the hash of the
 * scenario covers what is seen and heard.
 * @param hashes the hashes of the files, by name
 * @returns the same scenario if it has no media
 */
export function withMediaHashes(scenario: Scenario, hashes: ReadonlyMap<string, string>): Scenario {
  if (hashes.size === 0) return scenario
  const copy = JSON.parse(JSON.stringify(scenario)) as Scenario
  for (const { media } of listMedia(listNodes(copy))) {
    const hash = hashes.get(media.file)
    if (hash !== undefined) media.sha256 = hash
  }
  return copy
}
