import type { DocumentKind } from '../../domain/authoring/document'
import type { Path } from './outline'

/** The panes beside the form. Beside the map, the form itself is one of them. */
const PANES = ['form', 'problems', 'play', 'comments', 'proof', 'translations', 'source', 'history'] as const
export type Pane = (typeof PANES)[number]

/** Panes that take the place of the form as well. */
export const WIDE: ReadonlySet<Pane> = new Set(['proof', 'translations'])

/** Panes that only one kind of document has: a scenario is played and reviewed, a course is proved. */
const ONLY: Partial<Record<Pane, DocumentKind>> = { play: 'scenario', comments: 'scenario', proof: 'course' }
export const panesOf = (kind: DocumentKind, withMap: boolean): readonly Pane[] =>
  PANES.filter((name) => (name === 'form' ? withMap : (ONLY[name] ?? kind) === kind))

/** Returns the name of the scene that contains a place: its keys joined by dots. */
export const sceneOf = (path: Path): string =>
  path.flatMap((key, i) => (path[i - 1] === 'states' && i % 2 === 0 ? [String(key)] : [])).join('.')
