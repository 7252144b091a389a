import { z } from 'zod'
import { floorSchema } from './floor'
import { scenarioSchema, testPlanSchema } from './schema'
import { CONTROLS } from './text-faults'
import { TOOLS, toolRow } from './tools'
import { COMPETENCIES, DISPOSITIONS, FORMAT } from './vocabulary'

type Schema = Record<string, unknown>

/** The base of the schemas' names. Nothing is fetched from it. */
const BASE = 'urn:hold-the-line:schema'

const properties = (schema: Schema): Record<string, Schema> =>
  (schema['properties'] ?? {}) as Record<string, Schema>

/** Yields a schema and all schemas within it. */
function* within(schema: unknown): Generator<Schema> {
  if (typeof schema !== 'object' || schema === null) return
  if (!Array.isArray(schema)) yield schema as Schema
  for (const part of Object.values(schema)) yield* within(part)
}

const needs = (...names: string[]): Schema => ({ required: names })

/**
 * Returns a condition and its consequence. An object literal with a `then` would be taken for a promise by `await`, so
 * that the members are given as a list.
 */
const implies = (condition: Schema, consequence: Schema, otherwise?: Schema): Schema =>
  Object.fromEntries([
    ['if', condition],
    // A keyword of JSON Schema, in a list of members that nobody awaits.
    // oxlint-disable-next-line unicorn/no-thenable
    ['then', consequence],
    ...(otherwise ? [['else', otherwise] as const] : []),
  ])

/** A transition must have a target or actions. */
const EFFECT: Schema = {
  anyOf: [needs('target'), { required: ['actions'], properties: { actions: { minItems: 1 } } }],
}

/** A choice must be visible: one of its branches has words or a tool. */
const SEEN: Schema = {
  required: ['meta'],
  properties: { meta: { anyOf: [needs('say'), needs('tool')] } },
}
const CHOICE = implies({ type: 'array' }, { contains: SEEN }, SEEN)

/**
 * A text must contain something to read, curly brackets only around placeholders, and no control character. A lone
 * surrogate is left to the checks, since not every editor reads patterns by whole characters.
 */
const LOCALIZED = `^(?=[\\s\\S]*\\S)(?:[^{}${CONTROLS}]|\\{[a-z][a-z0-9-]*\\})*$`

/** Each tool must be used with its objects. The checks say the same in words. */
const toolNeeds = (): Schema[] =>
  [...new Set(TOOLS.map((tool) => toolRow(tool).needs.join()))].flatMap((needed) => {
    const tools = TOOLS.filter((tool) => toolRow(tool).needs.join() === needed)
    const condition = { required: ['tool'], properties: { tool: { enum: tools } } }
    return needed === '' ? [] : [implies(condition, needs(...needed.split(',')))]
  })

/** An ending has a disposition and nothing that leads on. Only endings have a disposition. */
const ENDING = implies(
  needs('type'),
  {
    required: ['meta'],
    properties: {
      meta: { required: ['disposition', 'debrief'] },
      on: false,
      after: false,
      always: false,
      states: false,
    },
  },
  { properties: { meta: { properties: { disposition: false, debrief: false } } } },
)

/** The description of a property that only editors read. */
const EDITOR = 'Where an editor finds this schema.'

