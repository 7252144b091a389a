import type { Item } from '../story'
import type { Container } from './container'

/** Marks a place where ink joins the text before and after to one line. */
export const GLUE = '\u0001'

/** Returns the title of a knot, a stitch or a gather. */
export function nameOf(container: Container, root: Container): string {
  const names = container.path
    .split('.')
    .filter((part) => !/^(?:\d+|c-\d+|\$r\d*|s|b)$/.test(part) && part !== '')
  if (container === root || names.length === 0) return 'Start'
  const name = names.join(' ').replaceAll('_', ' ')
  return name[0]!.toUpperCase() + name.slice(1)
}

/** Tidies the words of an ink text: glue joins lines, and white space within a line becomes a single space. */
export const tidyText = (text: string): string =>
  text
    .replaceAll(new RegExp(`\\s*${GLUE}[\\s${GLUE}]*`, 'g'), (gap) => (/[ \t]/.test(gap) ? ' ' : ''))
    .replaceAll(/[ \t]{2,}/g, ' ')

/** Returns the items with all their texts tidied. */
export function tidied(items: readonly Item[]): Item[] {
  return items.map((item): Item => {
    if (item.kind === 'text') return { kind: 'text', text: tidyText(item.text) }
    if (item.kind === 'choice') return { ...item, body: tidied(item.body) }
    if (item.kind !== 'if') return item
    return { ...item, branches: item.branches.map((branch) => ({ ...branch, items: tidied(branch.items) })) }
  })
}

/**
 * Removes a text that repeats the reply. Ink prints the words of a choice again, but here the reply is on the screen
 * already.
 */
export function withoutEcho(items: readonly Item[], say: string): Item[] {
  const [first, ...rest] = items
  if (first?.kind !== 'text') return [...items]
  const lines = first.text.replace(/^\s+/, '').split('\n')
  if (lines[0]?.trim() !== say) return [...items]
  return [{ kind: 'text', text: lines.slice(1).join('\n') }, ...rest]
}
