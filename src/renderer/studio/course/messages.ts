import type { Course, CourseProof } from '../../../domain/course'
import type { TableProof } from '../../../domain/course/prove-table'
import type { Floor } from '../../../domain/scenario/floor'

/** What is to be proven: the course, its contacts as they are written, and the floors that they stand on. */
export interface ProofRequest {
  readonly course: Course
  readonly scenarios: readonly { readonly id: string; readonly source: unknown }[]
  readonly floors: readonly (readonly [string, Floor])[]
}

export const PROOF_STEPS = ['read', 'chances', 'habits'] as const
export type ProofStep = (typeof PROOF_STEPS)[number]

/** What of a proof is shown. */
export interface ShownProof {
  readonly grid: Pick<CourseProof['grid'], 'habits' | 'passing' | 'best'>
  readonly issues: CourseProof['issues']
}

export type ProofMessage =
  | { readonly kind: 'step'; readonly step: ProofStep }
  | { readonly kind: 'chances'; readonly table: TableProof }
  | { readonly kind: 'proof'; readonly proof: ShownProof }
  /** Contacts that can't be played. */
  | { readonly kind: 'unsound'; readonly contacts: readonly string[] }