const WORDS: Readonly<Record<string, string>> = {
  $schema: EDITOR,
  all: 'All of these conditions hold.',
  any: 'At least one of these conditions holds.',
  atLeast: 'The counter has reached this number.',
  below: 'The counter has not reached this number yet.',
  by: 'By how much the counter goes up; 1 when it is left out.',
  changeable: 'Whether the desk offers to change this field.',
  counter: 'The counter, by a name of your choice; it begins at 0.',
  cue: 'The sign that this phrase carries: its id in the list of cues.',
  customer: 'The record, by its id.',
  date: 'As much of the date as is known: 2025-05-15, 2025-05 or 2025.',
  field: 'The field of the record, by its id.',
  identity: 'What the record says about proof of identity: “2 of 3 questions on file”.',
  lang: 'The language of the voice, as en-GB; without it that of the words.',
  lead: 'The team lead or, for a customer, the person they trust.',
  mail: 'The e-mail address.',
  name: 'The name, as the screen shows it.',
  not: 'This condition does not hold.',
  note: 'A note that stands with it on the desk.',
  number: 'The number of the record, as the screen shows it.',
  phone: 'The telephone number.',
  pitch: 'How high the voice is: 0 to 2; 1 is as usual.',
  premise: 'How well the story fits the trainee’s work: low, medium or high.',
  presence: 'Where this person is: “Dana is in a meeting, back in five minutes”.',
  publisher: 'Who published it.',
  rate: 'How fast the voice speaks: 0.5 to 2; 1 is as usual.',
  relation: 'What the screen says about this contact: “not in your directory”.',
  status:
    'What the record says about the customer’s standing. It stays through the contact: say when something was done, “Locked at 07:50”.',
  tools: 'Tools that this record offers beside its fields.',
  value: 'What the field holds.',
  'at-desk': 'While this person is at the desk.',
  away: 'While this person is away.',
  busy: 'While this person is busy.',
  adherence: 'Percent of the shift that goes by the plan.',
  floor: 'The floor on which the desk stands, by its id: policies, directory, leads and tools are there.',
  handlingSeconds: 'Seconds that a contact is to take.',
  hours: 'When the desks can be reached.',
  leads: 'Team leads, or whom a customer trusts, with where they are.',
  least: 'The least that is asked for.',
  most: 'The most that is allowed.',
  now: 'How it stands when a contact begins.',
  state: 'Where the lead is: at-desk, busy or away.',
  targets: 'What the floor asks for: handling time, queue, adherence.',
  twin: 'The scenario that begins word for word as this one and has the other truth, by its id.',
  variants: 'Sets of names, amounts and times, one of which is drawn for each attempt in place of {name}.',
  actions: 'What happens: assess, raise, lower, count, disclose, spend.',
  answer: 'What happens after this choice, before the next scene says anything.',
  after: 'A time limit: its key is a whole number of milliseconds from 100 to 9999999. One for each scene.',
  always: 'An automatic step, taken at once when its guard holds.',
  attachments: 'Names of what a mail brings along.',
  beats: 'What the other side says, one after the other.',
  cast: 'Who takes part, by id.',
  channel: 'How this contact is met: chat, call, mail or desk.',
  complaint: 'That somebody complains.',
  competency: `What a decision shows: ${COMPETENCIES.join(', ')}.`,
  contact:
    'In a scene, to whom the replies are said, from the cast; in a choice, whom the tool is used on, from the directory.',
  critical: 'Flags that fail the attempt whatever the points.',
  cues: 'Signs: in the header what they are, in a beat those that it shows.',
  customers: 'The records that the desk shows.',
  debrief: 'Of an ending: what to learn from it.',
  delay: 'Milliseconds before the beat appears.',
  description: 'A note for whoever writes; nobody plays it.',
  desk: 'What the trainee can open.',
  did: 'What the debrief calls this choice, in the past: "You asked who they are".',
  difficulty: 'The two inputs of the difficulty, which is computed.',
  directory: 'Whom the trainee can call or forward to.',
  disposition: `How an ending came out: ${DISPOSITIONS.join(', ')}.`,
  entry: 'Actions on entering.',
  exit: 'Actions on leaving.',
  fields: 'The rows of a record.',
  file: 'A file in scenarios/media, without a folder.',
  flag: 'A note that something happened, read by guards.',
  format: 'The format of this file.',
  from: 'Who says it: somebody of the cast, or narrator.',
  guard: 'When this branch is open.',
  handle: 'Number, address or nickname, as the screen shows it.',
  id: 'Lower-case letters, digits and hyphens; the first is a letter.',
  incident: 'The real event behind the scenario.',
  initial: 'The scene that comes first.',
  keep: 'One sentence to take along.',
  kind: 'Of a cue: warning or reassuring. Of the desk: whose records it shows.',
  label: 'What it is called on screen.',
  machine: 'The scenes and what leads where, an XState machine.',
  masked: 'What stands there until the field is revealed.',
  media: 'A picture or sound with words for whoever can’t see or hear it.',
  meta: 'What this scene or choice shows.',
  minutes: 'About how long it takes.',
  of: 'The most points that were possible.',
  on: 'The choices, by id.',
  params: 'What the action or guard is about.',
  pass: 'The share of points that passes: 0.8 for 80 %.',
  phrase: 'The words in the text that carry the cue.',
  place: 'Where the scene takes place.',
  points: 'The points that were earned.',
  policies: 'The policy book.',
  policy: 'The policy that is opened.',
  queue: 'So many more who wait.',
  reenter: 'Whether to leave and enter the scene again.',
  role: 'Whom the trainee plays; in the directory, what somebody does.',
  say: 'The words of a reply.',
  scoring: 'Pass mark and critical flags.',
  seconds: 'Handling time, in seconds.',
  sha256: 'Leave it out: the program adds it.',
  sources: 'Where the event was reported.',
  stance: 'What a reply amounts to; the trainee never sees it.',
  states: 'The scenes, by id.',
  strength: 'How clear a sign is: 1 to 3.',
  subject: 'The subject of a mail.',
  summary: 'What the trainee sees before playing.',
  tactic: 'The tactic that the sign belongs to.',
  tactics: 'What the attacker uses; empty for a genuine contact.',
  target: 'The scene that it leads to: a neighbour, .inside, or #<id of the scenario>.<path>.',
  text: 'What is said or written.',
  title: 'What it is called.',
  tool: `What the trainee does on the desk: ${TOOLS.join(', ')}.`,
  truth: 'attack or legitimate.',
  type: 'What kind it is; a scene of the type final is an ending.',
  version: 'Three numbers: 1.0.0.',
  voice: 'How a caller is spoken.',
  why: 'The reason, for the debrief.',
  words: 'What it shows, or what is heard, word for word.',
}

