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

type OwnSentence = keyof Texts['studio-issues']
/**
 * The types also find a sentence of the Studio without a counterpart here, except the one for a name that is not chosen
 * yet.
 */
export type NoSentence = None<Exclude<OwnSentence, Sentence | 'unchosen'>>
/** Both sentences get the same values. */
export type OwnUnfilled = None<
  {
    [S in OwnSentence & Sentence]: Exclude<keyof Texts['studio-issues'][S], ParamsOf<S> | keyof Around>
  }[OwnSentence & Sentence]
>

/** Names the parts of a document as its forms do, for a reader to whom names and ids in the file say nothing. */
export interface IssueNames {
  /** @param key a property, such as `minutes` */
  readonly property: (key: string) => string
  /** @param word a word of the format, such as `legitimate`, or any other value */
  readonly word: (word: string) => string
  /** @param tag a language tag */
  readonly language: (tag: string) => string
  /** @param path the ids of a scene and the groups around it, with dots */
  readonly scene: (path: string) => string
  /** @param path the place of the issue; @param id of the choice at it */
  readonly choice: (path: readonly PropertyKey[], id: string) => string
  /** @param field the field that holds the id, such as `cue`; @param path the place of the issue */
  readonly entry: (field: string, id: string, path: readonly PropertyKey[]) => string
}

/**
 * The texts with which the Studio shows issues. `words` replace sentences that are meant for people who read the file.
 */
export interface ForForms {
  readonly words: Translate<'studio-issues'>
  readonly names: IssueNames
}

const sentenceOf = ({ code, params }: Said): Sentence =>
  ('what' in params ? `${code}.${params.what}` : code) as Sentence

function calledIn(t: Translate<'places'>, path: readonly PropertyKey[], names?: IssueNames): string {
  const key = path[path.length - 1]
  if (key === undefined) return t('called.file')
  return typeof key === 'number'
    ? t('called.entry', { number: key + 1, list: calledIn(t, path.slice(0, -1), names) })
    : t('called.name', { name: names ? names.property(String(key)) : String(key) })
}

function around(t: Translate<'places'>, { keys, params }: Said, names?: IssueNames): Around {
  const { path, beat = '' } = keys
  const scene = keys.scene === undefined ? undefined : (names?.scene(keys.scene) ?? keys.scene)
  const choice =
    names && keys.choice !== undefined && keys.choice !== TIMEOUT_EVENT
      ? names.choice(path, keys.choice)
      : keys.choice
  const language = keys.language ?? String(path[path.length - 1] ?? '')
  const own = keys.choice === TIMEOUT_EVENT ? undefined : choice
  const place =
    scene === undefined
      ? own !== undefined && t('place.own-choice', { choice: own })
      : own === undefined
        ? t('place.scene', { scene })
        : t('place.choice', { scene, choice: own })
  return {
    place: place === false ? '' : `${place} `,
    where: scene === undefined ? t('where.machine') : t('where.scene', { scene }),
    called: calledIn(t, path, names),
    move:
      own !== undefined
        ? t('move.choice', { choice: own })
        : t(choice === undefined ? 'move.automatic' : 'move.time-limit'),
    choice: choice ?? '',
    beat,
    language: names?.language(language) ?? language,
    json: 'line' in params ? t('json', { line: params.line, column: params.column }) : '',
  }
}

const isSign = (value: string): boolean => /^U\+[0-9A-F]{4,6}$/.test(value)

/** The members of an issue from which its sentence is made. */
type Said = Pick<Issue, 'code' | 'keys' | 'params'>
/** Says what is wrong, in one language. */
export type SayIssue = (issue: Said) => string

/** Values that name a property of the format, by code; elsewhere `name` is a word that the author wrote. */
const PROPERTIES: Partial<Record<IssueCode, readonly string[]>> = {
  missing: ['name', 'object'],
  'bad-value': ['name'],
  'unused-object': ['object'],
}
/** Values that are words of the format. */
const FORMAT_WORDS: ReadonlySet<string> = new Set(['tool', 'tactic', 'possible', 'value'])
/** Values that are ids of a part of the document, or of another document. */
const IDS: ReadonlySet<string> = new Set([
  'target',
  'initial',
  'cue',
  'customer',
  'contact',
  'policy',
  'field',
  'floor',
  'twin',
  'scenario',
])

/** Returns the values of an issue, each with its name on screen. */
function namedValues({ code, keys, params }: Said, names: IssueNames): Record<string, unknown> {
  const name = (param: string, value: string): string => {
    if (PROPERTIES[code]?.includes(param)) return names.property(value)
    if (param === 'language') return names.language(value)
    if (FORMAT_WORDS.has(param)) return names.word(value)
    return IDS.has(param) ? names.entry(param, value, keys.path) : value
  }
  return Object.fromEntries(
    Object.entries(params).map(([param, value]: [string, unknown]) => [
      param,
      typeof value === 'string'
        ? name(param, value)
        : Array.isArray(value)
          ? value.map((each) => name(param, String(each)))
          : value,
    ]),
  )
}

/** Tells whether an id stands for a choice that nobody has made in the form yet. */
const isUnchosen = ({ code, params }: Said): boolean =>
  code === 'bad-id' && 'id' in params && params.id === '…'

/**
 * Returns a function that puts issues into words.
 * @param issues the sentences
 * @param places the texts for the names of places in them
 * @param forms missing for people who read the file itself
 */
export function issueSayer(
  issues: Translate<'issues'>,
  places: Translate<'places'>,
  locale: Locale,
  forms?: ForForms,
): SayIssue {
  const list = new Intl.ListFormat(FACTS[locale].region, { type: 'unit', style: 'short' })
  return (issue) => {
    const values: Record<string, unknown> = {
      ...around(places, issue, forms?.names),
      ...(forms ? namedValues(issue, forms.names) : issue.params),
    }
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
    const key = forms && isUnchosen(issue) ? 'unchosen' : sentenceOf(issue)
    const say = (forms?.words.has(key) ? forms.words : issues) as (
      key: string,
      values: Record<string, unknown>,
    ) => string
    const sentence = say(key, values)
    return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1)
  }
}

/** Loads the sentences of a language for people who read the file. */
export async function loadIssueSayer(locale: Locale): Promise<SayIssue> {
  return issueSayer(await loadTexts(locale, 'issues'), await loadTexts(locale, 'places'), locale)
}

/**
 * Loads the sentences of a language for people who use a form.
 * @returns a function that takes the names of the present document
 */
export async function loadFormIssueSayer(locale: Locale): Promise<(names: IssueNames) => SayIssue> {
  const [issues, places, words] = await Promise.all([
    loadTexts(locale, 'issues'),
    loadTexts(locale, 'places'),
    loadTexts(locale, 'studio-issues'),
  ])
  return (names) => issueSayer(issues, places, locale, { words, names })
}
