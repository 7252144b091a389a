import { operation, unknown, literal, variable, type Expr, type Operator } from '../story'

/** Resolves the names in an expression that are no variables. */
export interface ExpressionContext {
  /** The variable that is being assigned; `it` refers to it. */
  readonly it?: string
  /** The passage in which the expression stands. */
  readonly passage: string
  /** Returns an expression for the number of visits to a passage; without a name, to the current one. */
  readonly visits: (passage: string | undefined) => Expr
  /**
   * Given for Harlowe, with the names of the variables that hold words or numbers: `and` and `or` take only yes and no,
   * so that `$a is 1 or 2` compares twice, `it` is what was compared last, and each variable has a sigil.
   */
  readonly strict?: ReadonlySet<string> | undefined
}

type Token =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name' | 'sign'; readonly text: string }

const TOKEN =
  /\s*(?:("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(\d+(?:\.\d+)?)|((?:[$_]|(?:window\.|setup\.)?(?:story\.)?(?:state|s)(?:\.|\.variables\.|\.temporary\.|\.active\.variables\.))?[\p{L}_][\p{L}\p{N}_]*(?:'s\b|n't\b)?)|(===|!==|==|!=|<=|>=|&&|\|\||[<>!+*/%(),.:\-[\]]))/uy

/** Operators that the dialects of Twine’s story formats write as words or other signs. */
const NAMED: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  not: '!',
  eq: '==',
  is: '==',
  neq: '!=',
  isnot: '!=',
  "isn't": '!=',
  ne: '!=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  '===': '==',
  '!==': '!=',
}

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  const end = text.trimEnd().length
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(text)
    if (!match) return undefined
    const [, quoted, number, name, sign] = match
    if (quoted !== undefined)
      tokens.push({ kind: 'string', text: quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1') })
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) })
    else if (name !== undefined && Object.hasOwn(NAMED, name))
      tokens.push({ kind: 'sign', text: NAMED[name]! })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else tokens.push({ kind: 'sign', text: NAMED[sign!] ?? sign! })
  }
  return tokens
}

/** The precedence of binary operators: a higher number binds more tightly. */
const BINDING: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
}
const OPERATORS: Readonly<Record<string, Operator>> = { '||': 'or', '&&': 'and' }

/** Expressions that are nested more deeply are not understood, so that a crafted file can't exhaust the stack. */
const DEEPEST = 50

class NotUnderstood extends Error {}

const COMPARISONS: ReadonlySet<Operator> = new Set(['==', '!=', '<', '>', '<=', '>='])
const LOGICAL: ReadonlySet<Operator> = new Set(['and', 'or', 'not'])

/** Returns true for an expression that can be yes or no. */
function canBeBoolean(expr: Expr, wordy: ReadonlySet<string>): boolean {
  if (expr.kind === 'value') return typeof expr.value === 'boolean'
  if (expr.kind === 'variable') return !wordy.has(expr.name)
  return expr.kind === 'unknown' || COMPARISONS.has(expr.op) || LOGICAL.has(expr.op)
}

/** Returns the comparison with which an expression ends; `undefined` if it ends with anything else. */
function lastComparison(expr: Expr): Extract<Expr, { kind: 'operation' }> | undefined {
  if (expr.kind !== 'operation') return undefined
  return COMPARISONS.has(expr.op) ? expr : LOGICAL.has(expr.op) ? lastComparison(expr.of.at(-1)!) : undefined
}

class Reader {
  #at = 0
  #depth = 0
  /** What stands left of the last comparison. */
  #compared: Expr | undefined
  constructor(
    private readonly tokens: readonly Token[],
    private readonly context: ExpressionContext,
  ) {}

  whole(): Expr {
    const expr = this.#binary(0)
    if (this.#at < this.tokens.length) throw new NotUnderstood()
    return expr
  }

  #sign(): string | undefined {
    const token = this.tokens[this.#at]
    return token?.kind === 'sign' ? token.text : undefined
  }

  #takes(sign: string): boolean {
    if (this.#sign() !== sign) return false
    this.#at += 1
    return true
  }

  #binary(least: number): Expr {
    this.#depth += 1
    if (this.#depth > DEEPEST) throw new NotUnderstood()
    let left = this.#unary()
    for (;;) {
      const sign = this.#sign()
      const binding = sign === undefined ? undefined : BINDING[sign]
      if (binding === undefined || binding < least) break
      this.#at += 1
      // `is not` is one operator written as two words.
      const negated = sign === '==' && this.#takes('!')
      const op = negated ? '!=' : (OPERATORS[sign!] ?? (sign as Operator))
      if (COMPARISONS.has(op)) this.#compared = left
      const right = this.#binary(binding + 1)
      left = operation(op, left, LOGICAL.has(op) ? this.#operand(right, left) : right)
    }
    this.#depth -= 1
    return left
  }

  /** Returns the right operand of `and` or `or`, with the comparison that Harlowe infers if it is no Boolean. */
  #operand(right: Expr, left: Expr): Expr {
    const { strict } = this.context
    if (!strict) return right
    if (!canBeBoolean(left, strict)) throw new NotUnderstood()
    if (canBeBoolean(right, strict)) return right
    const before = lastComparison(left)
    // Whether `is not 1 or 2` means neither of the two is for the author to say.
    if (!before || before.op === '!=') throw new NotUnderstood()
    return operation(before.op, before.of[0]!, right)
  }

  #negated(): Expr {
    const inner = this.#binary(3)
    const { strict } = this.context
    if (strict && !canBeBoolean(inner, strict)) throw new NotUnderstood()
    return operation('not', inner)
  }

