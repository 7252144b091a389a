/** Finds the names that a field can take from elsewhere in the document. */
import { targetFor } from '../acts'
import { membersOf } from '../../../domain/scenario/members'
import { at, isScene, listOf, outlineOf, type Path } from '../outline'
import type { FormFacts } from './context'

export interface Named {
  readonly id: string
  readonly text: string
}

/** The facts from which names are taken. */
export type NameFacts = Pick<FormFacts, 'document' | 'shared' | 'others' | 'narrator'>

type Localize = (text: unknown) => string

const idsOf = (list: unknown, name: string, localize: Localize): Named[] =>
  listOf(list).map((item) => {
    const members = membersOf(item)
    const id = String(members['id'] ?? '')
    const words = localize(members[name])
    return { id, text: words === '' ? id : words }
  })

/** Returns the flags that some choice raises, or that are critical. */
export function flagsOf(document: unknown): string[] {
  const found = new Set<string>(listOf(membersOf(membersOf(document)['scoring'])['critical']).map(String))
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { type, params } = value as { type?: unknown; params?: unknown }
    const flag = membersOf(params)['flag']
    if ((type === 'raise' || type === 'lower') && typeof flag === 'string') found.add(flag)
    for (const child of Object.values(value)) look(child)
  }
  look(membersOf(document)['machine'])
  return [...found].sort()
}

/** Returns scenes and endings, each with the target by which a choice of this scene names it. */
export function targetsFrom(document: unknown, scene: Path, localize: Localize): Named[] {
  return outlineOf(document).map(({ name, title, final }) => {
    const words = localize(title)
    return {
      id: targetFor(document, scene, name),
      text: `${final ? '■ ' : ''}${words === '' ? name : words}`,
    }
  })
}

/**
 * Returns the entries from which a field of this name chooses; `undefined` if the field is free text.
 * @param path the place of the field
 */
export function choicesFor(
  name: string,
  path: Path,
  facts: NameFacts,
  localize: Localize,
): Named[] | undefined {
  const { document, shared, others } = facts
  const { cast, cues, desk } = membersOf(document)
  const parts = [membersOf(desk), membersOf(shared)]
  const people = (): Named[] =>
    [membersOf(cast), membersOf(membersOf(shared)['cast'])].flatMap((list) =>
      Object.entries(list).map(([id, member]) => {
        const words = localize(membersOf(member)['name'])
        return { id, text: words === '' ? id : words }
      }),
    )
  switch (name) {
    case 'from':
      return [{ id: 'narrator', text: facts.narrator }, ...people()]
    case 'contact':
      return path.at(-2) === 'meta' && isScene(path.slice(0, -2))
        ? people()
        : parts.flatMap(({ directory }) => idsOf(directory, 'name', localize))
    case 'policy':
      return parts.flatMap(({ policies }) => idsOf(policies, 'title', localize))
    case 'customer':
      return idsOf(membersOf(desk)['customers'], 'name', localize)
    case 'field': {
      const chosen = at(document, [...path.slice(0, -1), 'customer'])
      const customer = listOf(membersOf(desk)['customers'])
        .map(membersOf)
        .find(({ id }) => id === chosen)
      return idsOf(customer?.['fields'], 'label', localize)
    }
    case 'cue':
      return Object.entries(membersOf(cues)).map(([id, cue]) => ({
        id,
        text: localize(membersOf(cue)['label']) || id,
      }))
    case 'initial':
      return targetsFrom(document, [...path.slice(0, -1), 'states', ''], localize)
    case 'target': {
      const end = path.findLastIndex((key, i) => key === 'states' && i % 2 === 1)
      return targetsFrom(document, path.slice(0, end + 2), localize)
    }
    case 'floor':
      return others.filter(({ kind }) => kind === 'floor')
    case 'scenario':
    case 'twin':
      return others.filter(({ kind, id }) => kind === 'scenario' && id !== membersOf(document)['id'])
    default:
      return undefined
  }
}
