import { startSession, viewOf, type CompiledScenario } from '../run'
import { plainText } from '../scenario/text-language'
import { toolsAtHand } from '../scenario/tools-at-hand'
import { wordsIn } from '../scoring/play-habits'
import { surfaceOf } from '../scoring/surface'

/** Everything that a trainee can see of a contact before the first decision. */
export interface FirstSight {
  readonly scenario: string
  readonly attack: boolean
  /** The contact that begins with the same words and has the other truth. */
  readonly twin: string | undefined
  /** Numbers by name. A fact that is there or not is 1 or 0. */
  readonly numbers: ReadonlyMap<string, number>
  /** Words by the place in which they stand. */
  readonly words: ReadonlyMap<TextPlace, readonly string[]>
}

export const TEXT_PLACES = [
  'title',
  'summary',
  'contact',
  'first-beats',
  'first-replies',
  'policy-book',
  'directory-words',
  'all-words',
] as const
export type TextPlace = (typeof TEXT_PLACES)[number]

/** Returns the words of a text and the pairs of neighbouring words, in lower case. */
export function tokens(text: string): string[] {
  const words =
    plainText(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:[’'][\p{L}]+)?/gu) ?? []
  return [...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)]
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)

/** Maps each contact of a pool to its twin in that pool, whichever of the two names the other. */
export function twinsIn(scenarios: readonly CompiledScenario[]): ReadonlyMap<string, string> {
  const ids = new Set(scenarios.map(({ scenario }) => scenario.id))
  return new Map(
    scenarios.flatMap(({ scenario }) => {
      const { id } = scenario
      const { twin } = scenario
      return twin === undefined || !ids.has(twin)
        ? []
        : [
            [id, twin],
            [twin, id],
          ]
    }),
  )
}

/**
 * Collects what a trainee can see of each contact before the first decision.
 * @param scenarios the scenarios of a course; in its order, if it has one
 * @param ordered true if trainees meet them in this order
 * @param locale the language in which words are read and lengths are taken
 */
export function firstSights(
  scenarios: readonly CompiledScenario[],
  ordered: boolean,
  locale: string,
): FirstSight[] {
  const twins = twinsIn(scenarios)
  return scenarios.map((compiled, order) => {
    const { scenario } = compiled
    const { desk } = scenario
    const view = viewOf(startSession(compiled))
    const read = (text: Readonly<Record<string, string>> | string | undefined): string =>
      text === undefined ? '' : typeof text === 'string' ? text : wordsIn(text, locale)
    const said = view.beats.map(({ text }) => read(text)).join('\n')
    const replies = view.choices.flatMap(({ meta }) => (meta.say ? [read(meta.say)] : []))
    const lengths = replies.map((words) => surfaceOf(words).length)
    const looks = surfaceOf(said)
    const contact = view.contact === undefined ? undefined : scenario.cast[view.contact]
    const fields = (desk.customers ?? []).flatMap((customer) => customer.fields)
    const numbers = new Map<string, number>([
      ...(ordered ? ([['place-in-order', order]] as const) : []),
      ['minutes', scenario.minutes],
      ['title-length', read(scenario.title).length],
      ['summary-length', read(scenario.summary).length],
      ['first-replies', replies.length],
      ['first-reply-longest', Math.max(0, ...lengths)],
      ['first-reply-shortest', lengths.length > 0 ? Math.min(...lengths) : 0],
      ['first-reply-letters', sum(lengths) / Math.max(1, lengths.length)],
      ['time-limit', view.timeLimit === undefined ? 0 : 1],
      ['time-limit-seconds', (view.timeLimit ?? 0) / 1000],
      ['first-beats', view.beats.length],
      ['first-beats-letters', looks.length],
      ['first-beats-delay', sum(view.beats.map(({ delay }) => delay ?? 0))],
      ['first-beats-questions', looks.questions],
      ['first-beats-exclamations', looks.exclamations],
      ['first-beats-digits', looks.digits],
      ['first-beats-courtesy', looks.courtesy],
      ['attachments', sum(view.beats.map(({ attachments }) => attachments?.length ?? 0))],
      ['media', view.beats.filter(({ media }) => media !== undefined).length],
      ['customers', desk.customers?.length ?? 0],
      ['fields', fields.length],
      ['masked-fields', fields.filter(({ masked }) => masked !== undefined).length],
      ['directory', desk.directory?.length ?? 0],
      ['policies', desk.policies?.length ?? 0],
      ['lead', desk.lead === undefined ? 0 : 1],
      ['handle', contact?.handle === undefined ? 0 : 1],
    ])
    const mark = (name: string) => numbers.set(name, 1)
    mark(`channel:${contact?.channel ?? '-'}`)
    mark(`role:${scenario.role}`)
    mark(`desk:${desk.kind ?? 'customers'}`)
    for (const { id } of desk.policies ?? []) mark(`policy:${id}`)
    for (const { tools } of desk.customers ?? []) for (const tool of tools ?? []) mark(`record-tool:${tool}`)
    for (const tool of toolsAtHand(scenario, contact?.channel ?? 'desk')) mark(`tool:${tool}`)
    const texts: Record<Exclude<TextPlace, 'all-words'>, string> = {
      title: read(scenario.title),
      summary: read(scenario.summary),
      contact: [read(contact?.relation), desk.lead && 'name' in desk.lead ? desk.lead.name : ''].join('\n'),
      'first-beats': [said, ...view.beats.map(({ subject }) => read(subject))].join('\n'),
      'first-replies': replies.join('\n'),
      'policy-book': (desk.policies ?? []).map(({ title }) => read(title)).join('\n'),
      'directory-words': (desk.directory ?? [])
        .map(({ name, role }) => `${read(name)} ${read(role)}`)
        .join('\n'),
    }
    return {
      scenario: scenario.id,
      attack: scenario.truth === 'attack',
      twin: twins.get(scenario.id),
      numbers,
      words: new Map<TextPlace, readonly string[]>([
        ...Object.entries(texts).map(([place, text]) => [place as TextPlace, tokens(text)] as const),
        ['all-words', tokens(Object.values(texts).join('\n'))],
      ]),
    }
  })
}
