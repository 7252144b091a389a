import type { DocumentKind } from '../../domain/authoring/document'
import type { DraftState } from '../../domain/authoring/journal'
import { rewrite } from '../../domain/authoring/rewrite'
import { courseSchema } from '../../domain/course'
import { floorSchema } from '../../domain/scenario/floor'
import { scenarioSchema } from '../../domain/scenario/schema'

const SCHEMAS = { scenario: scenarioSchema, course: courseSchema, floor: floorSchema } as const

/** Returns the text of a draft in its author's layout. A text that is not valid JSON is returned unchanged. */
export const documentText = (kind: DocumentKind, { value, text, brokenText }: DraftState): string =>
  brokenText ?? rewrite(text, value, SCHEMAS[kind])
