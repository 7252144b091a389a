import { fold, shown, type Environment } from '../expression'
import { operation, unknown, literal, type Expr, type Operator } from '../story'
import type { Container } from './container'

/** A value on the evaluation stack of an ink story. */
export type Held = Expr | { readonly kind: 'target'; readonly to: Container } | { readonly kind: 'void' }

const BINARY: Readonly<Record<string, Operator>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
  '==': '==',
  '!=': '!=',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
  '&&': 'and',
  '||': 'or',
  MIN: 'min',
  MAX: 'max',
}
const UNARY = new Set([
  '_',
  '!',
  'FLOOR',
  'CEILING',
  'INT',
  'FLOAT',
  'LIST_MIN',
  'LIST_MAX',
  'LIST_ALL',
  'LIST_COUNT',
  'LIST_VALUE',
  'LIST_INVERT',
])
const OTHER_BINARY = new Set(['POW', '?', '!?', '^', 'L^', 'has', 'hasnt'])
/** Commands whose result is unknown because they use chance or lists, with the number of values that they take. */
const WITHOUT_WORTH: Readonly<Record<string, number>> = {
  rnd: 2,
  seq: 2,
  lrnd: 1,
  listInt: 2,
  range: 3,
  turns: 1,
}
export const CHANCE = new Set(['rnd', 'seq', 'lrnd'])
/** Returns a value of the stack as an expression; nothing on the stack is the empty text. */
export const exprOf = (held: Held | undefined): Expr =>
  held === undefined || held.kind === 'void'
    ? literal('')
    : held.kind === 'target'
      ? unknown(`-> ${held.to.path}`)
      : held

/**
 * No author writes a condition with more parts or longer words. Without this limit, a story that doubles a value would
 * never end.
 */
const LARGEST = 400

const weightOf = (expr: Expr): number => {
  if (expr.kind === 'operation') return expr.of.reduce((sum, part) => sum + weightOf(part), 1)
  if (expr.kind === 'unknown') return 1 + expr.text.length
  return expr.kind === 'value' && typeof expr.value === 'string' ? 1 + expr.value.length : 1
}

/** Returns the expression, or an unknown one in its place if it is larger than `LARGEST`. */
export const bounded = (expr: Expr): Expr => (weightOf(expr) > LARGEST ? unknown('…') : expr)

/**
 * Executes an operator of the compiled format on the stack.
 * @returns true if the word is an operator
 */
export function operate(word: string, stack: Held[], constants: Environment): boolean {
  const op = BINARY[word]
  if (op !== undefined) {
    const [a, b] = stack.splice(-2).map(exprOf)
    stack.push(bounded(fold(operation(op, a ?? literal(''), b ?? literal('')), constants)))
    return true
  }
  if (UNARY.has(word)) {
    const value = exprOf(stack.pop())
    const plain = value.kind === 'value' && typeof value.value === 'number' ? value.value : undefined
    if (word === '!') stack.push(bounded(fold(operation('not', value), constants)))
    else if (word === '_') stack.push(bounded(fold(operation('-', value), constants)))
    else if (plain === undefined) stack.push(bounded(unknown(`${word}(${shown(value)})`)))
    else
      stack.push(
        literal(word === 'CEILING' ? Math.ceil(plain) : word === 'FLOAT' ? plain : Math.floor(plain)),
      )
    return true
  }
  if (OTHER_BINARY.has(word)) {
    const [a, b] = stack.splice(-2).map(exprOf)
    stack.push(bounded(unknown(`${shown(a ?? literal(''))} ${word} ${shown(b ?? literal(''))}`)))
    return true
  }
  if (WITHOUT_WORTH[word] !== undefined) {
    stack.splice(-WITHOUT_WORTH[word])
    stack.push(word === 'seq' ? literal(0) : unknown(word === 'turns' ? 'TURNS_SINCE' : word.toUpperCase()))
    return true
  }
  return false
}
