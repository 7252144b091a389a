/**
 * Reads a scenario as its author sees it: scene by scene, with the choices there. Broken documents are read as far as
 * possible.
 */
import { NARRATOR, TIMEOUT_EVENT } from '../../domain/scenario/vocabulary'
import { membersOf, type Members } from '../../domain/scenario/members'

export type Path = readonly (string | number)[]
export interface OutlineChoice {
  readonly path: Path
  /** `on`: a reply or a tool. `after`: a time limit. `always`: an automatic step. */
  readonly kind: 'on' | 'after' | 'always'
  readonly event: string
  readonly say: unknown
  readonly tool: string | undefined
  /** The names of the things that the tool is used on, each a text in one language or several. */
  readonly usedOn: readonly unknown[]
  /** The target as it is written. */
  readonly target: string | undefined
  /** The target's path: keys of states joined by dots, as the run names them. */
  readonly leadsTo: string | undefined
  readonly earned: { readonly points: number; readonly of: number } | undefined
  /** True if the choice raises a flag that fails the contact. */
  readonly critical: boolean
  readonly conditional: boolean
}

export interface OutlineScene {
  readonly path: Path
  readonly id: string
  /** The scene's keys, joined by dots. */
  readonly name: string
  readonly depth: number
  readonly title: unknown
  readonly group: boolean
  readonly initial: boolean
  readonly disposition: string | undefined
  readonly final: boolean
  readonly channel: string | undefined
  readonly first: { readonly from: string; readonly text: unknown } | undefined
  readonly cues: readonly string[]
  readonly choices: readonly OutlineChoice[]
}

export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : []
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Returns the value at a path of a document; `undefined` if there is none. */
export function at(document: unknown, path: Path): unknown {
  let value = document
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}

/**
 * Resolves a target to the keys of a scene, joined by dots. What can't be in this scenario stays as it is written.
 * @param from the keys of the state that has the branch
 */
function resolved(target: string | undefined, from: readonly string[], id: string): string | undefined {
  if (target === undefined) return undefined
  if (target === `#${id}`) return ''
  // A target with the id of another scenario leads to no scene of this one, whatever stands behind it.
  if (target.startsWith('#')) return target.startsWith(`#${id}.`) ? target.slice(id.length + 2) : target
  if (target.startsWith('.')) return [...from, target.slice(1)].join('.')
  return [...from.slice(0, -1), target].join('.')
}

interface Around {
  readonly id: string
  readonly critical: ReadonlySet<string>
  readonly cast: Members
  readonly desks: readonly Members[]
}

const aroundOf = ({ scoring, cast, id, desk }: Members, shared: unknown): Around => ({
  id: String(id ?? ''),
  critical: new Set(listOf(membersOf(scoring)['critical']).map(String)),
  cast: membersOf(cast),
  desks: [membersOf(desk), membersOf(shared)],
})

/** Returns the names of the things on the desks that a choice names beside its tool. */
export function usedOn(meta: Members, desks: readonly Members[]): unknown[] {
  const among = (lists: readonly unknown[], name: string): Members | undefined =>
    lists
      .flatMap(listOf)
      .map(membersOf)
      .find(({ id }) => id !== undefined && id === meta[name])
  const record = among(
    desks.map(({ customers }) => customers),
    'customer',
  )
  return [
    among(
      desks.map(({ directory }) => directory),
      'contact',
    )?.['name'],
    among(
      desks.map(({ policies }) => policies),
      'policy',
    )?.['title'],
    record?.['name'],
    among([record?.['fields']], 'field')?.['label'],
  ].filter((name) => name !== undefined)
}

function choiceOf(
  branch: unknown,
  place: Pick<OutlineChoice, 'path' | 'kind' | 'event'>,
  from: readonly string[],
  around: Around,
): OutlineChoice {
  const { meta, target, actions, guard } = membersOf(branch)
  const { say, tool, ...on } = membersOf(meta)
  const done = listOf(actions).map((action) => ({
    type: membersOf(action)['type'],
    params: membersOf(membersOf(action)['params']),
  }))
  const assessed = done.filter(({ type }) => type === 'assess')
  const sum = (name: string) =>
    assessed.reduce((total, { params }) => total + (typeof params[name] === 'number' ? params[name] : 0), 0)
  const flags = done.flatMap(({ type, params }) => (type === 'raise' ? [String(params['flag'])] : []))
  return {
    ...place,
    say,
    tool: textOf(tool),
    usedOn: tool === undefined ? [] : usedOn(on, around.desks),
    target: textOf(target),
    leadsTo: resolved(textOf(target), from, around.id),
    earned: assessed.length > 0 ? { points: sum('points'), of: sum('of') } : undefined,
    critical: flags.some((flag) => around.critical.has(flag)),
    conditional: guard !== undefined,
  }
}

function choicesOf(state: Members, path: Path, from: readonly string[], around: Around): OutlineChoice[] {
  const found: OutlineChoice[] = []
  const add = (kind: OutlineChoice['kind'], event: string, value: unknown, place: Path) => {
    if (Array.isArray(value)) {
      value.forEach((branch, i) =>
        found.push(choiceOf(branch, { kind, event, path: [...place, i] }, from, around)),
      )
    } else found.push(choiceOf(value, { kind, event, path: place }, from, around))
  }
  for (const [event, value] of Object.entries(membersOf(state['on'])))
    add('on', event, value, [...path, 'on', event])
  for (const [delay, value] of Object.entries(membersOf(state['after']))) {
    add('after', TIMEOUT_EVENT, value, [...path, 'after', delay])
  }
  if (state['always'] !== undefined) add('always', '', state['always'], [...path, 'always'])
  return found
}

