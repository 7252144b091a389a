import type { IssueCode } from '../../../src/domain/scenario/issue'

/* A scenario as JSON, which a mutation breaks in place. */
// oxlint-disable-next-line typescript/no-explicit-any -- any document, however broken
export type Loose = any

export const scenesOf = (document: Loose): [string, Loose][] => Object.entries(document.machine.states)
export const playable = (document: Loose): Loose[] =>
  scenesOf(document).flatMap(([, own]) => (own.type === 'final' || own.states || !own.on ? [] : [own]))
export const endings = (document: Loose): Loose[] =>
  scenesOf(document).flatMap(([, own]) => (own.type === 'final' ? [own] : []))
export const firstPlayable = (document: Loose): Loose => playable(document)[0]
export const moves = (scene: Loose): Loose[] =>
  Object.values<Loose>(scene.on).map((own) => (Array.isArray(own) ? own[0] : own))
export const firstMove = (document: Loose): Loose => moves(firstPlayable(document))[0]
export const firstBeat = (document: Loose): Loose => firstPlayable(document).meta.beats[0]
export const languages = (document: Loose): string[] => Object.keys(document.title)
export const inAll = (document: Loose, words: string) =>
  Object.fromEntries(languages(document).map((own) => [own, words]))
export const put = (object: Loose, entries: readonly (readonly [string, Loose])[]): void => {
  for (const key of Object.keys(object)) delete object[key]
  for (const [key, value] of entries) object[key] = value
}
export const rename = (object: Loose, was: string, name: string): void =>
  put(
    object,
    Object.entries(object).map(([key, value]) => [key === was ? name : key, value] as const),
  )
export const assessOf = (document: Loose): Loose =>
  playable(document)
    .flatMap(moves)
    .flatMap((move) => move.actions ?? [])
    .find((action) => action.type === 'assess')
export const withOption = (document: Loose, choice: Loose): void => {
  firstPlayable(document).on['one-more'] = choice
}
export const openCustomer = (document: Loose): Loose =>
  document.desk.customers?.find((own: Loose) => own.fields.some((field: Loose) => field.masked !== undefined))

/** Puts the first scene into a group of its own; all targets then begin at the root. */
export function intoGroup(document: Loose): Loose {
  const { id, machine } = document
  const [first] = Object.entries<Loose>(machine.states).find(([own]) => own === machine.initial)!
  const scene = machine.states[first]
  if (scene.states || scenesOf(document).some(([, own]) => own.states)) return undefined
  const point = (own: Loose): void => {
    if (typeof own !== 'object' || own === null) return
    if (typeof own.target === 'string' && !own.target.startsWith('#')) {
      const name = own.target.replace(/^\./, '')
      own.target = `#${id}.${name === first ? `${first}-group.${first}` : name}`
    }
    for (const next of Object.values(own)) point(next)
  }
  point(machine)
  machine.id = id
  machine.initial = `${first}-group`
  const group = { initial: first, states: { [first]: scene } }
  put(
    machine.states,
    scenesOf(document).map(([key, own]) =>
      key === first ? ([`${first}-group`, group] as const) : ([key, own] as const),
    ),
  )
  return group
}

/** Breaks a scenario so that it gets an issue; `false` if the scenario has nothing that could be broken this way. */
export type Mutation = (document: Loose) => false | void

export const when = (condition: unknown, change: () => void): false | void => (condition ? change() : false)

/** For each code that a fix mends, the ways in which a sound scenario can get it. */
export type Mutations = Partial<Record<IssueCode, Readonly<Record<string, Mutation>>>>
