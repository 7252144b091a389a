import { constantOf } from '../expression'
import type { Item, Passage, Story, Value } from '../story'
import { Notes, operation, literal, targetsOf, variable, visitsOf } from '../story'
import { goalOfChapbook, readChapbook } from './chapbook'
import { Goals } from './goals'
import { goalOfHarlowe, readHarlowe } from './harlowe'
import { markdown, sugarText, wikiText } from './markup'
import { nameOf } from './parse-expression'
import { proseOf } from './prose'
import type { PassageContext } from './scan'
import { goalOfSnowman, readSnowman } from './snowman'
import { goalOfSugarCube, readSugarCube } from './sugarcube'
import { isWithoutBreaks } from './sugarcube-macros'
import { withoutEarlier, withTemporaries } from './temporaries'

export interface TwinePassage {
  readonly name: string
  readonly tags: readonly string[]
  readonly text: string
}

/** A story as Twine’s files hold it, in any story format. */
export interface TwineStory {
  readonly title: string
  /** The name of the story format; empty when the file names none. */
  readonly format: string
  /** The name of the passage in which the story begins; empty when the file names none. */
  readonly start: string
  readonly language: string | undefined
  readonly passages: readonly TwinePassage[]
}

const READERS = {
  harlowe: { read: readHarlowe, words: wikiText, goal: goalOfHarlowe },
  sugarcube: { read: readSugarCube, words: sugarText, goal: goalOfSugarCube },
  chapbook: { read: readChapbook, words: markdown, goal: goalOfChapbook },
  snowman: { read: readSnowman, words: markdown, goal: goalOfSnowman },
} as const
type Dialect = keyof typeof READERS

