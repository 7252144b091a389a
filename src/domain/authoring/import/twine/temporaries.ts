/** Temporary variables, which each passage has for itself. */
import { isTemporary, literal, temporaryOf, type Expr, type Item, type Words } from '../story'
import { setsIn } from '../variables'

type Named = (name: string) => string

function inExpr(expr: Expr, named: Named): Expr {
  if (expr.kind === 'variable') return { ...expr, name: named(expr.name) }
  return expr.kind === 'operation' ? { ...expr, of: expr.of.map((part) => inExpr(part, named)) } : expr
}

const inWords = (words: readonly Words[], named: Named): Words[] =>
  words.map((word) => (word.kind === 'print' ? { ...word, value: inExpr(word.value, named) } : word))

function inItems(items: readonly Item[], named: Named): Item[] {
  return items.map((item): Item => {
    switch (item.kind) {
      case 'set':
        return { ...item, name: named(item.name), value: inExpr(item.value, named) }
      case 'print':
        return { ...item, value: inExpr(item.value, named) }
      case 'choice':
        return {
          ...item,
          ...(item.words ? { words: inWords(item.words, named) } : {}),
          body: inItems(item.body, named),
        }
      case 'if':
        return {
          ...item,
          branches: item.branches.map((branch) => ({
            ...(branch.when ? { when: inExpr(branch.when, named) } : {}),
            items: inItems(branch.items, named),
          })),
        }
      case 'goto':
        return item.goal ? { ...item, goal: { ...item.goal, value: inExpr(item.goal.value, named) } } : item
      default:
        return item
    }
  })
}

/**
 * Gives the temporary variables of a passage, `_name`, names of their own.
 * @param key the passage
 */
export const withTemporaries = (items: readonly Item[], key: string): Item[] =>
  inItems(items, (name) => (/^_./.test(name) ? temporaryOf(name.slice(1), key) : name))

/** Adds to the items of a passage that its temporary variables are not set when it is entered. */
export function withoutEarlier(items: readonly Item[]): Item[] {
  const names = new Set(setsIn(items).flatMap(({ name }) => (isTemporary(name) ? [name] : [])))
  const unset = [...names].map((name): Item => ({ kind: 'set', name, value: literal(false), text: '' }))
  return [...unset, ...items]
}
