import type { DocumentKind } from '../../domain/authoring/document'
import { LOCALE_PATTERN } from '../../domain/scenario/schema'
import { ROLES, TACTICS, TRUTHS } from '../../domain/scenario/vocabulary'

type Word<T extends readonly string[]> = T[number]

/** The facts that a list shows about a document. They can be read from a broken document, too. */
export interface Head {
  readonly title: Readonly<Record<string, string>>
  readonly languages: readonly string[]
  readonly role: Word<typeof ROLES> | null
  readonly truth: Word<typeof TRUTHS> | null
  readonly tactics: readonly Word<typeof TACTICS>[]
  /** The documents that this one refers to, each with its part in this document. */
  readonly names: readonly Named[]
}

export interface Named {
  readonly kind: DocumentKind
  readonly id: string
  readonly as: 'twin' | 'module' | 'practice' | 'floor'
}

const wordOf = <T extends readonly string[]>(words: T, value: unknown): Word<T> | null =>
  (words as readonly unknown[]).includes(value) ? (value as Word<T>) : null

/** Returns the texts of a value by their languages, and nothing else that it may hold. */
export const textsOf = (value: unknown): Record<string, string> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && LOCALE_PATTERN.test(entry[0]),
  )
  return Object.fromEntries(texts)
}

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

function namesOf(kind: DocumentKind, members: Readonly<Record<string, unknown>>): Named[] {
  const { twin, floor, modules, practice } = members
  if (kind === 'scenario') {
    return [
      ...(typeof twin === 'string' ? [{ kind, id: twin, as: 'twin' } as const] : []),
      ...(typeof floor === 'string' ? [{ kind: 'floor', id: floor, as: 'floor' } as const] : []),
    ]
  }
  if (kind !== 'course') return []
  return [
    ...idsOf(modules).map((id) => ({ kind: 'scenario', id, as: 'module' }) as const),
    ...idsOf(practice).map((id) => ({ kind: 'scenario', id, as: 'practice' }) as const),
  ]
}

/** @param value any JSON value */
export function headOf(kind: DocumentKind, value: unknown): Head {
  const members = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const { title, role, truth, tactics } = members
  const titles = textsOf(title)
  return {
    title: titles,
    languages: Object.keys(titles),
    role: wordOf(ROLES, role),
    truth: wordOf(TRUTHS, truth),
    tactics: idsOf(tactics).flatMap((one) => wordOf(TACTICS, one) ?? []),
    names: namesOf(kind, members),
  }
}
