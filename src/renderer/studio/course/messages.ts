import type { Course, CourseProof } from '../../../domain/course'
import type { TableProof } from '../../../domain/course/prove-table'
import type { Floor } from '../../../domain/scenario/floor'

/** A request to prove a course, with its contacts as they are written and their floors. */
export interface ProofRequest {
  readonly course: Course
  readonly scenarios: readonly { readonly id: string; readonly source: unknown }[]
  readonly floors: readonly (readonly [string, Floor])[]
}

export const PROOF_STEPS = ['read', 'chances', 'habits'] as const
export type ProofStep = (typeof PROOF_STEPS)[number]

/** The parts of a proof that are shown. */
export interface ShownProof {
  readonly grid: Pick<CourseProof['grid'], 'habits' | 'passing' | 'best'>
  readonly issues: CourseProof['issues']
}

export type ProofMessage =
  | { readonly kind: 'step'; readonly step: ProofStep }
  | { readonly kind: 'chances'; readonly table: TableProof }
  | { readonly kind: 'proof'; readonly proof: ShownProof }
  /** Some contacts can't be played. */
  | { readonly kind: 'unsound'; readonly contacts: readonly string[] }
