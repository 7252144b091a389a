import {
  pickedCompletion,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import type { PartSchema } from '../../../domain/authoring/key-order'
import {
  gapAt,
  namesAt,
  opensWith,
  readTolerantly,
  valuesAt,
  type Gap,
} from '../../../domain/authoring/suggest'
import { nodeAt } from './place'

/** The facts about the document and the page's language that suggestions need. */
export interface Suggesting {
  readonly schema: PartSchema
  /** Returns the label and the help sentence that the forms have for a name. */
  readonly nameOf: (name: string) => { readonly label: string | undefined; readonly help: string | undefined }
  readonly wordOf: (word: string) => string | undefined
  /** Returns the ids that a place accepts, with their labels; `undefined` where it accepts anything. */
  readonly idsAt: (
    path: readonly (string | number)[],
  ) => readonly { readonly id: string; readonly text: string }[] | undefined
  /** The languages of the document. */
  readonly languages: readonly string[]
  readonly neededWord: string
}

/** A longer text is taken for a sentence. */
const LONGEST_WORD = 60

const quoted = (word: string | number | boolean): string => JSON.stringify(word)

/** Inserts a text and puts the cursor inside it. */
function insert(
  view: EditorView,
  completion: Completion,
  gap: Gap,
  text: string,
  cursor: number,
  more: boolean,
): void {
  view.dispatch({
    changes: { from: gap.from, to: gap.to, insert: text },
    selection: { anchor: gap.from + cursor },
    annotations: pickedCompletion.of(completion),
    userEvent: 'input.complete',
    scrollIntoView: true,
  })
  if (more) startCompletion(view)
}

const EMPTY = { '{': '{}', '[': '[]', '"': '""', '': '' } as const

function nameOptions(
  gap: Gap,
  text: string,
  { schema, nameOf, neededWord, languages }: Suggesting,
): Completion[] {
  const root = readTolerantly(text)
  const choices = namesAt(schema, root, gap.path)
  return choices.map(({ name, schema: own, needed }, i) => {
    const { label, help } = nameOf(name)
    const opens = opensWith(own)
    const start = `${quoted(name)}: `
    const isText = opens === '{' && namesAt(own, undefined, []).length === 0 && languages.length > 0
    const value = isText ? `{ ${quoted(languages[0]!)}: "" }` : EMPTY[opens]
    const inside = isText ? value.length - 3 : opens === '' ? 0 : 1
    return {
      label: quoted(name),
      displayLabel: name,
      type: 'property',
      boost: (needed ? 50 : 0) - i / 100,
      ...(label === undefined || label === name
        ? {}
        : { detail: needed ? `${label} (${neededWord})` : label }),
      ...(help === undefined ? {} : { info: help }),
      apply: (view, completion) =>
        gap.followed.colon
          ? insert(view, completion, gap, quoted(name), quoted(name).length, false)
          : insert(
              view,
              completion,
              gap,
              `${start}${value}${gap.followed.entry ? ',' : ''}`,
              start.length + inside,
              opens === '"' || opens === '{',
            ),
    }
  })
}

function valueOptions(gap: Gap, text: string, { schema, wordOf, idsAt }: Suggesting): Completion[] {
  const ids = idsAt(gap.path)
  const words = ids
    ? ids.map(({ id, text: called }) => ({ word: id, called: called === id ? undefined : called }))
    : valuesAt(schema, readTolerantly(text), gap.path).map((word) => ({
        word,
        called: typeof word === 'string' ? wordOf(word) : undefined,
      }))
  return words.map(({ word, called }, i) => ({
    label: quoted(word),
    displayLabel: String(word),
    type: 'enum',
    boost: -i / 100,
    ...(called === undefined ? {} : { detail: called }),
    apply: (view, completion) => {
      const after = gap.followed.entry ? ',' : ''
      insert(view, completion, gap, quoted(word) + after, quoted(word).length, false)
    },
  }))
}

/** Suggests what the schema and the document allow at the cursor. */
export const suggest =
  (now: () => Suggesting) =>
  ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const node = nodeAt(state, pos)
    // Nobody wants words of the format in the middle of a sentence.
    if (!explicit && node?.name === 'String') {
      const written = state.sliceDoc(node.from, Math.min(node.to, node.from + LONGEST_WORD))
      if (node.to - node.from > LONGEST_WORD || /\s/.test(written)) return null
    }
    const text = state.sliceDoc()
    const gap = gapAt(text, pos)
    if (!gap) return null
    const inQuotes = text[gap.from] === '"'
    // Without being asked, it only suggests where a name or a word was begun.
    if (!explicit && !inQuotes && gap.from === gap.to) return null
    const suggesting = now()
    const options =
      gap.kind === 'name' ? nameOptions(gap, text, suggesting) : valueOptions(gap, text, suggesting)
    if (options.length === 0) return null
    // Options are compared with the text from its quote on, or without quotes if it has none yet.
    const from = gap.from
    return {
      from,
      options: inQuotes
        ? options
        : options.map((option) => ({ ...option, label: option.displayLabel ?? option.label })),
      validFor: /^"?[\w$-]*"?$/,
    }
  }
