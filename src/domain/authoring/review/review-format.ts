/** What a reviewer's file looks like; the page that writes it needs no more. */
import type { Pin } from './pin'
import type { PackedContent } from './pack'

export const FILE_FORMAT = 'hold-the-line-review'
export const FILE_VERSION = 1
/** Characters. */
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
  /** The comment. */
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
 * The name of a reviewer's file: `helpdesk-vishing.mara-lind.review.json`.
 * @param scenario the id
 * @param reviewer as they call themselves, in any script
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
