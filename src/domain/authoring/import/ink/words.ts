import type { Item } from '../story'
import type { Container } from './container'

/** Between texts that are one line though they stand in two. */
export const GLUE = '\u0001'

/** What a knot, a stitch or a gather is called. */
export function nameOf(container: Container, root: Container): string {
  const names = container.path
    .split('.')
    .filter((part) => !/^(?:\d+|c-\d+|\$r\d*|s|b)$/.test(part) && part !== '')
  if (container === root || names.length === 0) return 'Start'
  const name = names.join(' ').replaceAll('_', ' ')
  return name[0]!.toUpperCase() + name.slice(1)
}

/** Words of an ink text: glue joins lines, and no line begins or ends with white space. */
export const tidyText = (text: string): string =>
  text
    .replaceAll(new RegExp(`\\s*${GLUE}[\\s${GLUE}]*`, 'g'), (gap) => (/[ \t]/.test(gap) ? ' ' : ''))
    .replaceAll(/[ \t]{2,}/g, ' ')

/** Items with their words put right. */
export function tidied(items: readonly Item[]): Item[] {
  return items.map((item): Item => {
    if (item.kind === 'text') return { kind: 'text', text: tidyText(item.text) }
    if (item.kind === 'choice') return { ...item, body: tidied(item.body) }
    if (item.kind !== 'if') return item
    return { ...item, branches: item.branches.map((branch) => ({ ...branch, items: tidied(branch.items) })) }
  })
}

/** What is chosen is said again by ink; here the reply stands on the screen already. */
export function withoutEcho(items: readonly Item[], say: string): Item[] {
  const [first, ...rest] = items
  if (first?.kind !== 'text') return [...items]
  const lines = first.text.replace(/^\s+/, '').split('\n')
  if (lines[0]?.trim() !== say) return [...items]
  return [{ kind: 'text', text: lines.slice(1).join('\n') }, ...rest]
}
