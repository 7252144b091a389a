import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Diagnostic } from '@codemirror/lint'
import type { FoldedJournal } from '../../../domain/authoring/journal'
import type { Issue } from '../../../domain/scenario/issue'
import { litIn } from '../../../domain/authoring/text-place'
import type { SayIssue } from '../../../texts/sentences'
import { Button, Notice } from '../../ui'
import { useLocale } from '../../i18n'
import { SCHEMAS } from '../document-store'
import type { OpenDocument } from '../open-document'
import { useForm } from '../form/context'
import { choicesFor, flagsOf } from '../form/refs'
import { singular } from '../form/singular'
import { useSayIssueOfFile } from '../issue-names'
import type { Path } from '../outline'
import { useFieldText, useSourceText, useWords } from '../words'
import { createSourceEditor, type SourceEditor, type Word } from './editor'
import { keptText, shownText } from './line-breaks'
import { marksFor } from './marks'
import { PHRASES } from './phrases'
import './source.css'

/** A place that somebody asked for; each request is a new object. */
export interface Wanted {
  readonly path: readonly PropertyKey[]
}

interface SourceProps {
  readonly open: OpenDocument
  readonly draft: FoldedJournal
  readonly readOnly: boolean
  readonly issues: readonly Issue[]
  /** The document that was checked: a value, or a text that is not valid JSON. */
  readonly checked: unknown
  /** The path of the part that is selected in the Studio. */
  readonly selected: Path
  readonly wanted: Wanted | undefined
  readonly onForm: (path: Path) => void
}

/**
 * Fields whose values are names that the document itself invents, such as flags. The forms offer no choice for them.
 */
const FLAGS = new Set(['flag', 'critical'])

/** Collects the labels of names and values, and the ids that a place accepts. */
function useLanguageOfDocument() {
  const fields = useFieldText()
  const t = useSourceText()
  const facts = useForm()
  const words = useWords()
  const read = (key: string): string | undefined =>
    fields.has(key) ? (fields as unknown as (key: string) => string)(key) : undefined
  const nameOf = (name: string) => {
    const own = `name.${name}`
    return {
      label: read(`label.${name}`),
      help: read(`help.${name}`) ?? (t.has(own) ? (t as unknown as (key: string) => string)(own) : undefined),
    }
  }
  const wordOf = (word: string) => read(`word.${word}`)
  const idsAt = (path: Path) => {
    const key = path.at(-1)
    const name = typeof key === 'number' ? singular(String(path.at(-2))) : key
    if (name === undefined) return undefined
    if (FLAGS.has(name)) return flagsOf(facts.document).map((id) => ({ id, text: id }))
    return choicesFor(name, typeof key === 'number' ? path.slice(0, -1) : path, facts, words)
  }
  return { nameOf, wordOf, idsAt, languages: facts.languages, neededWord: t('needed') }
}

/** Turns issues into marks of the editor, with a button that leads to the form. */
function useDiagnostics(
  { issues, onForm }: Pick<SourceProps, 'issues' | 'onForm'>,
  say: SayIssue | undefined,
) {
  const t = useSourceText()
  return (text: string, broken: boolean): Diagnostic[] =>
    marksFor(text, issues, broken).map(({ from, to, issue }) => ({
      from,
      to,
      severity: issue.severity,
      message: say?.(issue) ?? issue.code,
      ...(broken
        ? {}
        : {
            actions: [
              {
                name: t('to-form'),
                apply: () => onForm(issue.keys.path.map((key) => (typeof key === 'symbol' ? '' : key))),
              },
            ],
          }),
    }))
}

/**
 * Shows the document as JSON. Typing makes acts of the document's own history. An invalid text stays as it is, while
 * the last valid version is played.
 */
