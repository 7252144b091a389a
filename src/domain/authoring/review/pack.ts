/** A pack for reviewers: one HTML file that plays a scenario, shows it as a script and takes comments. */
import type { Scenario } from '../../scenario/schema'
import type { Pin } from './pin'
import type { Thread } from './threads'

/** Identifies the content that a pack was made of. */
export interface PackedContent {
  readonly id: string
  /** The version from the scenario's header, such as 1.0.0. */
  readonly version: string
  /** SHA-256 of the content, as attempts and published versions name it. */
  readonly hash: string
  /** The time at which the pack was made. */
  readonly at: string
}

/** An open comment and the place in this content at which it stands; `null` where that place is gone. */
export interface PackedThread extends Thread {
  readonly stands: Pick<Pin, 'kind' | 'id'> | null
}

/** The data that `packPage` puts into the page of the player. */
export interface ReviewPack {
  readonly pack: 1
  readonly content: PackedContent
  readonly scenario: Scenario
  /** Pictures and sounds as `data:` addresses, by the SHA-256 of their files. */
  readonly media: Readonly<Record<string, string>>
  /** Comments that are still open, with their answers. */
  readonly threads: readonly PackedThread[]
  /** The language in which the page opens. */
  readonly locale: string
}

/** The page without a scenario has these placeholders; `packPage` fills them in. */
export const PACK_SLOT = '%REVIEW-PACK%'
export const TITLE_SLOT = '%REVIEW-TITLE%'
export const LANGUAGE_SLOT = '%REVIEW-LANGUAGE%'

/**
 * Writes JSON that can stand in a script element: no character of it can end the element, begin a comment or break a
 * line.
 */
const inScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029\u007f-\u009f\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const inText = (words: string): string =>
  words
    // Characters that HTML can't hold, such as a NUL or a lone surrogate, are left out.
    .replace(/[^\P{Cc}\t\n\r]|\p{Surrogate}/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * Puts a scenario into the page that shows it.
 * @param page the page without a scenario, which has each placeholder once
 * @param pack the data for the page
 * @returns one HTML file that needs no other. Nothing in the scenario can become markup or code.
 * @throws Error when the page does not have each placeholder exactly once
 */
export function packPage(page: string, pack: ReviewPack): string {
  const { title } = pack.scenario
  const filled: readonly (readonly [string, string])[] = [
    [LANGUAGE_SLOT, inText(pack.locale)],
    [TITLE_SLOT, inText(title[pack.locale] ?? Object.values(title)[0] ?? pack.content.id)],
    [PACK_SLOT, inScript(pack)],
  ]
  // Placeholders are looked for in the page alone, never in text that was filled in.
  const cuts = filled.map(([slot, text]) => {
    const at = page.indexOf(slot)
    if (at < 0 || page.includes(slot, at + 1)) throw new Error(`The page has not one ${slot}.`)
    return { at, end: at + slot.length, text }
  })
  let html = ''
  let from = 0
  for (const { at, end, text } of cuts.sort((a, b) => a.at - b.at)) {
    html += page.slice(from, at) + text
    from = end
  }
  return html + page.slice(from)
}
