import { useCallback, useMemo } from 'react'
import { loadFormIssueSayer, loadIssueSayer, type IssueNames, type SayIssue } from '../../texts/sentences'
import { useLocale, type Locale } from '../i18n'
import { useLoaded } from '../ui/use-loaded'
import { languageIn, sceneTitle } from './compare/words'
import { choicesFor, type NameFacts } from './form/refs'
import { useNames } from './form/use-names'
import { cut } from '../../domain/scenario/cut'
import { membersOf } from '../../domain/scenario/members'
import { TIMEOUT_EVENT } from '../../domain/scenario/vocabulary'
import { at, kindAt, listOf, sceneOf, usedOn, type Path } from './outline'
import { useStudioText, useWords } from './words'

/** As much of a reply as tells it from its neighbours. */
const REPLY_LENGTH = 40

const shortened = (text: string): string => cut(text, REPLY_LENGTH)

/** Returns what is seen of the choice at a place: of several branches the first that says something. */
function seenOfChoice(document: unknown, path: readonly PropertyKey[]): Record<string, unknown> {
  const place = path as Path
  if (kindAt(place) !== 'on') return {}
  const choice = at(document, place.slice(0, sceneOf(place).length + 2))
  const branches = Array.isArray(choice) ? listOf(choice) : [choice]
  return (
    branches
      .map((branch) => membersOf(membersOf(branch)['meta']))
      .find(({ say, tool }) => say !== undefined || tool !== undefined) ?? {}
  )
}

/** Names the parts of a document as its forms do, for sentences about what is wrong with it. */
export function useIssueNames(facts: NameFacts): IssueNames {
  const { document, others, shared, narrator } = facts
  const { labelOf, wordFor } = useNames('')
  const t = useStudioText()
  const words = useWords()
  const locale = useLocale()
  return useMemo(() => {
    const known = { document, others, shared, narrator }
    return {
      property: labelOf,
      word: wordFor,
      language: (tag) => languageIn(new Intl.DisplayNames([locale], { type: 'language' }), tag),
      scene: (path) => sceneTitle(document, path, words),
      choice: (path, id) => {
        if (id === TIMEOUT_EVENT) return t('outline.timeout')
        const { say, tool, ...on } = seenOfChoice(document, path)
        const said = words(say)
        if (said !== '') return shortened(said)
        if (typeof tool !== 'string') return kindAt(path as Path) === 'always' ? t('outline.always') : id
        const desks = [membersOf(membersOf(document)['desk']), membersOf(shared)]
        return [wordFor(tool), ...usedOn(on, desks).map(words)].join(' · ')
      },
      entry: (field, id, path) =>
        choicesFor(field, path as Path, known, words)?.find((one) => one.id === id)?.text ?? id,
    }
    // Words and names are those of the page's language.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [document, others, shared, narrator, locale])
}

/** Loads sentences in the language of the page; `undefined` until the first ones are there. */
function useSentences<T>(read: (locale: Locale) => Promise<T>): T | undefined {
  const locale = useLocale()
  const loaded = useLoaded(useCallback(() => read(locale), [read, locale]))
  return loaded.status === 'ready' ? loaded.value : undefined
}

/** Returns a function that says issues with the names that the forms show. */
export function useSayIssue(names: IssueNames): SayIssue | undefined {
  const sayerFor = useSentences(loadFormIssueSayer)
  return useMemo(() => sayerFor?.(names), [sayerFor, names])
}

/** Returns a function that says issues as whoever reads the file knows them, with its names and ids. */
export const useSayIssueOfFile = (): SayIssue | undefined => useSentences(loadIssueSayer)
