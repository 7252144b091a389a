import { MEDIA_FILE_PATTERN, type Beat, type Localized } from '../../scenario/schema'
import { NARRATOR } from '../../scenario/vocabulary'
import type { Item } from './story'
import { released } from './written'

type Told = Extract<Item, { kind: 'text' | 'media' }>

/** Matches `Ana:` at the beginning of a line, bold or not: a name of up to three words, then what is said. */
const SAID =
  /^(?:\*{1,2})?(\p{Lu}[\p{L}\p{N}'’.-]{0,23}(?: [\p{L}\p{N}'’.-]{1,23}){0,2})(?::\*{1,2}|\*{1,2}:|:)[ \t]+(?=\S)/u

/**
 * Returns the names of the speakers of a story, taken from lines that begin with a name. A name on a single line is not
 * taken for a speaker.
 */
export function speakersIn(texts: Iterable<string>): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const line of text.split('\n')) {
      const name = SAID.exec(released(line).trim())?.[1]
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return [...counts].filter(([, count]) => count > 1).map(([name]) => name)
}

interface Said {
  from: string
  lines: string[]
}

/**
 * Splits a text into speeches with their speakers. An empty line ends a speech, and text without a speaker belongs to
 * the narrator.
 */
function saidIn(text: string, cast: ReadonlyMap<string, string>): Said[] {
  const all: Said[] = []
  let open: Said | undefined
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const plain = line.trim()
    if (plain === '') {
      open = undefined
      continue
    }
    const match = SAID.exec(released(plain))
    const speaker = match && cast.get(match[1]!)
    if (speaker !== null && speaker !== undefined) {
      open = { from: speaker, lines: [plain.slice(match![0].length)] }
      all.push(open)
    } else if (open) open.lines.push(plain)
    else {
      open = { from: NARRATOR, lines: [plain] }
      all.push(open)
    }
  }
  return all
}

/**
 * Makes beats of texts and media: one for each paragraph or change of speaker.
 * @param cast ids of the cast by name
 * @param localized makes a localized text of words
 */
export function beatsOf(
  told: readonly Told[],
  cast: ReadonlyMap<string, string>,
  localized: (text: string) => Localized,
): Beat[] {
  const beats: Beat[] = []
  let text = ''
  const flush = () => {
    for (const { from, lines } of saidIn(text, cast)) {
      beats.push({ id: `b${beats.length + 1}`, from, text: localized(lines.join('\n')) })
    }
    text = ''
  }
  for (const item of told) {
    if (item.kind === 'text') {
      text += item.text
      continue
    }
    flush()
    if (!MEDIA_FILE_PATTERN.test(item.file)) continue
    const media = { file: item.file, words: localized(item.words) }
    const last = beats.at(-1)
    if (last && !last.media) last.media = media
    else beats.push({ id: `b${beats.length + 1}`, from: NARRATOR, text: localized(item.words), media })
  }
  flush()
  return beats
}
