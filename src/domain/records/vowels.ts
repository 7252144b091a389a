const VOWEL = /[aeiouyæøœıəơư]/iu

/** Tells whether a part of a name in Latin letters has a vowel, with an accent or without. */
export const hasVowel = (part: string): boolean => VOWEL.test(part.normalize('NFD'))
