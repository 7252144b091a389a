import type { DocumentKind } from '../../domain/authoring/document'
import type { DraftState } from '../../domain/authoring/journal'
import { rewrite } from '../../domain/authoring/rewrite'
import { courseSchema } from '../../domain/course'
import { floorSchema } from '../../domain/scenario/floor'
import { scenarioSchema } from '../../domain/scenario/schema'

const SCHEMAS = { scenario: scenarioSchema, course: courseSchema, floor: floorSchema } as const

/** A draft as it is now, in the layout that its author gave it; a text that is no JSON as it is. */
export const documentText = (kind: DocumentKind, { value, text, brokenText }: DraftState): string =>
  brokenText ?? rewrite(text, value, SCHEMAS[kind])