/** Returns the story format that the file names. Without a name it is guessed from the passages. */
function dialectOf({ format, passages }: TwineStory): Dialect {
  const named = (Object.keys(READERS) as Dialect[]).find((name) => format.toLowerCase().includes(name))
  if (named) return named
  const has = (pattern: RegExp) => passages.some(({ text }) => pattern.test(text))
  if (has(/<<\/?[a-z=]/i)) return 'sugarcube'
  if (has(/<%/)) return 'snowman'
  if (
    has(/^\[(?:if|unless|else|cont(?:inued)?)\b.*\]$/im) ||
    has(/(?:^|\n)--\n/) ||
    has(/\{(?:embed|reveal link|link to)\b/)
  )
    return 'chapbook'
  return 'harlowe'
}

/** SugarCube shows these passages around others. */
const AROUND = new Set(
  'PassageReady PassageDone PassageHeader PassageFooter StoryBanner StoryCaption StoryMenu StorySubtitle StoryAuthor StoryDisplayTitle StoryInterface StorySettings StoryShare StoryIncludes'.split(
    ' ',
  ),
)
const HEADERS = new Set(['StoryTitle', 'StoryData'])
const AROUND_TAGS = ['header', 'footer', 'debug-header', 'debug-footer', 'debug-startup']
/** Returns true for passages that run before the first one. */
const isBefore = ({ name, tags }: TwinePassage): boolean =>
  name === 'StoryInit' || tags.includes('init') || tags.includes('startup')

/** Passages that include one another more deeply than this are not followed. */
const DEEPEST_INCLUDE = 8

/** Returns the names of the variables that are set to words or to a number anywhere in a story of Harlowe. */
const wordyIn = (passages: readonly TwinePassage[]): Set<string> =>
  new Set(
    passages.flatMap(({ text }) =>
      [...text.matchAll(/([$_][\p{L}_][\p{L}\p{N}_]*)\s+(?:to|=)\s+["'\d]/gu)].map(([, name]) =>
        nameOf(name!),
      ),
    ),
  )

/** Moves the assignments with which a passage begins to the initial values of variables. Returns the other items. */
function initialIn(items: readonly Item[], initial: Map<string, Value>): Item[] {
  let at = 0
  for (; at < items.length; at += 1) {
    const item = items[at]!
    if (item.kind === 'text' && item.text.trim() === '') continue
    const value = item.kind === 'set' ? constantOf(item.value) : undefined
    if (item.kind !== 'set' || item.later || value === undefined) break
    initial.set(item.name, value)
  }
  return items.slice(at)
}

/** Makes the names of passages unique: a second passage of the same name gets a number and a note. */
function uniquelyNamed(passages: readonly TwinePassage[], notes: Notes): TwinePassage[] {
  const names = new Set(passages.map(({ name }) => name))
  const known = new Set<string>()
  return passages.map((passage) => {
    if (!known.has(passage.name)) {
      known.add(passage.name)
      return passage
    }
    let n = 2
    while (names.has(`${passage.name} ${n}`)) n += 1
    const name = `${passage.name} ${n}`
    names.add(name)
    known.add(name)
    notes.add('duplicate', passage.name, '', name)
    return { ...passage, name }
  })
}

/**
 * Reads the passages of a Twine story.
 * @param embed keeps a picture or a sound that a text contains as a `data:` address, and returns its file’s name;
 *   `undefined` for data that can’t be shown or played
 * @returns a story; it has no passages if the file has none for readers
 */
export function storyOfTwine(twine: TwineStory, embed: (source: string) => string | undefined): Story {
  const notes = new Notes()
  const dialect = dialectOf(twine)
  const { read, words, goal } = READERS[dialect]
  const strict = dialect === 'harlowe' ? wordyIn(twine.passages) : undefined
  const told: TwinePassage[] = []
  const before: TwinePassage[] = []
  for (const passage of twine.passages) {
    const { name, tags, text } = passage
    if (HEADERS.has(name) || tags.includes('Twine.private')) continue
    if (tags.includes('script') || tags.includes('widget')) notes.add('script', name, text)
    else if (tags.includes('stylesheet')) notes.add('stylesheet', name)
    else if (isBefore(passage)) before.push(passage)
    else if (AROUND.has(name) || AROUND_TAGS.some((tag) => tags.includes(tag)))
      notes.add('special', name, text)
    else told.push(passage)
  }
  const passages = uniquelyNamed(told, notes)
  const byName = new Map(passages.map((passage) => [passage.name, passage]))
  const asked = new Set<string>()
  const included = new Set<string>()
  const scripts = twine.passages.filter(({ tags }) => tags.includes('script'))
  const withoutBreaks = isWithoutBreaks(scripts.map(({ text }) => text))
  const itemsOf = ({ name, tags, text }: TwinePassage, around: readonly string[]): Item[] => {
    const context: PassageContext = {
      place: name,
      notes,
      withoutBreaks: withoutBreaks || tags.includes('nobr'),
      strict,
      has: (other) => byName.has(other),
      include: (other) => {
        const passage = byName.get(other)
        if (!passage || around.includes(other) || around.length > DEEPEST_INCLUDE) return undefined
        included.add(other)
        return itemsOf(passage, [...around, other])
      },
      goal,
      words: (words) => [{ kind: 'text', text: words }],
      asked: (other) => asked.add(other),
      embed,
    }
    return proseOf(read(text, context), words)
  }
  const initial = new Map<string, Value>()
  for (const passage of before) {
    const rest = initialIn(itemsOf(passage, [passage.name]), initial)
    if (rest.some((item) => item.kind !== 'text' || item.text.trim() !== ''))
      notes.add('special', passage.name, passage.text)
  }
  const written = passages.map((passage): Passage => {
    const { name } = passage
    const items = itemsOf(passage, [name])
    return { key: name, name, items: dialect === 'snowman' ? items : withTemporaries(items, name) }
  })
  const goals = new Goals(
    written.flatMap(({ items }) => items),
    initial,
    notes,
  )
  const all = written.map((passage): Passage => ({
    ...passage,
    items: withoutEarlier(goals.resolved(passage.items)),
  }))
  const targets = targetsOf(all.flatMap(({ items }) => items))
  const first = all.find(({ key }) => key === twine.start) ?? all.find(({ key }) => key === 'Start') ?? all[0]
  if (first && first.key !== twine.start && (twine.start !== '' || first.key !== 'Start')) {
    notes.add('no-start', '', twine.start, first.key)
  }
  const kept = all.filter(({ key }) => key === first?.key || targets.has(key) || !included.has(key))
  const counted = kept.map((passage): Passage => {
    // A variable that is set at the beginning of a first passage which nothing leads back to has that value
    // at the start.
    const items =
      passage === first && !targets.has(passage.key) ? initialIn(passage.items, initial) : [...passage.items]
    if (!asked.has(passage.key)) return { ...passage, items }
    const name = visitsOf(passage.key)
    const more = operation('+', variable(name), literal(1))
    return { ...passage, items: [{ kind: 'set', name, value: more, text: '' }, ...items] }
  })
  return {
    title: twine.title,
    language: twine.language,
    start: first?.key ?? '',
    passages: counted,
    initial,
    notes: notes.all,
  }
}
