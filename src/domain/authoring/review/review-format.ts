/**
 * The format of a reviewer's file. It stands apart from the code that reads the file, because the page that writes it
 * needs no more than this.
 */
import type { Pin } from './pin'
import type { PackedContent } from './pack'

export const FILE_FORMAT = 'hold-the-line-review'
export const FILE_VERSION = 1
/** In characters, as `LONGEST_NAME`. */
export const LONGEST_COMMENT = 4000
export const LONGEST_NAME = 120

export interface ReviewComment {
  /** 32 hexadecimal digits, drawn at random. */
  readonly id: string
  readonly on: Pin
  readonly text: string
  readonly at: string
}

export interface ReviewAnswer {
  readonly id: string
  /** The id of the comment. */
  readonly to: string
  readonly text: string
  readonly at: string
}

export interface ReviewFile {
  readonly format: typeof FILE_FORMAT
  readonly version: typeof FILE_VERSION
  readonly scenario: Pick<PackedContent, 'id' | 'version' | 'hash'>
  readonly reviewer: string
  readonly savedAt: string
  readonly comments: readonly ReviewComment[]
  readonly answers: readonly ReviewAnswer[]
}

/**
 * Returns the name of a reviewer's file, such as `helpdesk-vishing.mara-lind.review.json`.
 * @param scenario the id of the scenario
 * @param reviewer the name that the reviewer entered, in any script
 */
export function reviewFileName(scenario: string, reviewer: string): string {
  const name = reviewer
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${scenario}.${name || 'reviewer'}.review.json`
}
