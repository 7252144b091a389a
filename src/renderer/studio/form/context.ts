import { createContext, use } from 'react'
import type { PartSchema } from '../../../domain/authoring/key-order'
import type { EditLabel } from '../../../domain/authoring/patch'
import type { DraftMedia } from '../draft-media'
import type { Path } from '../outline'
import type { SayIssue } from '../../../texts/sentences'

/** Another document of the library. */
export interface Other {
  readonly kind: 'scenario' | 'floor'
  readonly id: string
  readonly text: string
}

/** The facts about the document that a form needs. */
export interface FormFacts {
  readonly document: unknown
  /** The schema of the document. */
  readonly root: PartSchema
  readonly languages: readonly string[]
  readonly readOnly: boolean
  readonly edit: (label: EditLabel, recipe: (document: Record<string, unknown>) => void) => void
  /** Says an issue with the names that the forms show; `undefined` until its sentences are loaded. */
  readonly say: SayIssue | undefined
  /** Returns the issue at exactly this place as a sentence. */
  readonly issueAt: (path: Path) => string | undefined
  /** The name for lines that nobody speaks. */
  readonly narrator: string
  /** The pictures and sounds beside the document. */
  readonly media: DraftMedia
  /** The scenarios and floors that a field may name, by id, with the names that authors know. */
  readonly others: readonly Other[]
  /** The people and rules of the document's floor, which a choice may name. */
  readonly shared: unknown
  /** The path of the field to which somebody was led last. The parts around it are not folded away. */
  readonly goal: Path | undefined
}

export const FormContext = createContext<FormFacts | undefined>(undefined)

/**
 * Registers a function that makes an act of what is being typed, and returns its removal; `undefined` outside an open
 * document.
 */
export const TypingContext = createContext<((flush: () => void) => () => void) | undefined>(undefined)

export function useForm(): FormFacts {
  const facts = use(FormContext)
  if (!facts) throw new Error('A field needs a form above it')
  return facts
}
