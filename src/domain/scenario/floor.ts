import { z } from 'zod'
import { error, issuesOf, type Fault, type Issue } from './issue'
import { eachBeat, listNodes } from './nodes'
import {
  castMember,
  directoryEntry,
  id,
  localized,
  policy,
  targets,
  text,
  toolAnswer,
  type CastMember,
  type Desk,
  type Scenario,
  type ToolAnswer,
} from './schema'
import { eachFloorText } from './floor-texts'
import { checkFloorText, checkPlainText } from './text-faults'
import { TOOLS, type Tool } from './tools'
import { DESK_KINDS, LEAD_STATES, NARRATOR, type LeadState } from './vocabulary'

const presence = z.strictObject({
  'at-desk': localized,
  busy: localized,
  away: localized,
})

const lead = z.strictObject({
  id,
  name: text,
  /** The id of this person's entry in the directory. */
  contact: id.optional(),
  presence,
})

/** One answer for all cases, or one for each state of the lead. */
const byState = z.union([
  toolAnswer,
  z.strictObject({ 'at-desk': toolAnswer, busy: toolAnswer, away: toolAnswer }),
])

/** The format of floor files. */
export const FLOOR_FORMAT = 1

/** The parts that all contacts of an organisation share: policies, directory, leads, hours, targets, tools, cast. */
export const floorSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(FLOOR_FORMAT),
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: localized,
  kind: z.enum(DESK_KINDS),
  hours: localized.optional(),
  targets: targets.optional(),
  leads: z.array(lead).min(1),
  cast: z.record(id, castMember),
  directory: z.array(directoryEntry).min(1),
  policies: z.array(policy).min(1),
  tools: z.partialRecord(z.enum(TOOLS), byState),
})

export type Floor = z.infer<typeof floorSchema>

/** Finds a floor by its id. */
export type FindFloor = (id: string) => Floor | 'not-there' | 'invalid'

const answersOf = (tool: Floor['tools'][Tool]): readonly ToolAnswer[] =>
  !tool ? [] : 'answer' in tool ? [tool] : LEAD_STATES.map((state) => tool[state])

function twice(list: readonly { readonly id: string }[], name: string): Fault[] {
  const seen = new Set<string>()
  return list.flatMap(({ id: own }, i) => {
    if (seen.has(own)) return [error('duplicate-id', [name, i, 'id'], { what: 'desk', id: own })]
    seen.add(own)
    return []
  })
}

