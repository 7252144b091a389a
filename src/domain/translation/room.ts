/** Limits the length of a translation by the place where it is shown and by its source. */
import type { DocumentText } from '../authoring/document-texts'
import type { Channel } from '../scenario/vocabulary'

/**
 * The number of characters that fit where a text is shown, by the name of its property. Other texts are limited only by
 * their source.
 */
const FITS: Readonly<Record<string, number>> = {
  title: 60,
  certificate: 80,
  summary: 220,
  keep: 150,
  say: 160,
  did: 110,
  why: 240,
  debrief: 450,
  incident: 600,
  place: 60,
  label: 60,
  name: 45,
  handle: 45,
  relation: 60,
  role: 60,
  status: 60,
  identity: 60,
  note: 90,
  value: 70,
  masked: 24,
  presence: 60,
  hours: 220,
  subject: 70,
  attachments: 40,
  variants: 60,
}

/** The number of characters that fit in one beat: a bubble, a breath, a page. */
const SAID: Readonly<Record<Channel, number>> = { chat: 420, call: 520, desk: 520, mail: 1600 }
/** The number of characters that fit on a button; in a mail a reply may be a paragraph. */
const REPLY: Readonly<Record<Channel, number>> = { chat: 160, call: 160, desk: 160, mail: 260 }

/**
 * Returns the most characters of a translation by its source: one that grows by more than a third and ten characters
 * says more than its source. Many short texts double (of those with ten letters, one in twenty); of the shipped French
 * texts one in a hundred is longer than this.
 */
const mayGrowTo = (source: string): number => Math.ceil((source.length * 4) / 3) + 10

/** The limit of a text and its reason: the place where it is shown, or the length of its source. */
export interface Room {
  /** The most characters. */
  readonly most: number
  readonly why: 'place' | 'source'
}

/**
 * Computes the most characters of a translation. It must fit where it is shown, as its source does, and must not say
 * more than its source, because the longest of several replies would give itself away.
 * @param text the text that is translated
 * @param source its words in the language from which it is translated; empty if there are none
 */
export function roomFor({ name, channel }: Pick<DocumentText, 'name' | 'channel'>, source: string): Room {
  const fits =
    name === 'text' && channel ? SAID[channel] : name === 'say' && channel ? REPLY[channel] : FITS[name]
  const place = fits === undefined ? Infinity : Math.max(fits, source.length)
  const growth = source === '' ? Infinity : mayGrowTo(source)
  return growth <= place ? { most: growth, why: 'source' } : { most: place, why: 'place' }
}
