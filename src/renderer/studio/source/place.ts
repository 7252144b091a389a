/** Finds the syntax at a place of the editor's text. */
import { ensureSyntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'

/** Parsing up to a place may take this many milliseconds. */
const LONGEST = 60

/** Returns the innermost node around a place. */
export function nodeAt(state: EditorState, pos: number): SyntaxNode | undefined {
  return ensureSyntaxTree(state, pos + 1, LONGEST)?.resolveInner(pos, pos > 0 ? -1 : 1)
}
