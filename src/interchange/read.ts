/** Reads files of other tools as drafts of scenarios. */
import { draftFrom, type DraftWords } from '../domain/authoring/import/draft'
import { isBranching, storyOfH5p } from '../domain/authoring/import/h5p'
import { Ids } from '../domain/authoring/import/ids'
import { TooDeep } from '../domain/authoring/import/ink/container'
import { isCompiledInk, isKnownInk, storyOfInk } from '../domain/authoring/import/ink/ink'
import { refuse } from '../domain/authoring/import/refusal'
import type { ImportNote, Story } from '../domain/authoring/import/story'
import { storyOfTwine, type TwineStory } from '../domain/authoring/import/twine/twine'
import { LARGEST_MEDIA, mediaKindOf } from '../domain/scenario/media'
import { LOCALE_PATTERN, type Scenario } from '../domain/scenario/schema'
import { MediaShelf } from './media'
import { readZip } from './zip'

/** A file of another tool may have at most this many bytes. */
export const LARGEST_IMPORT = 100_000_000
const LARGEST_TEXT = 20_000_000
const LIMITS = { entries: 5000, bytes: 200_000_000 }

export interface ForeignFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ImportOptions {
  /** The language that somebody chose for the words. It overrides the file's own. */
  readonly language?: string | undefined
  /** The language for a file that names none; a note reports that it was used. */
  readonly fallback: string
  readonly words: DraftWords
  /** Makes ids that are unique among several files in one folder. */
  readonly ids?: Ids
  /** Names that other documents gave to pictures and sounds in the same folder. */
  readonly taken?: Map<string, Uint8Array>
}

/** One scenario from a file. */
export interface Imported {
  readonly format: 'twine' | 'ink' | 'h5p'
  readonly id: string
  readonly document: Scenario
  readonly notes: readonly ImportNote[]
  /** True if the file names its language. */
  readonly saysLanguage: boolean
  /** The pictures and sounds, by the names that the document gives them. */
  readonly media: ReadonlyMap<string, Uint8Array>
}

interface Read {
  readonly format: Imported['format']
  readonly story: Story
  readonly media: ReadonlyMap<string, Uint8Array>
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2]! < 8

function textOf(bytes: Uint8Array): string {
  if (bytes.length > LARGEST_TEXT) return refuse('too-large', { megabytes: LARGEST_TEXT / 1_000_000 })
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return refuse('not-text')
  }
  if (text.trim() === '') return refuse('empty')
  // No text contains a NUL. A file of another kind may happen to be valid UTF-8.
  return text.includes('\0') ? refuse('not-text') : text
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Returns the name of a file without its endings, as the title of a story that has none. */
const titleOf = (name: string): string => name.replace(/(?:\.ink)?\.[^.]+$/, '')

