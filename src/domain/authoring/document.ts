/** The Studio edits documents of these kinds. */
export const DOCUMENT_KINDS = ['scenario', 'course', 'floor'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** The file of a document is named by its id followed by one of these endings. */
export const DOCUMENT_ENDINGS = {
  scenario: '.scenario.json',
  course: '.course.json',
  floor: '.floor.json',
} as const satisfies Record<DocumentKind, string>

/**
 * A setting says who may publish: every author, administrators alone, or an author who changed nothing since the last
 * version.
 */
export const PUBLISHERS = ['authors', 'administrators', 'second-person'] as const