const cueOf = (mark: unknown): string =>
  typeof mark === 'string' ? mark : String(membersOf(mark)['cue'] ?? '')

/**
 * Returns the scenes of a scenario in the order of the file. Scenes of a group follow the group.
 * @param shared the floor, if the scenario names one
 */
export function outlineOf(document: unknown, shared?: unknown): OutlineScene[] {
  const { machine, ...rest } = membersOf(document)
  const around = aroundOf(rest, shared)
  const scenes: OutlineScene[] = []
  const walk = (parent: unknown, path: Path, keys: readonly string[]): void => {
    const { states, initial } = membersOf(parent)
    for (const [key, value] of Object.entries(membersOf(states))) {
      const state = membersOf(value)
      const own = [...keys, key]
      const place = [...path, 'states', key]
      const { title, beats, contact, disposition } = membersOf(state['meta'])
      const said = listOf(beats).map(membersOf)
      const first = said[0]
      const spoken = textOf(contact) ?? said.map(({ from }) => textOf(from)).find((from) => from !== NARRATOR)
      scenes.push({
        path: place,
        id: key,
        name: own.join('.'),
        depth: keys.length,
        title,
        group: state['states'] !== undefined,
        initial: initial === key && keys.length === 0,
        disposition: textOf(disposition),
        final: state['type'] === 'final',
        channel: spoken === undefined ? undefined : textOf(membersOf(around.cast[spoken])['channel']),
        first: first && { from: String(first['from'] ?? ''), text: first['text'] },
        cues: [...new Set(said.flatMap(({ cues }) => listOf(cues).map(cueOf)))],
        choices: choicesOf(state, place, own, around),
      })
      walk(state, place, own)
    }
  }
  walk(machine, ['machine'], [])
  return scenes
}

/** Returns the choices that every scene offers. */
export function everywhereIn(document: unknown, shared?: unknown): OutlineChoice[] {
  const { machine, ...rest } = membersOf(document)
  return choicesOf(membersOf(machine), ['machine'], [], aroundOf(rest, shared))
}

/** Returns all choices of a scenario: those of its scenes, then those that every scene offers. */
export const choicesIn = (document: unknown): OutlineChoice[] => [
  ...outlineOf(document).flatMap(({ choices }) => choices),
  ...everywhereIn(document),
]

/** Returns the languages of a document's title; English if it has none. */
export function languagesOf(document: unknown): string[] {
  const found = Object.keys(membersOf(membersOf(document)['title']))
  return found.length > 0 ? found : ['en']
}

/** Returns the path of the scene that has a choice; a scene's path is returned unchanged. */
export const sceneOf = (path: Path): Path => {
  // Scenes and choices may have the names of these kinds too. Their ids stand at the even places.
  const end = path.findIndex(
    (key, i) => i > 0 && i % 2 === 1 && (key === 'on' || key === 'after' || key === 'always'),
  )
  return end < 0 ? path : path.slice(0, end)
}

/** Returns true for the path of a scene or a group. A reply may be called `states` too. */
export const isScene = (path: Path): boolean =>
  path[0] === 'machine' &&
  path.length % 2 === 1 &&
  path.at(-2) === 'states' &&
  sceneOf(path).length === path.length

/** Returns what follows a scene in a path: for a choice, its kind. */
export const kindAt = (path: Path): string | number | undefined => path[sceneOf(path).length]

export type Section = 'about' | 'cast' | 'cues' | 'desk' | 'variants'
export const SECTIONS: readonly Section[] = ['about', 'cast', 'cues', 'desk', 'variants']

/** The part of a document that the form shows. */
export type Selected =
  | { readonly what: 'section'; readonly section: Section }
  | { readonly what: 'scene' | 'choice'; readonly path: Path }

/** Returns the part that contains a place. */
export function selectedAt(path: readonly PropertyKey[]): Selected {
  const keys = path.map((key) => (typeof key === 'symbol' ? '' : key))
  if (keys[0] !== 'machine') {
    const section = SECTIONS.find((name) => name === keys[0])
    return { what: 'section', section: section ?? 'about' }
  }
  let end = 1
  while (keys[end] === 'states' && keys[end + 1] !== undefined) end += 2
  const scene = keys.slice(0, end)
  const kind = keys[end]
  if (kind === 'on' || kind === 'after' || kind === 'always') {
    const named = kind === 'always' ? 1 : 2
    const branch = typeof keys[end + named] === 'number' ? 1 : 0
    if (kind === 'always' || keys[end + 1] !== undefined) {
      return { what: 'choice', path: keys.slice(0, end + named + branch) }
    }
  }
  return end === 1 ? { what: 'section', section: 'about' } : { what: 'scene', path: scene }
}

/** Returns the path of the selected part. */
export const pathOfSelected = (selected: Selected): Path =>
  selected.what === 'section' ? (selected.section === 'about' ? [] : [selected.section]) : selected.path
