import { useEffect, useEffectEvent, useRef } from 'react'
import { json } from '@codemirror/lang-json'
import { MergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { useLocale } from '../../i18n'
import { shownText } from '../source/line-breaks'
import { look } from '../source/theme'
import { useCompareText } from './words'

const LOOK = EditorView.theme({
  '&': { height: 'auto' },
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--amber-soft)' },
  '&.cm-merge-b .cm-changedLine': { backgroundColor: 'var(--good-soft)' },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': {
    background: 'none',
    textDecoration: 'underline 2px var(--amber)',
  },
  '&.cm-merge-b .cm-changedText': { background: 'none', textDecoration: 'underline 2px var(--good)' },
  '&.cm-merge-a .cm-changedLineGutter': { background: 'var(--amber)' },
  '&.cm-merge-b .cm-changedLineGutter': { background: 'var(--good)' },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"⋯"' },
  '.cm-collapsedLines': {
    padding: '4px 12px',
    color: 'var(--ink-2)',
    background: 'var(--sunken)',
    fontFamily: 'var(--sans)',
  },
})

interface SideBySideProps {
  readonly before: string
  readonly after: string
  readonly labels: readonly [before: string, after: string]
}

/** Shows two texts side by side. Lines that differ are marked and aligned; equal parts are folded. */
export default function SideBySide({ before, after, labels }: SideBySideProps) {
  const t = useCompareText()
  const locale = useLocale()
  const host = useRef<HTMLDivElement>(null)
  const sideOf = (text: string, label: string) => ({
    doc: shownText(text),
    extensions: [
      lineNumbers(),
      json(),
      EditorView.lineWrapping,
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      EditorState.phrases.of({ '$ unchanged lines': t('unchanged') }),
      look,
      LOOK,
    ],
  })
  const make = useEffectEvent(
    (root: ShadowRoot, parent: HTMLElement) =>
      new MergeView({
        root,
        parent,
        a: sideOf(before, labels[0]),
        b: sideOf(after, labels[1]),
        collapseUnchanged: { margin: 3, minSize: 6 },
        diffConfig: { scanLimit: 2000, timeout: 1000 },
      }),
  )
  useEffect(() => {
    const element = host.current!
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const parent = document.createElement('div')
    root.append(parent)
    const view = make(root, parent)
    return () => {
      view.destroy()
      parent.remove()
    }
  }, [before, after, locale])
  return <div ref={host} className="studio-side-by-side" />
}
