import { parseTwee, parseTwine2HTML } from 'extwee'
import type { TwinePassage, TwineStory } from '../domain/authoring/import/twine/twine'
import { attributesOf } from '../domain/authoring/import/twine/markup'
import { refuse } from '../domain/authoring/import/refusal'

/** A story with more passages than this is no training contact. */
const MOST_PASSAGES = 5000

/**
 * Marks repeated names, because extwee forgets the second passage of a name. No author can write this character in a
 * name.
 */
const MARK = '\u{E000}'

/** Runs a function without extwee's warnings on the console. Faults that matter are found here. */
function quietly<T>(read: () => T): T {
  const { warn, info } = console
  console.warn = () => {}
  console.info = () => {}
  try {
    return read()
  } finally {
    console.warn = warn
    console.info = info
  }
}

const withoutMark = (name: string): string => name.replace(new RegExp(`${MARK}\\d+$`), '')

const plain = ({ name, tags, text }: TwinePassage): TwinePassage => ({ name: withoutMark(name), tags, text })

type Parsed = ReturnType<typeof parseTwee>

/** Returns the passages of a story together with its code and its styles, which extwee keeps apart. */
function passagesOf({ passages, storyJavaScript, storyStylesheet }: Parsed): TwinePassage[] {
  const apart = [
    { name: 'Script', tags: ['script'], text: storyJavaScript },
    { name: 'Stylesheet', tags: ['stylesheet'], text: storyStylesheet },
  ]
  return [
    ...passages.map(({ name, tags, text }) => ({ name, tags, text })),
    ...apart.filter(({ text }) => text.trim() !== ''),
  ]
}

interface Header {
  readonly format: string
  readonly start: string
}

function headerOf(text: string | undefined): Header {
  let told: unknown
  try {
    told = JSON.parse(text ?? '{}')
  } catch {
    told = undefined
  }
  const members = typeof told === 'object' && told !== null ? (told as Record<string, unknown>) : {}
  const word = (name: string) => (typeof members[name] === 'string' ? members[name] : '')
  return { format: word('format'), start: word('start') }
}

/** Returns the name in a header, without its tags and metadata. */
const nameIn = (header: string): string => /^::\s*((?:\\.|[^\\[{])*)/.exec(header)?.[1]?.trim() ?? ''

/**
 * Reads a Twee 3 file.
 * @throws ImportRefused for a file without passages
 */
export function readTwee(text: string): TwineStory[] {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n')
  const first = lines.findIndex((line) => line.startsWith('::'))
  if (first < 0) return refuse('no-passages')
  const seen = new Map<string, number>()
  let count = 0
  const marked = lines.slice(first).map((line) => {
    if (!line.startsWith('::')) return line
    count += 1
    const name = nameIn(line)
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    const rest = line.slice(line.indexOf(name) + name.length)
    const head = name === '' ? `:: ${MARK}0` : `:: ${name}`
    return times === 1 ? `${head} ${rest.trim()}` : `${head}${MARK}${times} ${rest.trim()}`
  })
  if (count > MOST_PASSAGES) return refuse('too-many-passages', { most: MOST_PASSAGES })
  // StoryData is read here, because extwee throws for one that it does not accept.
  const story = quietly(() =>
    parseTwee(`${marked.join('\n').replaceAll(/^:: StoryData\b/gm, `:: ${MARK}StoryData`)}\n`),
  )
  const passages = passagesOf(story)
  const data = passages.find(({ name }) => name === `${MARK}StoryData`)
  // extwee removes the passage with the title.
  const title =
    /^:: StoryTitle\b.*\n([\s\S]*?)(?=^::|$(?![\s\S]))/m.exec(marked.join('\n'))?.[1]?.trim() ?? ''
  const told = passages.filter(({ name }) => name !== `${MARK}StoryData` && name !== 'StoryTitle').map(plain)
  if (told.length === 0) return refuse('no-passages')
  return [{ title, ...headerOf(data?.text), language: undefined, passages: told }]
}

const STORY = /<tw-storydata\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/tw-storydata>/g
const NAME = /(<tw-passagedata\b(?:[^>"']|"[^"]*"|'[^']*')*?\bname=)("[^"]*"|'[^']*')/g

/**
 * Reads the stories of a Twine 2 HTML file, which is a published story or an archive.
 * @throws ImportRefused for a file without passages
 */
export function readTwineHtml(html: string): TwineStory[] {
  const page = /<html\b[^>]*\blang=["']([^"']+)["']/i.exec(html)?.[1]
  let count = 0
  const stories = [...html.matchAll(STORY)].map(([whole, head]): TwineStory => {
    const seen = new Map<string, number>()
    const marked = whole.replaceAll(NAME, (found: string, before: string, quoted: string) => {
      count += 1
      const name = quoted.slice(1, -1)
      const times = (seen.get(name) ?? 0) + 1
      seen.set(name, times)
      return times === 1 ? found : `${before}${quoted.slice(0, -1)}${MARK}${times}${quoted.at(-1)}`
    })
    if (count > MOST_PASSAGES) return refuse('too-many-passages', { most: MOST_PASSAGES })
    const attributes = attributesOf(head!)
    const story = quietly(() => parseTwine2HTML(marked))
    return {
      title: story.name,
      format: attributes.get('format') ?? '',
      start: withoutMark(story.start),
      language: attributes.get('lang') ?? page,
      passages: passagesOf(story).map(plain),
    }
  })
  const told = stories.filter(({ passages }) => passages.length > 0)
  return told.length > 0 ? told : refuse('no-passages')
}
