import type { Edit } from '../domain/authoring/patch'
import type { Issue } from '../domain/scenario/issue'
import type { IssueNames } from './sentences'

/** Names the scene that a fix is about. Fixes name scenes by their path or, inside a group, by their id. */
function sceneName({ keys: { scene: around } }: Issue, id: string, names: IssueNames): string {
  const own = around === id || around?.endsWith(`.${id}`) ? around : undefined
  const paths = [own, around === undefined ? undefined : `${around}.${id}`, id].filter(
    (path) => path !== undefined,
  )
  return (
    paths.map((path) => ({ path, name: names.scene(path) })).find(({ path, name }) => name !== path)?.name ??
    id
  )
}

/** Returns a value's name on screen. It is named as the value of the issue in whose place it comes. */
function namedLike(issue: Issue, was: unknown, value: string, names: IssueNames): string {
  const kind = Object.entries(issue.params).find(([, known]) => known === was)?.[0]
  if (kind === 'key') return names.property(value)
  if (kind === 'initial' || kind === 'target')
    return sceneName(issue, value.replace(/^#[^.]*\.|^\./, ''), names)
  const entry = kind === undefined ? value : names.entry(kind, value, issue.keys.path)
  return entry === value ? names.word(value) : entry
}

type Name = (value: string, issue: Issue, names: IssueNames, label: Edit['label']) => string
const word: Name = (value, _, names) => names.word(value)
const property: Name = (value, _, names) => names.property(value)
const language: Name = (value, _, names) => names.language(value)
const entryOf =
  (field: string): Name =>
  (value, { keys }, names) =>
    names.entry(field, value, keys.path)
const likeIssue: Name = (value, issue, names, { params }) =>
  namedLike(issue, params?.['was'] ?? value, value, names)

/** How each value of a fix's label is named, by the value's name. Others are words of the author. */
const NAMES: Readonly<Record<string, Name>> = {
  scene: (value, issue, names) => sceneName(issue, value, names),
  choice: (value, { keys }, names) => names.choice(keys.path, value),
  cue: entryOf('cue'),
  field: entryOf('field'),
  tactic: word,
  disposition: word,
  action: word,
  tactics: (value, _, names) => value.split(', ').map(names.word).join(', '),
  language,
  from: language,
  to: language,
}
/** How the values are named whose kind depends on the fix. */
const NAMES_OF_FIX: Readonly<Record<string, Readonly<Record<string, Name>>>> = {
  'fix.use': { was: likeIssue, name: likeIssue },
  'fix.remove-entry': { name: likeIssue },
  'fix.set': {
    name: property,
    value: (value, { keys }, names, { params }) => {
      const entry = names.entry(String(params?.['name']), value, keys.path)
      return entry === value ? names.word(value) : entry
    },
  },
  'fix.remove': { name: property },
  'fix.add': { name: property },
  'fix.as-list': { name: property },
}

/**
 * Returns a quick fix with a label that names things as the forms do. The history keeps the label, so that it names a
 * scene by its title also after the scene is gone.
 */
export function fixWithNames(fix: Edit, issue: Issue, names: IssueNames): Edit {
  const { code, params } = fix.label
  if (!params) return fix
  const named = Object.entries(params).map(([name, value]) => {
    const say = NAMES_OF_FIX[code]?.[name] ?? NAMES[name]
    return [name, typeof value === 'string' && say ? say(value, issue, names, fix.label) : value] as const
  })
  return { ...fix, label: { code, params: Object.fromEntries(named) } }
}