async function readText(name: string, text: string, taken: ImportOptions['taken']): Promise<Read[]> {
  const plain = text.replace(/^\ufeff/, '')
  const value = /^\s*[{[]/.test(plain) ? jsonOf(plain) : undefined
  if (value !== undefined && isCompiledInk(value)) return [inkOf(value, name)]
  if (plain.includes('<tw-storydata')) {
    const { readTwineHtml } = await import('./twine-files')
    return readTwineHtml(plain).map((twine) => twineOf(twine, taken))
  }
  if (/<div\b[^>]*\btiddler=/.test(plain)) return refuse('twine-1')
  if (/\.ink$/i.test(name)) {
    const { compileInk } = await import('./ink-files')
    const compiled = compileInk(plain)
    return isCompiledInk(compiled) ? [inkOf(compiled, name)] : refuse('no-passages')
  }
  if (/\.(?:twee3?|tw2?)$/i.test(name) || /^::[ \t]*\S/m.test(plain)) {
    const { readTwee } = await import('./twine-files')
    return readTwee(plain).map((twine) => twineOf(twine, taken))
  }
  if (
    typeof value === 'object' &&
    value !== null &&
    ('machine' in value || 'modules' in value || 'leads' in value)
  )
    return refuse('own-document')
  return refuse('other-kind')
}

function twineOf(twine: TwineStory, taken: ImportOptions['taken']): Read {
  const shelf = new MediaShelf(taken)
  const story = storyOfTwine(twine, (address) => shelf.keepAddress(address))
  return { format: 'twine', story, media: shelf.files }
}

function inkOf(compiled: { inkVersion: number; root: unknown[] }, name: string): Read {
  if (!isKnownInk(compiled)) return refuse('ink-version', { version: compiled.inkVersion })
  return { format: 'ink', story: storyOfInk(compiled, titleOf(name)), media: new Map() }
}

const CONTENT = 'content/content.json'

async function readH5p(name: string, bytes: Uint8Array, taken: ImportOptions['taken']): Promise<Read[]> {
  const isMedia = (file: string, size: number) =>
    file.startsWith('content/') && mediaKindOf(file) !== undefined && size <= LARGEST_MEDIA
  const wanted = (file: string, size: number) =>
    file === 'h5p.json' || file === CONTENT || isMedia(file, size)
  const files = await readZip(bytes, wanted, LIMITS)
  const json = (file: string): unknown => {
    const found = files.get(file)
    if (!found) return refuse('no-content', { name: file })
    const value = jsonOf(textOf(found).replace(/^\ufeff/, ''))
    return value === undefined ? refuse('content-not-json', { name: file }) : value
  }
  const head = json('h5p.json') as Record<string, unknown> | null
  const word = (key: string) => (typeof head?.[key] === 'string' ? head[key] : undefined)
  const content = json(CONTENT)
  const library = word('mainLibrary') ?? ''
  if ((library !== '' && library !== 'H5P.BranchingScenario') || !isBranching(content))
    return refuse('not-branching', { library })
  const shelf = new MediaShelf(taken)
  const story = storyOfH5p({
    title: word('title')?.trim() || titleOf(name),
    language: word('defaultLanguage') ?? word('language'),
    content,
    keep: (path) => {
      const found = files.get(`content/${path}`)
      return found && shelf.keep(path, found)
    },
  })
  return [{ format: 'h5p', story, media: shelf.files }]
}

function languageOf(
  story: Story,
  { language, fallback }: ImportOptions,
): { language: string; said: boolean } {
  if (language !== undefined) return { language, said: true }
  const own = story.language
    ?.trim()
    .replace('_', '-')
    .replace(/^[A-Z]+/, (letters) => letters.toLowerCase())
  const said = own !== undefined && own !== 'und' && LOCALE_PATTERN.test(own)
  return said ? { language: own, said } : { language: fallback, said }
}

const LONGEST_ID = 50

/**
 * Reads a file of Twine (Twee 3, published HTML, archive), ink (source or compiled) or H5P (Branching Scenario).
 * @returns a draft for each story in it
 * @throws ImportRefused for a file that can't be imported
 */
export async function readForeign(file: ForeignFile, options: ImportOptions): Promise<Imported[]> {
  try {
    return await draftsOf(file, options)
  } catch (error) {
    // Where a file is nested to break readers, the stack ends somewhere in between.
    if (error instanceof TooDeep || error instanceof RangeError) return refuse('too-deep')
    throw error
  }
}

async function draftsOf(file: ForeignFile, options: ImportOptions): Promise<Imported[]> {
  const { name, bytes } = file
  if (options.language !== undefined && !LOCALE_PATTERN.test(options.language))
    return refuse('bad-language', { language: options.language })
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > LARGEST_IMPORT) return refuse('too-large', { megabytes: LARGEST_IMPORT / 1_000_000 })
  const all = isZip(bytes)
    ? await readH5p(name, bytes, options.taken)
    : await readText(name, textOf(bytes), options.taken)
  const told = all.filter(({ story }) => story.passages.length > 0)
  if (told.length === 0) return refuse('no-passages')
  const { ids = new Ids() } = options
  return told.map(({ format, story, media }) => {
    const { language, said } = languageOf(story, options)
    const titled = story.title.trim() === '' ? { ...story, title: titleOf(name) } : story
    const id = ids.of(titled.title.slice(0, LONGEST_ID), 'scenario')
    const { document, notes } = draftFrom(titled, id, language, options.words)
    const assumed: ImportNote[] = said ? [] : [{ code: 'language', place: '', text: '', instead: language }]
    return { format, id, document, notes: [...assumed, ...notes], saysLanguage: said, media }
  })
}
