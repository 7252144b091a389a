import { Notes, type Item, type Passage, type Story } from './story'
import { attributesOf, entityAt } from './twine/markup'
import { membersOf, type Members } from '../../scenario/members'

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Converts the text of an H5P field, which is HTML, to the text language of scenarios. */
export function textOfHtml(html: string): string {
  const set = html
    .replaceAll(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<(?:b|strong)\b[^>]*>\s*|\s*<\/(?:b|strong)>/gi, '**')
    .replaceAll(/<(?:i|em)\b[^>]*>\s*|\s*<\/(?:i|em)>/gi, '*')
    .replaceAll(/<li\b[^>]*>/gi, '\n- ')
    .replaceAll(/<br\b[^>]*>/gi, '\n')
    .replaceAll(/<\/?(?:p|div|h[1-6]|ul|ol|blockquote|table|tr|hr)\b[^>]*>/gi, '\n\n')
    .replaceAll(/<\/?[a-z][^>]*>/gi, '')
  let text = ''
  for (let at = 0; at < set.length; at += 1) {
    const entity = set[at] === '&' ? entityAt(set, at) : undefined
    const [item] = entity?.items ?? []
    text += item?.kind === 'text' ? item.text : set[at]
    if (entity) at = entity.end - 1
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replaceAll(/\*{4}|(?<!\*)\*\*(?=\s*\n)(?!.*\*\*)/g, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

const oneLine = (html: unknown): string =>
  textOfHtml(textOf(html)).replaceAll(/\s+/g, ' ').replaceAll('*', '').trim()

/** An H5P package, as far as the import needs it. */
export interface H5pPackage {
  readonly title: string
  readonly language: string | undefined
  /** The parsed `content/content.json`. */
  readonly content: unknown
  /**
   * Keeps a file of the package and returns its new name.
   * @returns `undefined` for a file that can’t be shown or played
   */
  readonly keep: (path: string) => string | undefined
}

/** Returns the name of a content’s library without its version, such as `H5P.Image`. */
const libraryOf = (type: unknown): string => textOf(membersOf(type)['library']).split(' ')[0]!

/** Returns true for the content of a Branching Scenario. */
export const isBranching = (content: unknown): boolean =>
  Array.isArray(membersOf(membersOf(content)['branchingScenario'])['content'])

const END = -1

/** Converts the contents of one branching scenario to passages. */
class Branching {
  readonly notes = new Notes()
  readonly #endings: Passage[] = []
  /** True once anything leads to the shared ending, which is added only then. */
  #endsPlainly = false
  readonly #scenario: Members
  readonly #contents: readonly unknown[]
  readonly #scoring: string
  readonly #most: number

  constructor(private readonly source: H5pPackage) {
    this.#scenario = membersOf(membersOf(source.content)['branchingScenario'])
    this.#contents = listOf(this.#scenario['content'])
    this.#scoring = textOf(membersOf(this.#scenario['scoringOptionGroup'])['scoringOption'])
    this.#most = Math.max(0, ...this.#ends().map(({ score }) => score))
  }

  get title(): string {
    return oneLine(this.#scenario['title']) || this.source.title
  }

  /** Returns the endings that the content defines, with their points. */
  #ends(): { score: number }[] {
    const screens = listOf(this.#scenario['endScreens']).map(membersOf)
    const feedbacks = this.#contents.flatMap((content) => this.#feedbacksOf(membersOf(content)))
    return [...screens, ...feedbacks.map(({ feedback }) => feedback)].map((one) => ({
      score: typeof one['endScreenScore'] === 'number' ? one['endScreenScore'] : 0,
    }))
  }

  #feedbacksOf(content: Members): { next: unknown; feedback: Members }[] {
    const alternatives = this.#alternatives(content).map((one) => ({
      next: one['nextContentId'],
      feedback: membersOf(one['feedback']),
    }))
    return [{ next: content['nextContentId'], feedback: membersOf(content['feedback']) }, ...alternatives]
  }

  #alternatives(content: Members): Members[] {
    const params = membersOf(membersOf(content['type'])['params'])
    return listOf(membersOf(params['branchingQuestion'])['alternatives']).map(membersOf)
  }

  #nameOf(content: Members, index: number): string {
    const metadata = textOf(membersOf(membersOf(content['type'])['metadata'])['title'])
    return metadata.trim() || oneLine(content['contentTitle']) || `${this.title} ${index + 1}`
  }

  passages(): Passage[] {
    const first = this.#startScreen()
    const all = this.#contents.map((raw, index): Passage => {
      const content = membersOf(raw)
      const name = this.#nameOf(content, index)
      return { key: String(index), name, items: this.#itemsOf(content, name) }
    })
    const screens = listOf(this.#scenario['endScreens']).map(membersOf)
    const standard = screens.find((one) => one['contentId'] === END) ?? screens[0] ?? {}
    const end = this.#ending(
      'end',
      standard,
      textOf(standard['endScreenTitle']),
      textOf(standard['endScreenSubtitle']),
    )
    const told = [...(first ? [first] : []), ...all, ...this.#endings]
    return this.#endsPlainly || told.length === 0 ? [...told, end] : told
  }

  #startScreen(): Passage | undefined {
    const screen = membersOf(this.#scenario['startScreen'])
    const title = oneLine(screen['startScreenTitle'])
    const subtitle = textOfHtml(textOf(screen['startScreenSubtitle']))
    const picture = this.#picture(
      membersOf(screen['startScreenImage']),
      oneLine(screen['startScreenAltText']),
      title,
    )
    const words = [title, subtitle].filter(Boolean).join('\n\n')
    if (words === '' && picture.length === 0) return undefined
    return {
      key: 'start',
      name: title || this.title,
      items: [{ kind: 'text', text: words }, ...picture, { kind: 'goto', to: '0' }],
    }
  }

  #ending(key: string, screen: Members, title: string, words: string): Passage {
    const picture = this.#picture(membersOf(screen['endScreenImage'] ?? screen['image']), '', oneLine(title))
    const score = screen['endScreenScore']
    const points: Item[] =
      this.#scoring === 'static-end-score' && this.#most > 0
        ? [
            {
              kind: 'points',
              points: typeof score === 'number' ? score : 0,
              of: this.#most,
              why: textOfHtml(words),
            },
          ]
        : []
    return {
      key,
      name: oneLine(title) || key,
      items: [...points, ...picture, { kind: 'end' }],
      debrief: textOfHtml(words) || oneLine(title),
    }
  }

  #picture(file: Members, words: string, place: string): Item[] {
    const path = textOf(file['path'])
    if (path === '') return []
    const kept = /^[a-z]+:|^\/\//i.test(path) ? undefined : this.source.keep(path)
    if (kept === undefined) {
      this.notes.add('media', place, path)
      return []
    }
    if (words === '') this.notes.add('media-words', place, '', kept)
    return [{ kind: 'media', file: kept, words }]
  }

  #itemsOf(content: Members, name: string): Item[] {
    const type = membersOf(content['type'])
    const params = membersOf(type['params'])
    const library = libraryOf(type)
    if (library === 'H5P.BranchingQuestion') return this.#question(content, params, name)
    return [
      ...this.#told(library, params, type, name),
      ...this.#then(content['nextContentId'], membersOf(content['feedback']), name),
    ]
  }

  #told(library: string, params: Members, type: Members, name: string): Item[] {
    switch (library) {
      case 'H5P.AdvancedText':
      case 'H5P.Text': {
        const html = textOf(params['text'])
        for (const [tag, rest] of html.matchAll(/<(?:img|audio|video|iframe|object)\b([^>]*)>/gi))
          this.notes.add('media', name, attributesOf(rest!).get('src') || tag)
        return [{ kind: 'text', text: textOfHtml(html) }]
      }
      case 'H5P.Image':
        return this.#picture(membersOf(params['file']), oneLine(params['alt']), name)
      case 'H5P.Audio': {
        const files = listOf(params['files']).map(membersOf)
        return files.slice(0, 1).flatMap((file) => this.#picture(file, '', name))
      }
      default: {
        this.notes.add('content', name, library)
        const words = oneLine(membersOf(type['metadata'])['title'])
        return words === '' ? [] : [{ kind: 'text', text: words }]
      }
    }
  }

  /**
   * Returns the items after a content or an answer: its feedback, and then a jump to the next content or to an ending.
   */
  #then(next: unknown, feedback: Members, place: string): Item[] {
    const title = oneLine(feedback['title'])
    const subtitle = textOfHtml(textOf(feedback['subtitle']))
    if (typeof next === 'number' && next >= 0) {
      const words = [title, subtitle].filter(Boolean).join('\n\n')
      return [
        ...(words === '' ? [] : [{ kind: 'text', text: `\n\n${words}` } as const]),
        ...this.#picture(membersOf(feedback['image']), '', place),
        { kind: 'goto', to: String(next) },
      ]
    }
    if (title === '' && subtitle === '') {
      this.#endsPlainly = true
      return [{ kind: 'goto', to: 'end' }]
    }
    const key = `end ${this.#endings.length + 1}`
    this.#endings.push(this.#ending(key, feedback, title || place, textOf(feedback['subtitle'])))
    return [{ kind: 'goto', to: key }]
  }

  #question(content: Members, params: Members, name: string): Item[] {
    const question = membersOf(params['branchingQuestion'])
    const alternatives = this.#alternatives(content)
    const scores = alternatives.map((one) => Number(membersOf(one['feedback'])['endScreenScore']) || 0)
    const most = Math.max(0, ...scores)
    const scored = this.#scoring === 'dynamic-score' && most > 0
    return [
      { kind: 'text', text: textOfHtml(textOf(question['question'])) },
      ...alternatives.map((one, i): Item => {
        const feedback = membersOf(one['feedback'])
        const why = [oneLine(feedback['title']), textOfHtml(textOf(feedback['subtitle']))]
          .filter(Boolean)
          .join('\n\n')
        // An answer without points of its own is not assessed.
        const points: Item[] =
          scored && typeof feedback['endScreenScore'] === 'number'
            ? [{ kind: 'points', points: scores[i]!, of: most, why }]
            : []
        const say = oneLine(one['text'])
        return {
          kind: 'choice',
          say,
          body: [...points, ...this.#then(one['nextContentId'], feedback, say || name)],
        }
      }),
    ]
  }

  note(): void {
    if (this.#scoring !== '' && this.#scoring !== 'no-score') this.notes.add('score', '', this.#scoring)
    if (membersOf(this.#scenario['behaviour'])['randomizeBranchingQuestions'] === true)
      this.notes.add('chance', '', 'randomizeBranchingQuestions')
  }
}

/**
 * Reads a Branching Scenario of H5P.
 * @param source a package whose content `isBranching`
 * @returns a story; it has no passages if the package has no content
 */
export function storyOfH5p(source: H5pPackage): Story {
  const branching = new Branching(source)
  const passages = branching.passages()
  branching.note()
  const [first] = passages
  const empty = passages.length === 1 && first?.key === 'end'
  return {
    title: branching.title,
    language: source.language,
    start: first?.key ?? '',
    passages: empty ? [] : passages,
    initial: new Map(),
    notes: branching.notes.all,
  }
}
