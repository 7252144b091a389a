import { IntlMessageFormat } from 'intl-messageformat'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { createContext, Fragment, use, type ReactNode } from 'react'

/** What placeholders stand for: the trainee's first name and the organisation. */
export const TextValues = createContext<Readonly<Record<string, string>>>({})

/** Fills in the placeholders of a text. A text that can't be read as a message stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  if (!text.includes('{')) return text
  try {
    return String(
      new IntlMessageFormat(text, undefined, undefined, { ignoreTag: true }).format({ ...values }),
    )
  } catch {
    return text
  }
}

/** Cuts a text at the phrases that a cue marks, so that they can be highlighted. */
export function cutAt(text: string, phrases: readonly string[]): { text: string; marked: boolean }[] {
  let parts = [{ text, marked: false }]
  for (const phrase of phrases.filter(Boolean)) {
    parts = parts.flatMap((part) => {
      const at = part.marked ? -1 : part.text.indexOf(phrase)
      if (at < 0) return [part]
      return [
        { text: part.text.slice(0, at), marked: false },
        { text: phrase, marked: true },
        { text: part.text.slice(at + phrase.length), marked: false },
      ].filter((piece) => piece.text !== '')
    })
  }
  return parts
}

function render(node: Nodes, key: number, words: (text: string) => ReactNode): ReactNode {
  const inner = 'children' in node ? node.children.map((child, i) => render(child, i, words)) : null
  switch (node.type) {
    case 'text':
      return <Fragment key={key}>{words(node.value)}</Fragment>
    case 'inlineCode':
      return <Fragment key={key}>{words(node.value)}</Fragment>
    case 'emphasis':
      return <em key={key}>{inner}</em>
    case 'strong':
      return <strong key={key}>{inner}</strong>
    case 'list':
      return node.ordered ? <ol key={key}>{inner}</ol> : <ul key={key}>{inner}</ul>
    case 'listItem':
      return <li key={key}>{inner}</li>
    case 'paragraph':
      return <p key={key}>{inner}</p>
    case 'break':
      return <br key={key} />
    default:
      return <Fragment key={key}>{inner}</Fragment>
  }
}

/** A text of a scenario: emphasis, lists and placeholders, nothing else. */
export function Prose({ text, marks = [] }: { readonly text: string; readonly marks?: readonly string[] }) {
  const values = use(TextValues)
  const words = (raw: string): ReactNode =>
    cutAt(
      fill(raw, values),
      marks.map((mark) => fill(mark, values)),
    ).map((part, i) =>
      part.marked ? <mark key={i}>{part.text}</mark> : <Fragment key={i}>{part.text}</Fragment>,
    )
  if (!/[*_`\n\\&]|^[-+\d#>]/.test(text)) return <p>{words(text)}</p>
  return <>{fromMarkdown(text).children.map((node, i) => render(node, i, words))}</>
}
