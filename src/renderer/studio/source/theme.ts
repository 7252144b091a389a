import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/**
 * Uses the program's own colours and fonts. Their variables reach into the shadow root, so the editor follows the
 * page's theme.
 */
const LOOK = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--ink)',
    backgroundColor: 'var(--sheet)',
    fontSize: 'var(--text-dense)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    lineHeight: '1.6',
    scrollbarWidth: 'thin',
    scrollbarColor: 'var(--rule-2) transparent',
  },
  '.cm-scroller::-webkit-scrollbar': { width: '8px', height: '8px' },
  '.cm-scroller::-webkit-scrollbar-thumb': { borderRadius: '4px', backgroundColor: 'var(--rule-2)' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
  '.cm-line': { padding: '0 12px 0 6px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection':
    { backgroundColor: 'var(--line-soft)' },
  '.cm-gutters': {
    color: 'var(--ink-3)',
    backgroundColor: 'var(--sheet)',
    border: '0',
    borderRight: '1px solid var(--rule)',
  },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 6px 0 10px' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'pointer', padding: '0 4px' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--sunken) 55%, transparent)' },
  '.cm-activeLineGutter': { color: 'var(--ink)', backgroundColor: 'var(--sunken)' },
  '.cm-foldPlaceholder': {
    border: '1px solid var(--rule-2)',
    color: 'var(--ink-2)',
    backgroundColor: 'var(--sunken)',
  },
  '&.cm-focused .cm-matchingBracket': { color: 'inherit', backgroundColor: 'var(--line-soft)' },
  '&.cm-focused .cm-nonmatchingBracket': { color: 'inherit', backgroundColor: 'var(--amber-soft)' },
  '.cm-searchMatch': { backgroundColor: 'var(--amber-soft)', outline: '1px solid var(--amber)' },
  '.cm-searchMatch.cm-searchMatch-selected': {
    backgroundColor: 'var(--line-soft)',
    outlineColor: 'var(--line)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--sunken)' },
  '.cm-shown-place': { backgroundColor: 'var(--line-soft)' },

  '.cm-tooltip': {
    maxWidth: 'min(30em, 80vw)',
    border: '1px solid var(--rule-2)',
    borderRadius: 'var(--r1)',
    color: 'var(--ink)',
    backgroundColor: 'var(--sheet)',
    boxShadow: 'var(--shadow)',
    fontFamily: 'var(--sans)',
    fontSize: 'var(--text-dense)',
  },
  '.cm-source-word': { padding: '8px 12px' },
  '.cm-source-word b': { display: 'block', fontWeight: '600' },
  '.cm-source-word p': { margin: '2px 0 0', color: 'var(--ink-2)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--sans)',
    fontSize: 'var(--text-dense)',
    maxHeight: '14em',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    color: 'var(--ink)',
    backgroundColor: 'var(--line-soft)',
  },
  '.cm-completionLabel': { fontFamily: 'var(--mono)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': { color: 'var(--ink-2)', fontStyle: 'normal', marginLeft: '1em' },
  '.cm-tooltip.cm-completionInfo': { padding: '8px 12px', color: 'var(--ink-2)' },

  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    backgroundColor: 'var(--amber-soft)',
    textDecoration: 'underline wavy var(--amber)',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--amber)',
    textDecorationThickness: '2px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-active': { backgroundColor: 'var(--line-soft)' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--amber)' },
  '.cm-gutter-lint': { width: '1.2em' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 0 0 4px' },
  '.cm-lint-marker': { width: '0.7em', height: '0.7em', marginTop: '0.45em' },
  '.cm-lint-marker-error': { content: 'none', borderRadius: '50%', backgroundColor: 'var(--amber)' },
  '.cm-lint-marker-warning': { content: 'none', borderRadius: '50%', border: '2px solid var(--amber)' },
  '.cm-diagnostic': {
    padding: '8px 12px',
    borderLeft: '3px solid var(--amber)',
    whiteSpace: 'normal',
  },
  '.cm-diagnosticText': { whiteSpace: 'pre-wrap' },
  '.cm-diagnosticAction': {
    display: 'block',
    margin: '6px 0 0',
    padding: '0',
    border: '0',
    color: 'var(--line-text)',
    background: 'none',
    font: 'inherit',
    textDecoration: 'underline',
    cursor: 'pointer',
  },

  '.cm-panels': {
    color: 'var(--ink)',
    backgroundColor: 'var(--paper)',
    fontFamily: 'var(--sans)',
    fontSize: 'var(--text-dense)',
  },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--rule)' },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--rule)' },
  '.cm-panel.cm-search': { padding: '8px 36px 8px 12px' },
  '.cm-panel.cm-search label': { fontSize: 'var(--text-dense)', marginRight: '10px' },
  '.cm-panel.cm-search input[type=checkbox]': { accentColor: 'var(--line)', marginRight: '4px' },
  '.cm-textfield': {
    height: '28px',
    padding: '2px 8px',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--r1)',
    color: 'var(--ink)',
    backgroundColor: 'var(--sheet)',
    font: 'inherit',
  },
  '.cm-button': {
    height: '28px',
    padding: '2px 10px',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--r1)',
    color: 'var(--ink)',
    backgroundColor: 'var(--sheet)',
    backgroundImage: 'none',
    font: 'inherit',
  },
  '.cm-button:hover': { backgroundColor: 'var(--sunken)' },
  '.cm-textfield:focus-visible, .cm-button:focus-visible, .cm-panel button:focus-visible, .cm-panel input:focus-visible, .cm-diagnosticAction:focus-visible':
    { outline: '2px solid var(--line)', outlineOffset: '1px' },
  '.cm-panel.cm-search [name=close], .cm-panel.cm-panel-lint button[name=close]': {
    top: '4px',
    right: '8px',
    width: '28px',
    height: '28px',
    color: 'var(--ink-2)',
    fontSize: '18px',
  },
  '.cm-panel.cm-panel-lint ul': { maxHeight: '11em' },
  '.cm-panel.cm-panel-lint ul li': { padding: '6px 36px 6px 12px' },
  '.cm-panel.cm-panel-lint ul [aria-selected], .cm-panel.cm-panel-lint ul:focus [aria-selected]': {
    color: 'var(--ink)',
    backgroundColor: 'var(--line-soft)',
  },
})

/** Colours names, values and signs. Texts that people read have the usual colour. */
const COLOURS = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--line-text)' },
  { tag: tags.string, color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--good)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace, tags.punctuation], color: 'var(--ink-3)' },
  { tag: tags.invalid, color: 'var(--amber-text)' },
])

export const look = [LOOK, syntaxHighlighting(COLOURS)]
