import { calledBy, operation, literal, type Expr, type Operator, type Value } from './story'

/** Variables whose value is known, by name. A value may be an expression of other variables. */
export type Environment = Pick<ReadonlyMap<string, Expr>, 'get'>

const truthy = (value: Value): boolean => value !== false && value !== 0 && value !== ''

const same = (a: Value, b: Value): boolean =>
  typeof a === typeof b ? a === b : Number(a) === Number(b) && !Number.isNaN(Number(a))

function apply(op: Operator, values: readonly Value[]): Value | undefined {
  const [a = 0, b = 0] = values
  const numbers = [Number(a), Number(b)] as const
  switch (op) {
    // Where these give a value and not only yes or no, it is that of the part that decides.
    case 'and':
      return values.find((value) => !truthy(value)) ?? values.at(-1)
    case 'or':
      return values.find(truthy) ?? values.at(-1)
    case 'not':
      return !truthy(a)
    case '==':
      return same(a, b)
    case '!=':
      return !same(a, b)
    case '+':
      return typeof a === 'string' || typeof b === 'string' ? `${a}${b}` : numbers[0] + numbers[1]
    default:
  }
  if (numbers.some(Number.isNaN)) return undefined
  switch (op) {
    case '<':
      return numbers[0] < numbers[1]
    case '>':
      return numbers[0] > numbers[1]
    case '<=':
      return numbers[0] <= numbers[1]
    case '>=':
      return numbers[0] >= numbers[1]
    case '-':
      return values.length === 1 ? -numbers[0] : numbers[0] - numbers[1]
    case '*':
      return numbers[0] * numbers[1]
    case '/':
      return numbers[1] === 0 ? undefined : numbers[0] / numbers[1]
    case '%':
      return numbers[1] === 0 ? undefined : numbers[0] % numbers[1]
    case 'min':
      return Math.min(...numbers)
    default:
      return Math.max(...numbers)
  }
}

/**
 * Evaluates an expression as far as its variables are known.
 * @param known the values of variables; other variables stay in the result
 */
export function fold(expr: Expr, known: Environment): Expr {
  if (expr.kind === 'variable') return known.get(expr.name) ?? expr
  if (expr.kind !== 'operation') return expr
  const of = expr.of.map((part) => fold(part, known))
  const values = of.flatMap((part) => (part.kind === 'value' ? [part.value] : []))
  if (values.length === of.length) {
    const value = apply(expr.op, values)
    return value === undefined ? { ...expr, of } : literal(value)
  }
  if (expr.op === 'and' || expr.op === 'or') {
    // One part can decide the result, whatever the others are. Words or a number only decide whether it holds.
    const decides = expr.op === 'or'
    if (values.includes(decides)) return literal(decides)
    if (values.some((value) => truthy(value) === decides)) return { ...expr, of }
    const open = of.filter((part) => part.kind !== 'value')
    if (open.length === 1) return open[0]!
    return { ...expr, of: open }
  }
  return { ...expr, of }
}

/** Returns true for an expression that counts as true, whatever its variables are. */
export const isTrue = (expr: Expr): boolean =>
  expr.kind === 'value'
    ? truthy(expr.value)
    : expr.kind === 'operation' && expr.op === 'or' && expr.of.some(isTrue)
/** Returns true for an expression that counts as false, whatever its variables are. */
export const isFalse = (expr: Expr): boolean =>
  expr.kind === 'value'
    ? !truthy(expr.value)
    : expr.kind === 'operation' && expr.op === 'and' && expr.of.some(isFalse)

/** Returns the value of an expression that depends on no variable, otherwise `undefined`. */
export function constantOf(expr: Expr): Value | undefined {
  const folded = fold(expr, new Map())
  return folded.kind === 'value' ? folded.value : undefined
}

/** Returns the names of the variables in an expression; `undefined` where a part of it is not understood. */
export function variablesIn(expr: Expr): Set<string> | undefined {
  if (expr.kind === 'unknown') return undefined
  const names = new Set<string>()
  if (expr.kind === 'variable') names.add(expr.name)
  if (expr.kind === 'operation') {
    for (const part of expr.of) {
      const inner = variablesIn(part)
      if (!inner) return undefined
      for (const name of inner) names.add(name)
    }
  }
  return names
}

/** Returns all numbers that an expression contains. */
export function numbersIn(expr: Expr): number[] {
  if (expr.kind === 'value') return typeof expr.value === 'number' ? [expr.value] : []
  return expr.kind === 'operation' ? expr.of.flatMap(numbersIn) : []
}

/** Joins conditions with `and`. Returns `undefined` if all of them always hold. */
export function allOf(parts: readonly (Expr | undefined)[]): Expr | undefined {
  const open = parts.flatMap((part) => (part && !isTrue(part) ? [part] : []))
  return open.length > 1 ? operation('and', ...open) : open[0]
}

/** Returns the opposite of a condition, without a double `not`. */
export const not = (expr: Expr): Expr =>
  expr.kind === 'operation' && expr.op === 'not' ? expr.of[0]! : fold(operation('not', expr), new Map())

const WORDS: Readonly<Partial<Record<Operator, string>>> = { and: 'and', or: 'or', min: 'min', max: 'max' }

/** Writes an expression for an author who wants to know what was meant. */
export function shown(expr: Expr): string {
  switch (expr.kind) {
    case 'value':
      return typeof expr.value === 'string' ? `"${expr.value}"` : String(expr.value)
    case 'variable':
      return calledBy(expr.name, '_')
    case 'unknown':
      return expr.text
    default: {
      const parts = expr.of.map((part) =>
        part.kind === 'operation' && part.of.length > 1 ? `(${shown(part)})` : shown(part),
      )
      if (expr.op === 'not') return `not ${parts[0]}`
      return parts.length === 1 ? `${expr.op}${parts[0]}` : parts.join(` ${WORDS[expr.op] ?? expr.op} `)
    }
  }
}