export default function Source(props: SourceProps) {
  const { open, draft, readOnly, issues, checked, selected, wanted, onForm } = props
  const t = useSourceText()
  const locale = useLocale()
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<SourceEditor>(undefined)
  const [place, setPlace] = useState<Path>([])
  const language = useLanguageOfDocument()
  const say = useSayIssueOfFile()
  const diagnosticsFor = useDiagnostics(props, say)
  const broken = draft.brokenText !== null
  // The text only changes with an act.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const shown = useMemo(() => shownText(open.textNow()), [open, draft.n])

  // The editor lives longer than one rendering, so it reads present values from here.
  const now = useRef({ language, open })
  useEffect(() => {
    now.current = { language, open }
  })
  const makeEditor = useEffectEvent((root: ShadowRoot, parent: HTMLElement) =>
    createSourceEditor({
      root,
      parent,
      text: shown,
      readOnly,
      label: t('label'),
      phrases: Object.fromEntries(Object.entries(PHRASES).map(([phrase, key]) => [phrase, t(key)])),
      suggesting: () => ({ schema: SCHEMAS[open.opened.kind], ...now.current.language }),
      wordAt: (path, name, value): Word | undefined => {
        const { nameOf, wordOf, idsAt } = now.current.language
        const key = path.at(-1)
        if (name) {
          const { label, help } = nameOf(String(key))
          return label === undefined && help === undefined
            ? undefined
            : { title: label ?? String(key), text: help }
        }
        if (typeof value !== 'string') return undefined
        const called = idsAt(path)?.find(({ id }) => id === value)?.text ?? wordOf(value)
        return called === undefined || called === value ? undefined : { title: called, text: undefined }
      },
      onType: (text) => now.current.open.write(keptText(now.current.open.textNow(), text)),
      onPlace: setPlace,
    }),
  )
  useEffect(() => {
    const element = host.current!
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const parent = document.createElement('div')
    parent.style.height = '100%'
    root.append(parent)
    // In the fields of the search, keys such as undo belong to the field and not to the document's history.
    parent.addEventListener('keydown', (event) => {
      if (event.target instanceof HTMLInputElement) event.stopPropagation()
    })
    const made = makeEditor(root, parent)
    editor.current = made
    const ended = open.typing(made.flush)
    return () => {
      made.destroy()
      ended()
      parent.remove()
      editor.current = undefined
    }
  }, [open, readOnly, locale])

  useEffect(() => editor.current?.show(shown), [shown])

  const mark = useEffectEvent(() => {
    const made = editor.current
    // During typing the marks move with the text. New marks are set when the new text was checked.
    if (!made || made.isTyping() || checked !== (draft.brokenText ?? draft.value)) return
    made.mark(diagnosticsFor(made.text(), broken))
  })
  useEffect(() => mark(), [issues, checked, shown, say, locale])

  const goTo = useEffectEvent((path: readonly PropertyKey[], focus: boolean) => {
    const made = editor.current
    if (!made) return
    if (broken) {
      const [first] = marksFor(made.text(), issues, true)
      if (first) made.goTo(first.from, first.from, focus)
      return
    }
    const { from, to } = litIn(made.text())(path)
    made.goTo(from, focus ? to : from, focus)
  })
  // A selection elsewhere is shown without taking the focus. A press on a problem also moves the focus to its place.
  const selectedKey = selected.join('\n')
  useEffect(() => {
    if (selectedKey !== '') goTo(selectedKey.split('\n'), false)
  }, [selectedKey])
  useEffect(() => {
    if (wanted) goTo(wanted.path, true)
  }, [wanted])

  return (
    <div className="studio-source">
      {broken && (
        <Notice kind="attention" actions={<Button onPress={() => goTo([], true)}>{t('broken.go')}</Button>}>
          {t('broken')}
        </Notice>
      )}
      <div className="studio-pane-bar">
        <span className="mono dense studio-source-place" title={place.join(' › ')}>
          <span className="visually-hidden">{t('place')}: </span>
          {place.length === 0 ? t('place.root') : place.join(' › ')}
        </span>
        {!broken && place.length > 0 && (
          <Button kind="link" onPress={() => onForm(place)}>
            {t('to-form')}
          </Button>
        )}
      </div>
      <div ref={host} className="studio-source-text" />
      <div className="studio-pane-bar">
        <span className="dense muted grow">{t(readOnly ? 'leave.read-only' : 'leave')}</span>
        {issues.length > 0 && (
          <Button kind="link" onPress={() => editor.current?.openList()}>
            {t('problems.list', { n: issues.length })}
          </Button>
        )}
        <Button kind="link" onPress={() => editor.current?.openSearch()}>
          {t('search')}
        </Button>
      </div>
    </div>
  )
}
