/** Reads and tells apart encodings with one byte for each character. */

const LATIN_1 = String.fromCharCode(...Array.from({ length: 96 }, (_, index) => index + 160))

/**
 * The upper halves of encodings that `TextDecoder` does not know, or not everywhere: the code pages of DOS, which
 * command lines still write, and Windows-1252, of which some versions of Node make Latin-1.
 */
export const CODE_PAGES = {
  'Windows-1252': `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ${LATIN_1}`,
  IBM437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  IBM850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  IBM852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
} as const

/** Decodes bytes by a table of the upper half. */
export function decodeCodePage(bytes: Uint8Array, page: keyof typeof CODE_PAGES): string {
  const units = Uint16Array.from({ length: 256 }, (_, byte) =>
    byte < 128 ? byte : CODE_PAGES[page].charCodeAt(byte - 128),
  )
  const text = Buffer.alloc(bytes.length * 2)
  for (let at = 0; at < bytes.length; at += 1) text.writeUInt16LE(units[bytes[at]!]!, at * 2)
  return text.toString('utf16le')
}

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

/** Counts the places of a text at which it seems to be decoded wrongly. */
export const strangeIn = (text: string): number => text.match(STRANGE)?.length ?? 0
