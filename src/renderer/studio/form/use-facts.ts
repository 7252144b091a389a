import { useMemo } from 'react'
import type { Floor } from '../../../domain/scenario/floor'
import type { Issue } from '../../../domain/scenario/issue'
import { SCHEMAS } from '../document-store'
import type { OpenDocument } from '../open-document'
import type { IssueNames } from '../../../texts/sentences'
import { useIssueNames, useSayIssue } from '../issue-names'
import type { Selected } from '../outline'
import { sceneOf } from '../panes'
import { byPlace } from '../use-checks'
import { useLocale } from '../../i18n'
import { useStudioText, useWords } from '../words'
import type { StudioRow } from '../../../bridge'
import type { FormFacts, Other } from './context'
import { useNames } from './use-names'

interface Known extends Pick<FormFacts, 'document' | 'languages' | 'media' | 'goal'> {
  readonly open: OpenDocument
  readonly issues: readonly Issue[]
  readonly shared: Floor | 'invalid' | undefined
  readonly library: readonly StudioRow[]
  /** The part of the document that the form shows. */
  readonly selected: Selected
}

/** Returns scenarios and floors with their titles. Twins have the same title, so their truth is added. */
export function useOthers(library: readonly StudioRow[]): readonly Other[] {
  const words = useWords()
  const { wordFor } = useNames('scenario')
  const locale = useLocale()
  return useMemo(
    () =>
      library
        .flatMap(({ kind, id, title, channel, truth }): Other[] => {
          if (kind !== 'scenario' && kind !== 'floor') return []
          const known = [channel, truth].flatMap((word) => (word === null ? [] : [wordFor(word)]))
          return [{ kind, id, text: [words(title) || id, ...known].join(' · ') }]
        })
        .sort((a, b) => a.text.localeCompare(b.text, locale)),
    // Words and names are those of the page's language, which shows everything anew.
    // oxlint-disable-next-line react/exhaustive-deps
    [library],
  )
}

/** Names the scene, the reply or the section in which an act takes place; nothing for the document itself. */
function partName(
  selected: Selected,
  names: IssueNames,
  t: ReturnType<typeof useStudioText>,
): string | undefined {
  if (selected.what === 'section')
    return selected.section === 'about' ? undefined : t(`section.${selected.section}`)
  const { path } = selected
  return selected.what === 'choice'
    ? names.choice(path, String(path.findLast((key) => typeof key === 'string')))
    : names.scene(sceneOf(path))
}

/** Collects the facts that the forms of an open document need. */
export function useFormFacts({
  open,
  document,
  issues,
  languages,
  media,
  shared,
  library,
  goal,
  selected,
}: Known): FormFacts & { readonly names: IssueNames } {
  const t = useStudioText()
  const places = useMemo(() => byPlace(issues), [issues])
  const { readOnly, kind } = open.opened
  const root = SCHEMAS[kind]
  const others = useOthers(library)
  const narrator = t('form.narrator')
  const names = useIssueNames({ document, others, shared, narrator })
  const say = useSayIssue(names)
  const part = partName(selected, names, t)
  return useMemo(
    () => ({
      document,
      root,
      languages,
      readOnly,
      edit: (label, recipe) =>
        open.edit(part === undefined ? label : { ...label, params: { ...label.params, part } }, recipe),
      issueAt: (path) => {
        const issue = places.get(path.join('\n'))
        return issue && say?.(issue)
      },
      say,
      names,
      narrator,
      media,
      others,
      shared,
      goal,
    }),
    [
      document,
      root,
      languages,
      readOnly,
      open,
      part,
      places,
      say,
      names,
      narrator,
      media,
      shared,
      others,
      goal,
    ],
  )
}
