/** Tells whether a text was decoded by a wrong encoding. */

/**
 * Matches what a wrong encoding makes of letters with accents: a control, a symbol within a word, a capital behind a
 * small letter.
 */
const STRANGE = new RegExp(
  [
    '[\\u0080-\\u009f]',
    // Symbols that stand neither before nor behind the letters of a word.
    '[¢£¤¥¦§¨¬±¶¸¹¼½¾˘˙˚˛˝ˆ˜ˇ‰∂∆∏∑√∞∫≈≠≤≥◊\\u2500-\\u259f](?=\\p{L})',
    '(?<=\\p{L})[¢£¤¥¦§¨¬±¶¸¼½¾×÷¡¿˘˙˚˛˝ˆ˜ˇ‰‚„†‡∂∆∏∑√∞∫≈≠≤≥◊\\u2500-\\u259f]',
    '[©®™²³¹†‡•…ƒ](?=\\p{Ll})|(?<=\\p{L})ƒ',
    '(?<=\\p{Ll})[–—‹›“”•°ºª«»](?=\\p{Ll})',
    '(?<=\\p{Ll})(?![A-Z])\\p{Lu}|(?<=\\p{Lu})(?![A-Z])\\p{Lu}(?=\\p{Ll})',
  ].join('|'),
  'gu',
)

/** Counts the places of a text at which it seems to be decoded by a wrong encoding, by what that makes of words. */
export const strangeIn = (text: string): number => text.match(STRANGE)?.length ?? 0