/** Finds missing languages anywhere in a value. */
function missingLanguages(value: unknown, locales: readonly string[], path: PropertyKey[]): Fault[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  if (entries.some(([key, own]) => locales.includes(key) && typeof own === 'string')) {
    return locales.flatMap((locale) =>
      Object.hasOwn(value, locale) ? [] : [error('missing-translation', [...path, locale])],
    )
  }
  return entries.flatMap(([key, own]) =>
    missingLanguages(own, locales, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

/**
 * Checks what a floor's schema can't express: names that exist, and translations into all its languages.
 * @param floor a floor that fits its schema
 * @returns issues; an empty list if there is no fault
 */
export function checkFloor(floor: Floor): Issue[] {
  const faults: Fault[] = [
    ...twice(floor.leads, 'leads'),
    ...twice(floor.directory, 'directory'),
    ...twice(floor.policies, 'policies'),
  ]
  floor.leads.forEach(({ contact }, i) => {
    if (contact === undefined || floor.directory.some((entry) => entry.id === contact)) return
    faults.push(error('unknown-contact', ['leads', i, 'contact'], { contact }))
  })
  for (const tool of TOOLS) {
    const speakers = answersOf(floor.tools[tool]).flatMap(({ answer }) => answer.map(({ from }) => from))
    for (const speaker of new Set(speakers)) {
      if (speaker === NARRATOR || Object.hasOwn(floor.cast, speaker)) continue
      faults.push(error('unknown-cast', ['tools', tool], { what: 'speaker', id: speaker }))
    }
  }
  faults.push(...missingLanguages(floor, Object.keys(floor.title), []))
  eachFloorText(floor, (text, { keys }) => {
    if (typeof text === 'string') faults.push(...checkPlainText(text, keys))
    else for (const locale in text) faults.push(...checkFloorText(text[locale]!, [...keys, locale]))
  })
  return issuesOf(faults, floor)
}

/** Returns the answers of a floor's tools while the lead is in a state. */
function toolsWith(tools: Floor['tools'], state: LeadState): NonNullable<Desk['tools']> {
  const found: Partial<Record<Tool, ToolAnswer>> = {}
  for (const tool of TOOLS) {
    const own = tools[tool]
    if (own) found[tool] = 'answer' in own ? own : own[state]
  }
  return found
}

/** Returns the members of the floor's cast who speak in a scenario or answer for one of its tools. */
function castUsed(
  scenario: Scenario,
  tools: NonNullable<Desk['tools']>,
  floor: Floor,
): Record<string, CastMember> {
  const named = new Set<string>()
  const nodes = listNodes(scenario)
  eachBeat(nodes, ({ from }) => named.add(from))
  for (const { node } of nodes) if (node.meta?.contact !== undefined) named.add(node.meta.contact)
  for (const tool of TOOLS) for (const { from } of tools[tool]?.answer ?? []) named.add(from)
  return Object.fromEntries(Object.entries(floor.cast).filter(([name]) => named.has(name)))
}

/** Returns a part of a floor in some of its languages. An object whose names are all languages is a text. */
function inLanguages<T>(value: T, all: ReadonlySet<string>, wanted: ReadonlySet<string>): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((own: unknown) => inLanguages(own, all, wanted)) as T
  const entries = Object.entries(value)
  const isText = entries.every(([name, own]) => all.has(name) && typeof own === 'string')
  return Object.fromEntries(
    isText
      ? entries.filter(([name]) => wanted.has(name))
      : entries.map(([name, own]) => [name, inLanguages(own, all, wanted)] as const),
  ) as T
}

/** Returns the floor in the languages of a scenario, since a player of the scenario sees no others. */
function spokenBy(scenario: Scenario, floor: Floor): Floor {
  const [all, wanted] = [new Set(Object.keys(floor.title)), new Set(Object.keys(scenario.title))]
  const whole = [...all].every((language) => wanted.has(language))
  return whole || ![...wanted].every((language) => all.has(language))
    ? floor
    : inLanguages(floor, all, wanted)
}

/**
 * Puts a scenario on its floor. The result is complete: it can be played, kept and sent without the floor's file.
 * @param scenario a scenario that names this floor; it is not changed
 * @returns the scenario with everything that its desk takes from the floor, and the faults between the two. Places are
 *   those of the scenario's own file, since entries of the floor are appended to lists.
 */
export function onFloor(scenario: Scenario, whole: Floor): { scenario: Scenario; faults: Fault[] } {
  const floor = spokenBy(scenario, whole)
  const faults: Fault[] = []
  const { desk } = scenario
  if (desk.policies) faults.push(error('own-policy', ['desk', 'policies'], { floor: floor.id }))
  for (const name of Object.keys(scenario.cast)) {
    if (Object.hasOwn(floor.cast, name))
      faults.push(error('duplicate-id', ['cast', name], { what: 'desk', id: name }))
  }
  const asked = desk.lead
  const found = asked && 'lead' in asked ? floor.leads.find((entry) => entry.id === asked.lead) : undefined
  if (asked && 'lead' in asked && !found)
    faults.push(error('unknown-lead', ['desk', 'lead', 'lead'], { lead: asked.lead, floor: floor.id }))
  const state = asked?.state ?? 'at-desk'
  const tools = toolsWith(floor.tools, state)
  const { floor: _named, ...rest } = scenario
  const standing: Scenario = {
    ...rest,
    cast: { ...scenario.cast, ...castUsed(scenario, tools, floor) },
    desk: {
      ...desk,
      kind: desk.kind ?? floor.kind,
      ...(found ? { lead: { name: found.name, presence: found.presence[state], state } } : {}),
      floor: { id: floor.id, version: floor.version },
      ...(floor.hours ? { hours: floor.hours } : {}),
      ...(floor.targets ? { targets: floor.targets } : {}),
      directory: [...(desk.directory ?? []), ...floor.directory],
      policies: floor.policies,
      tools,
    },
  }
  return { scenario: standing, faults: [...faults, ...withLanguages(scenario, floor)] }
}

/** Checks that the floor has the languages of the scenario. */
function withLanguages(scenario: Scenario, floor: Floor): Fault[] {
  const missing = Object.keys(scenario.title).filter((locale) => !Object.hasOwn(floor.title, locale))
  return missing.map((language) => error('floor-language', ['floor'], { floor: floor.id, language }))
}
