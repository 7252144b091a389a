import { useDeferredValue, useMemo } from 'react'
import { openCourse } from '../../domain/course'
import type { Floor } from '../../domain/scenario/floor'
import type { Issue } from '../../domain/scenario/issue'
import { openFloor, openScenario } from '../../domain/scenario/open'
import type { Scenario } from '../../domain/scenario/schema'
import type { DocumentKind } from '../../domain/authoring/document'
import { selectedAt } from './outline'
import { keyOf } from './selection'

export type FindFloor = (id: string) => Floor | 'not-there' | 'invalid'

interface Found {
  readonly issues: readonly Issue[]
  /** The scenario as it is played; `undefined` while it has errors, or for another kind of document. */
  readonly scenario: Scenario | undefined
}

/** Runs the same checks on a document as the library and the command line do. */
export function checkDocument(kind: DocumentKind, source: unknown, floors: FindFloor): Found {
  // An act gives a new document that shares the unchanged parts with the one before, so these are not checked again.
  if (kind === 'scenario') return openScenario(source, { ending: '.scenario.json', floors, remembers: true })
  const text = typeof source === 'string' ? source : JSON.stringify(source)
  const open = kind === 'course' ? openCourse : openFloor
  return { issues: open(text, { ending: `.${kind}.json` }).issues, scenario: undefined }
}

interface Checked extends Found {
  /** The value or text that was checked. */
  readonly of: unknown
}

/** @param brokenText the text of the source view while it is not valid JSON */
export function useChecks(
  kind: DocumentKind,
  value: unknown,
  brokenText: string | null,
  floors: FindFloor,
): Checked {
  // Typing comes first; the checks follow.
  const source = useDeferredValue(brokenText ?? value)
  return useMemo(() => ({ ...checkDocument(kind, source, floors), of: source }), [kind, source, floors])
}

/** Returns issues by their place. */
export const byPlace = (issues: readonly Issue[]): ReadonlyMap<string, Issue> =>
  new Map(issues.toReversed().map((issue) => [issue.keys.path.map(String).join('\n'), issue]))

/** Counts the issues at each part of a scenario, by the name of a section or the key of a scene or choice. */
export function countByPart(issues: readonly Issue[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const issue of issues) {
    const place = selectedAt(issue.keys.path)
    const key = place.what === 'section' ? place.section : keyOf(place.path)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
