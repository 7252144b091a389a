/** What the Studio writes. */
export const DOCUMENT_KINDS = ['scenario', 'course', 'floor'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** What the name of a document's file ends with, after its id. */
export const DOCUMENT_ENDINGS = {
  scenario: '.scenario.json',
  course: '.course.json',
  floor: '.floor.json',
} as const satisfies Record<DocumentKind, string>

/** Who may publish: every author, administrators alone, or an author who changed nothing since the last version. */
export const PUBLISHERS = ['authors', 'administrators', 'second-person'] as const