const PLAN_WORDS: Readonly<Record<string, string>> = {
  $schema: EDITOR,
  scenario: 'The id of the scenario beside this plan.',
  runs: 'Scripted runs: choices in, what must come of them.',
  name: 'What this run shows.',
  choices: 'Ids of choices, in order; timeout lets the time run out.',
  expect: 'What must come of it. Only what is written is compared.',
  scene: 'Path of the scene in which the run stands at the end.',
  disposition: WORDS['disposition']!,
  score: 'Score in percent, a whole number.',
  passed: 'Whether the attempt is passed.',
  flags: 'The flags that are raised at the end, in any order.',
}

/** Adds to zod's schema what the checks refuse by the shape alone, and a description of each property for editors. */
function refine(schema: Schema, words: Readonly<Record<string, string>>): Schema {
  // The parts are listed first, so that additions are not refined as well.
  const parts = Array.from(within(schema))
  for (const part of parts) {
    const own = properties(part)
    const each = part['additionalProperties'] as Schema | undefined
    if (each?.['pattern'] === '\\S') each['pattern'] = LOCALIZED
    if ('target' in own && 'reenter' in own) Object.assign(part, EFFECT)
    if ('say' in own && 'tool' in own) Object.assign(part, { allOf: toolNeeds() })
    if ('on' in own && 'entry' in own) Object.assign(part, ENDING)
    if ('queue' in own && 'complaint' in own)
      Object.assign(part, { anyOf: ['seconds', 'queue', 'complaint'].map((name) => needs(name)) })
    if (own['after']) own['after']['maxProperties'] = 1
    if (own['on']) Object.assign(own['on']['additionalProperties'] as Schema, CHOICE)
  }
  // Additions repeat property names in their conditions, and get the descriptions too.
  for (const part of Array.from(within(schema))) {
    for (const [name, property] of Object.entries(properties(part))) {
      if (typeof property === 'object' && words[name]) property['description'] = words[name]
    }
  }
  return schema
}

/**
 * Builds the published form of a schema.
 * @param name its name in the `$id`
 * @param words a description of each property, which editors show
 * @param more additional conditions on the whole
 * @param format the number of its newest format
 */
export function publish(
  schema: z.ZodType,
  name: string,
  title: string,
  words: Readonly<Record<string, string>>,
  more: Schema = {},
  format: number = FORMAT,
): Schema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })
  return refine({ $schema, $id: `${BASE}:${name}:${format}`, title, ...rest, ...more }, words)
}

/** Builds the published JSON Schema of a scenario from its zod schema. */
export function scenarioJsonSchema(): Schema {
  const attack = implies(
    { required: ['truth'], properties: { truth: { const: 'attack' } } },
    { properties: { tactics: { minItems: 1 } } },
  )
  return publish(scenarioSchema, 'scenario', 'Hold the Line: scenario', WORDS, attack)
}

/** Builds the published JSON Schema of a floor. */
export const floorJsonSchema = (): Schema => publish(floorSchema, 'floor', 'Hold the Line: floor', WORDS)

/** Builds the published JSON Schema of a test plan. */
export const testPlanJsonSchema = (): Schema =>
  publish(testPlanSchema, 'testplan', 'Hold the Line: test plan', PLAN_WORDS)
