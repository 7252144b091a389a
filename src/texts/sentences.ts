import type { Issue, IssueCode } from '../domain/scenario/issue'
import type { IssueParams } from '../domain/scenario/issue-params'
import { TIMEOUT_EVENT } from '../domain/scenario/vocabulary'
import { FACTS, type Locale, type Texts } from './generated'
import { loadTexts, type Translate } from './translate'

/** The keys of a code's sentences: one, or one for each thing that the code can be about. */
type SentencesOf<C extends IssueCode> = IssueParams[C] extends infer P
  ? P extends { what: infer W extends string }
    ? `${C}.${W}`
    : C
  : never
type Sentence = { [C in IssueCode]: SentencesOf<C> }[IssueCode]

type ParamsOf<S> = S extends `${infer C extends IssueCode}.${infer W}`
  ? IssueParams[C] extends infer P
    ? P extends { what: infer Ws }
      ? W extends Ws
        ? keyof P
        : never
      : never
    : never
  : S extends IssueCode
    ? keyof IssueParams[S]
    : never

/** Values that are computed for every sentence. */
interface Around {
  /** "Scene ‘offer’: choice ‘take-it’: ", or nothing outside the scenes. */
  place: string
  /** "Scene ‘offer’", or "The scenario". */
  where: string
  /** "‘minutes’", or "entry 3 of ‘beats’". */
  called: string
  /** "the choice ‘take-it’", "the time limit" or "the automatic step". */
  move: string
  choice: string
  beat: string
  language: string
  /** "This is not valid JSON in line 3, column 9:" */
  json: string
}

type None<T extends never> = T
/** The types find a sentence with a value that its code does not give, and a sentence that no code has. */
export type Unfilled = None<
  { [S in Sentence]: Exclude<keyof Texts['issues'][S], ParamsOf<S> | keyof Around> }[Sentence]
>
export type Unused = None<Exclude<keyof Texts['issues'], Sentence>>

type Explanation = `${IssueCode}.${'name' | 'why' | 'mend'}`
/** The types also find a code without an explanation, and an explanation without a code. */
export type Unexplained = None<Exclude<Explanation, keyof Texts['checks']>>
export type Unneeded = None<Exclude<keyof Texts['checks'], Explanation>>

const sentenceOf = ({ code, params }: Said): Sentence =>
  ('what' in params ? `${code}.${params.what}` : code) as Sentence

function calledIn(t: Translate<'places'>, path: readonly PropertyKey[]): string {
  const key = path[path.length - 1]
  if (key === undefined) return t('called.file')
  return typeof key === 'number'
    ? t('called.entry', { number: key + 1, list: calledIn(t, path.slice(0, -1)) })
    : t('called.name', { name: String(key) })
}

function around(t: Translate<'places'>, { keys, params }: Said): Around {
  const { path, scene, choice, beat = '', language } = keys
  const ending = String(path[path.length - 1] ?? '')
  const own = choice !== undefined && choice !== TIMEOUT_EVENT ? choice : undefined
  const place =
    scene === undefined
      ? own !== undefined && t('place.own-choice', { choice: own })
      : own === undefined
        ? t('place.scene', { scene })
        : t('place.choice', { scene, choice: own })
  return {
    place: place === false ? '' : `${place} `,
    where: scene === undefined ? t('where.machine') : t('where.scene', { scene }),
    called: calledIn(t, path),
    move:
      own !== undefined
        ? t('move.choice', { choice: own })
        : t(choice === undefined ? 'move.automatic' : 'move.time-limit'),
    choice: choice ?? '',
    beat,
    language: language ?? ending,
    json: 'line' in params ? t('json', { line: params.line, column: params.column }) : '',
  }
}

const isSign = (value: string): boolean => /^U\+[0-9A-F]{4,6}$/.test(value)

/** The members of an issue from which its sentence is made. */
type Said = Pick<Issue, 'code' | 'keys' | 'params'>
/** Says what is wrong, in one language. */
export type SayIssue = (issue: Said) => string

/**
 * Returns a function that puts issues into words.
 * @param issues the sentences
 * @param places the texts for the names of places in them
 */
export function issueSayer(
  issues: Translate<'issues'>,
  places: Translate<'places'>,
  locale: Locale,
): SayIssue {
  const list = new Intl.ListFormat(FACTS[locale].region, { type: 'unit', style: 'short' })
  return (issue) => {
    const values: Record<string, unknown> = { ...around(places, issue), ...issue.params }
    for (const [name, value] of Object.entries(values)) {
      if (Array.isArray(value)) values[name] = list.format(value.map(String))
      // Numbers in a file are written without thousands separators.
      else if (typeof value === 'number' && !['most', 'megabytes', 'share'].includes(name)) {
        values[name] = String(value)
      }
    }
    const { sign } = values
    if (typeof sign === 'string') {
      values['sign'] = places(isSign(sign) ? 'sign.unseen' : 'sign.shown', { sign })
    }
    const say = issues as (key: Sentence, values: Record<string, unknown>) => string
    const sentence = say(sentenceOf(issue), values)
    return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1)
  }
}

/** Loads the sentences of a language. */
export async function loadIssueSayer(locale: Locale): Promise<SayIssue> {
  return issueSayer(await loadTexts(locale, 'issues'), await loadTexts(locale, 'places'), locale)
}
