/** A pack for reviewers: one HTML file that plays a scenario, shows it as a script and takes comments. */
import type { Scenario } from '../../scenario/schema'
import type { Pin } from './pin'
import type { Thread } from './threads'

/** Of which content a pack is. */
export interface PackedContent {
  readonly id: string
  /** As the header has it: 1.0.0. */
  readonly version: string
  /** SHA-256 of the content, as attempts and published versions name it. */
  readonly hash: string
  /** When the pack was made. */
  readonly at: string
}

/** A comment that is still open, with the place at which it stands in this content; `null` where that is gone. */
export interface PackedThread extends Thread {
  readonly stands: Pick<Pin, 'kind' | 'id'> | null
}

/** What a pack holds beside the player. */
export interface ReviewPack {
  readonly pack: 1
  readonly content: PackedContent
  readonly scenario: Scenario
  /** Pictures and sounds as `data:` addresses, by the SHA-256 of their files. */
  readonly media: Readonly<Record<string, string>>
  /** Comments that are still open, with their answers. */
  readonly threads: readonly PackedThread[]
  /** The language of the page at first. */
  readonly locale: string
}

/** Where the page without a scenario has room for what a pack holds. */
export const PACK_SLOT = '%REVIEW-PACK%'
export const TITLE_SLOT = '%REVIEW-TITLE%'
export const LANGUAGE_SLOT = '%REVIEW-LANGUAGE%'

/** JSON that can stand in a script element: nothing in it ends the element, begins a comment or breaks a line. */
const inScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029\u007f-\u009f\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const inText = (words: string): string =>
  words
    // What HTML can't hold, such as a NUL or half a character, is left out.
    .replace(/[^\P{Cc}\t\n\r]|\p{Surrogate}/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * Puts a scenario into the page that shows it.
 * @param page the page without a scenario, with each of its slots once
 * @param pack what it is to show
 * @returns the file, complete in itself. Whatever the scenario says, it stays data.
 * @throws Error when the page has not each slot once
 */
export function packPage(page: string, pack: ReviewPack): string {
  const { title } = pack.scenario
  const filled: readonly (readonly [string, string])[] = [
    [LANGUAGE_SLOT, inText(pack.locale)],
    [TITLE_SLOT, inText(title[pack.locale] ?? Object.values(title)[0] ?? pack.content.id)],
    [PACK_SLOT, inScript(pack)],
  ]
  // Slots are looked for in the page alone, never in what was put into one.
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
