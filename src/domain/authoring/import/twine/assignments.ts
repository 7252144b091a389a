import type { Item } from '../story'
import { nameOf } from './parse-expression'
import { expressionIn, splitAt, type PassageContext } from './scan'

/** Matches `$x to 1`, `$x = 1`, `$x += 1`. */
const ASSIGN =
  /^\s*((?:[$_]|(?:State\.)?(?:variables|temporary)\.)?[\p{L}_][\p{L}\p{N}_.]*)\s*(to\b|[-+*/]?=(?!=))\s*([\s\S]+)$/u
const STEP = /^\s*(?:([$_][\p{L}_][\p{L}\p{N}_]*)\s*(\+\+|--)|(\+\+|--)\s*([$_][\p{L}_][\p{L}\p{N}_]*))\s*$/u

/** Returns true for text that is one assignment. */
export const isAssignment = (text: string): boolean => ASSIGN.test(text) || STEP.test(text)

/** Reads the assignments of a setter, separated by commas, semicolons or `and`. One that is not understood is noted. */
export function assignmentsIn(text: string, context: PassageContext, whole: string): Item[] {
  return splitAt(text, /[,;]|\s+and\s+(?=[$_][\w.]+\s*(?:to\b|[-+]?=))/y)
    .filter((part) => part.trim() !== '')
    .flatMap((part): Item[] => {
      const shown = whole === '' ? part.trim() : whole
      const step = STEP.exec(part)
      if (step) {
        const own = step[1] ?? step[4]!
        const op = (step[2] ?? step[3]) === '++' ? '+' : '-'
        return [
          { kind: 'set', name: nameOf(own), value: expressionIn(context, `${own} ${op} 1`), text: shown },
        ]
      }
      const match = ASSIGN.exec(part)
      const own = match?.[1]!
        .replace(/^(?:State\.)?variables\./, '$')
        .replace(/^(?:State\.)?temporary\./, '_')
      if (!match || own === undefined || own.includes('.')) {
        context.notes.add('variable', context.place, shown)
        return []
      }
      const name = nameOf(own)
      const sign = match[2]!
      const value = sign.length === 2 && sign !== 'to' ? `${own} ${sign[0]} (${match[3]})` : match[3]!
      return [{ kind: 'set', name, value: expressionIn(context, value, name), text: shown }]
    })
}
