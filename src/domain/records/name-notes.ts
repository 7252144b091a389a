/** Finds what HR systems write behind a name: `Ana Sol (21001)`, `Bo Li (On Leave)`, `Cy Tan (Terminated)`, `Di Fay [C]`. */
import { plain } from './roster-days'
import { statusOf } from './roster-presence'

/** Matches what stands in brackets. */
const IN_BRACKETS = /\(([^()]*)\)|\[([^\][]*)\]/gu
/** Matches an employee number or a year, not a number that tells two people of one name apart: `Ana Sol (2)`. */
const NUMBER = /^(?=.*\p{N}.*\p{N})[\p{L}\p{N}._/#-]+$/u
const SHORTEST_NUMBER = 2

const notesOf = (text: string): readonly RegExpMatchArray[] =>
  /[)\]]/u.test(text) ? [...text.matchAll(IN_BRACKETS)] : []

/** Returns the status that brackets hold, also beside a day: `(Terminated 2026-03-05)`. */
const statusIn = (note: string | undefined): 'here' | 'left' | undefined =>
  note === undefined ? undefined : statusOf(note.replaceAll(/[\p{N}/.,-]+/gu, ' '))

/**
 * Returns true for a name with a note that would stand on certificates: the person's own number, or a number or a
 * status in brackets. A name in brackets is none: `Robert (Bob) Roy`.
 * @param number the employee number of the same row
 */
export function hasNote(name: string, number: string): boolean {
  const noted = notesOf(name).some(
    ([, round, square]) =>
      square !== undefined || NUMBER.test(round?.trim() ?? '') || statusIn(round) !== undefined,
  )
  if (noted) return true
  const digits = number.trim().toLowerCase()
  if (digits.length < SHORTEST_NUMBER || !/\p{N}/u.test(digits)) return false
  return name
    .toLowerCase()
    .split(/[\s()[\],;:#]+/u)
    .includes(digits)
}

/**
 * Returns the cell of a row that says behind the name that the person has left, whichever column it is.
 * @param name the name of the same row, with or without a note
 */
export function cellOfLeaver(cells: readonly string[], name: string): string | undefined {
  const noted = cells.filter((cell) =>
    notesOf(cell).some(([, round, square]) => statusIn(round ?? square) === 'left'),
  )
  if (noted.length === 0) return undefined
  const words = plain(name.replaceAll(IN_BRACKETS, ' ')).split(' ').filter(Boolean)
  return noted.find((cell) => {
    const said = new Set(plain(cell).split(' '))
    return words.length > 0 && words.every((word) => said.has(word))
  })
}