  #unary(): Expr {
    if (this.#takes('!')) return this.#negated()
    if (this.#takes('-')) return operation('-', this.#unary())
    if (this.#takes('(')) return this.#group()
    const token = this.tokens[this.#at]
    this.#at += 1
    if (token?.kind === 'string') return literal(token.text)
    if (token?.kind === 'number') return literal(token.value)
    if (token?.kind !== 'name') throw new NotUnderstood()
    return this.#named(token.text)
  }

  #group(): Expr {
    const next = this.tokens[this.#at]
    // Harlowe writes `(history:) contains "Passage"`.
    if (next?.kind === 'name' && this.tokens[this.#at + 1]?.kind === 'sign') {
      const sign = this.tokens[this.#at + 1] as Token & { text: string }
      if (sign.text === ':' && next.text === 'visited') {
        const visited = this.tokens[this.#at + 2]
        this.#at += 3
        if (visited?.kind !== 'string' || !this.#takes(')')) throw new NotUnderstood()
        return operation('>', this.context.visits(visited.text), literal(0))
      }
      if (sign.text === ':') {
        const contains = this.tokens[this.#at + 3]
        const passage = this.tokens[this.#at + 4]
        if (next.text !== 'history' || contains?.kind !== 'name' || contains.text !== 'contains')
          throw new NotUnderstood()
        if (passage?.kind !== 'string') throw new NotUnderstood()
        this.#at += 5
        return operation('>', this.context.visits(passage.text), literal(0))
      }
    }
    const inner = this.#binary(0)
    if (!this.#takes(')')) throw new NotUnderstood()
    return inner
  }

  #named(name: string): Expr {
    if (name === 'true' || name === 'false') return literal(name === 'true')
    if (name === 'null' || name === 'undefined') return literal(false)
    if (name === 'it' && this.context.it !== undefined) return variable(this.context.it)
    if (name === 'visits' || name === 'visit') return this.context.visits(undefined)
    if (name.endsWith("'s")) throw new NotUnderstood()
    if (this.context.strict && !/^[$_]/.test(name)) {
      if (name === 'it' && this.#compared) return this.#compared
      // It is one of the names that Harlowe fills in, such as `turns`.
      throw new NotUnderstood()
    }
    if (this.#sign() === '(') return this.#call(name)
    // A property or an index of a larger value is not understood.
    if (this.#sign() === '.' || this.#sign() === '[') throw new NotUnderstood()
    return variable(nameOf(name))
  }

  #call(name: string): Expr {
    this.#at += 1
    const passage = this.tokens[this.#at]
    if (passage?.kind === 'string') this.#at += 1
    if (!this.#takes(')')) throw new NotUnderstood()
    const named = passage?.kind === 'string' ? passage.text : undefined
    if (name === 'passage' && named === undefined) return literal(this.context.passage)
    if (name === 'visited') return this.context.visits(named)
    if (name === 'hasVisited' && named !== undefined)
      return operation('>', this.context.visits(named), literal(0))
    throw new NotUnderstood()
  }
}

/**
 * Returns the name of a variable without its sigil or namespace, such as `$` or `State.variables.`. A temporary variable
 * keeps its low line, which makes it another one.
 */
export const nameOf = (written: string): string =>
  written
    .replace(/^State\.temporary\./i, '_')
    .replace(
      /^(?:\$(?!_)|(?:window\.|setup\.)?(?:story\.)?(?:state|s)(?:\.active\.variables\.|\.variables\.|\.))/,
      '',
    )

/**
 * Reads a condition or a value in the notation of any of Twine’s story formats.
 * @returns an `unknown` expression for text that is not understood; never throws
 */
export function parseExpression(text: string, context: ExpressionContext): Expr {
  const tokens = tokensOf(text)
  if (!tokens || tokens.length === 0) return unknown(text.trim())
  try {
    return new Reader(tokens, context).whole()
  } catch (error) {
    if (error instanceof NotUnderstood) return unknown(text.trim())
    throw error
  }
}
