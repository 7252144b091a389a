import { createContext, use } from 'react'
import type { EditLabel } from '../../../domain/authoring/patch'
import type { DraftMedia } from '../draft-media'
import type { Path } from '../outline'

/** Another document of the library. */
export interface Other {
  readonly kind: 'scenario' | 'floor'
  readonly id: string
  readonly text: string
}

/** What a form needs of the document that it is part of. */
export interface FormFacts {
  readonly document: unknown
  readonly languages: readonly string[]
  readonly readOnly: boolean
  readonly edit: (label: EditLabel, recipe: (document: Record<string, unknown>) => void) => void
  /** What is wrong at exactly this place, as a sentence. */
  readonly issueAt: (path: Path) => string | undefined
  /** What lines are called that nobody speaks. */
  readonly narrator: string
  /** The pictures and sounds beside the document. */
  readonly media: DraftMedia
  /** What other documents a field may name: scenarios and floors, by id, as an author knows them. */
  readonly others: readonly Other[]
  /** The floor's own people and rules, which a choice may name. */
  readonly shared: unknown
  /** The field that somebody was led to last; what it lies in is not folded away. */
  readonly goal: Path | undefined
}

export const FormContext = createContext<FormFacts | undefined>(undefined)

export function useForm(): FormFacts {
  const facts = use(FormContext)
  if (!facts) throw new Error('A field needs a form above it')
  return facts
}
