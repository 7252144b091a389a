/** An editor for the text of a document, without React. The journal has the history, so the editor keeps none. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentUnit } from '@codemirror/language'
import {
  lintGutter,
  lintKeymap,
  nextDiagnostic,
  openLintPanel,
  previousDiagnostic,
  setDiagnostics,
  type Diagnostic,
} from '@codemirror/lint'
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search'
import { Annotation, EditorSelection, EditorState } from '@codemirror/state'
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { splicesBetween } from '../../../domain/authoring/splice'
import { pathTo } from '../../../domain/authoring/suggest'
import { suggest, type Suggesting } from './complete'
import { nodeAt } from './place'
import { look } from './theme'

/** After this many milliseconds without a key, the typing becomes an act. */
const PAUSE = 450

/** Marks a change that came from the document, so that it is not reported back. */
const ours = Annotation.define<true>()

/** The name of the word under the pointer, and a sentence about it. */
export interface Word {
  readonly title: string
  readonly text: string | undefined
}

export interface SourceEditorOptions {
  readonly root: ShadowRoot
  readonly parent: HTMLElement
  readonly text: string
  readonly readOnly: boolean
  readonly label: string
  readonly phrases: Readonly<Record<string, string>>
  readonly suggesting: () => Suggesting
  /** @param path the path of the value, or of the value to which a name belongs */
  readonly wordAt: (path: readonly (string | number)[], name: boolean, value: unknown) => Word | undefined
  /** Called when somebody has typed and paused, or left the editor. */
  readonly onType: (text: string) => void
  /** Called when the cursor has moved. */
  readonly onPlace: (path: readonly (string | number)[]) => void
}

export interface SourceEditor {
  /** The text in the editor, including what was typed and is no act yet. */
  readonly text: () => string
  /** Tells whether something was typed that is no act yet. */
  readonly isTyping: () => boolean
  /** Makes an act of what was typed so far. */
  readonly flush: () => void
  /** Shows another text. Cursor and scroll position stay with the parts that are the same. */
  readonly show: (text: string) => void
  readonly mark: (diagnostics: readonly Diagnostic[]) => void
  /** Moves the cursor to a place and shows it. */
  readonly goTo: (from: number, to: number, focus: boolean) => void
  readonly openList: () => void
  readonly openSearch: () => void
  readonly focus: () => void
  readonly destroy: () => void
}

const unitOf = (text: string): string => /\n([ \t]+)\S/.exec(text)?.[1] ?? '  '

function hover(wordAt: SourceEditorOptions['wordAt']) {
  return hoverTooltip((view, pos, side) => {
    const node = nodeAt(view.state, side > 0 ? pos + 1 : pos)
    if (!node || !/^(PropertyName|String|Number|True|False)$/.test(node.name)) return null
    const written = view.state.sliceDoc(node.from, node.to)
    let value: unknown
    try {
      value = JSON.parse(written)
    } catch {
      return null
    }
    const word = wordAt(
      pathTo(view.state.sliceDoc(0, node.to), node.from + 1),
      node.name === 'PropertyName',
      value,
    )
    if (!word) return null
    return {
      pos: node.from,
      end: node.to,
      above: true,
      create: () => {
        const dom = document.createElement('div')
        dom.className = 'cm-source-word'
        const title = document.createElement('b')
        title.textContent = word.title
        dom.append(title)
        if (word.text !== undefined) {
          const text = document.createElement('p')
          text.textContent = word.text
          dom.append(text)
        }
        return { dom }
      },
    }
  })
}

/** Makes an editor. */
export function createSourceEditor(options: SourceEditorOptions): SourceEditor {
  let typed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let placing: ReturnType<typeof setTimeout> | undefined
  let written: { readonly doc: EditorState['doc']; readonly text: string } | undefined
  const text = (): string => {
    const { doc } = view.state
    if (written?.doc !== doc) written = { doc, text: doc.toString() }
    return written.text
  }
  const flush = (): void => {
    clearTimeout(timer)
    if (!typed) return
    typed = false
    options.onType(text())
  }
  const tellPlace = (): void => {
    clearTimeout(placing)
    placing = setTimeout(() => {
      options.onPlace(pathTo(text(), view.state.selection.main.head))
    }, 120)
  }
  const view: EditorView = new EditorView({
    root: options.root,
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightActiveLine(),
        highlightSpecialChars(),
        lintGutter({ hoverTime: 200 }),
        codeFolding(),
        foldGutter(),
        drawSelection(),
        bracketMatching(),
        json(),
        indentUnit.of(unitOf(options.text)),
        EditorView.lineWrapping,
        search({ top: true }),
        highlightSelectionMatches(),
        autocompletion({
          override: [suggest(options.suggesting)],
          icons: false,
          closeOnBlur: true,
        }),
        hover(options.wordAt),
        EditorState.phrases.of(options.phrases),
        EditorState.readOnly.of(options.readOnly),
        options.readOnly ? [] : closeBrackets(),
        EditorView.contentAttributes.of({ 'aria-label': options.label, tabindex: '0' }),
        keymap.of([
          { key: 'F8', run: nextDiagnostic },
          { key: 'Shift-F8', run: previousDiagnostic },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...foldKeymap,
          ...completionKeymap,
          ...lintKeymap,
        ]),
        look,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.every((one) => one.annotation(ours) === true)) {
            typed = true
            clearTimeout(timer)
            timer = setTimeout(flush, PAUSE)
          }
          if (update.focusChanged && !view.hasFocus) flush()
          if (update.selectionSet || update.docChanged) tellPlace()
        }),
      ],
    }),
  })
  return {
    text,
    isTyping: () => typed,
    flush,
    show: (next) => {
      const before = text()
      if (before === next) return
      const changes = splicesBetween(before, next).map(({ at, cut, put }) => ({
        from: at,
        to: at + cut,
        insert: put,
      }))
      const last = changes.at(-1)!
      const moved = changes
        .slice(0, -1)
        .reduce((sum, own) => sum + own.insert.length - (own.to - own.from), 0)
      const end = last.from + moved + last.insert.length
      view.dispatch({
        changes,
        annotations: ours.of(true),
        // An undo in the editor selects the changed text.
        ...(view.hasFocus ? { selection: EditorSelection.cursor(end), scrollIntoView: true } : {}),
      })
    },
    mark: (diagnostics) => view.dispatch(setDiagnostics(view.state, diagnostics)),
    goTo: (from, to, focus) => {
      const { length } = view.state.doc
      view.dispatch({
        selection: EditorSelection.range(Math.min(from, length), Math.min(to, length)),
        effects: EditorView.scrollIntoView(Math.min(from, length), { y: 'center' }),
      })
      if (focus) view.focus()
    },
    openList: () => void openLintPanel(view),
    openSearch: () => void openSearchPanel(view),
    focus: () => view.focus(),
    destroy: () => {
      flush()
      clearTimeout(placing)
      view.destroy()
    },
  }
}
