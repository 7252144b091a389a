/**
 * The type of a scenario file, written once. The published JSON Schema is generated from it, and `parse` refuses
 * documents of another shape with it. The checks in `check` find what a shape can't express, such as a target that does
 * not exist or a scene that can't be reached.
 */
import { z } from 'zod'
import { RECORD_TOOLS } from './tools'
import {
  CHANNELS,
  COMPETENCIES,
  CUE_AMOUNTS,
  DESK_KINDS,
  DISPOSITIONS,
  FORMAT,
  ID_PATTERN,
  LEAD_STATES,
  PREMISE_FITS,
  RESERVED_IDS,
  ROLES,
  STANCES,
  TACTICS,
  TOOLS,
  TRUTHS,
} from './vocabulary'

export const LOCALE_PATTERN = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** One pattern holds all rules, so that the published schema has them too. */
export const id = z
  .string()
  .regex(new RegExp(ID_PATTERN.source.replace('^', `^(?!(?:${[...RESERVED_IDS].join('|')})$)`)))
/** Must contain something to read. */
export const text = z.string().regex(/\S/)
export const localized = z.record(z.string().regex(LOCALE_PATTERN), text)
/** A date as exact as it is known: a day, a month or a year. */
const date = z.union([z.iso.date(), z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)])

const points = z.number().int().min(0).max(100)

const assess = z.strictObject({
  type: z.literal('assess'),
  params: z.strictObject({ competency: z.enum(COMPETENCIES), points, of: points.min(1), why: localized }),
})
const raise = z.strictObject({ type: z.literal('raise'), params: z.strictObject({ flag: id }) })
const lower = z.strictObject({ type: z.literal('lower'), params: z.strictObject({ flag: id }) })
const count = z.strictObject({
  type: z.literal('count'),
  params: z.strictObject({ counter: id, by: z.number().int().min(1).max(100).optional() }),
})
const disclose = z.strictObject({
  type: z.literal('disclose'),
  params: z.strictObject({ customer: id, field: id }),
})
/** The price of a move, which also those pay who do it right. */
const spend = z.strictObject({
  type: z.literal('spend'),
  params: z.strictObject({
    /** Seconds of handling time. */
    seconds: z.number().int().min(1).max(3600).optional(),
    /** The number of contacts that start to wait because of the move. */
    queue: z.number().int().min(1).max(20).optional(),
    /** True if somebody complains. */
    complaint: z.literal(true).optional(),
    /** The reason for the price, for the debrief. */
    why: localized,
  }),
})
export const actionSchema = z.discriminatedUnion('type', [assess, raise, lower, count, disclose, spend])

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { flag: string }
  | { counter: string; atLeast: number }
  | { counter: string; below: number }

const threshold = z.number().int().min(0).max(1000)
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ flag: id }),
    z.strictObject({ counter: id, atLeast: threshold }),
    z.strictObject({ counter: id, below: threshold }),
  ]),
)

const guard = z.strictObject({ type: z.literal('when'), params: conditionSchema })

const cueMark = z.union([id, z.strictObject({ cue: id, phrase: localized })])

/** A file name without a folder. Names that Windows reserves for devices are refused. */
export const MEDIA_FILE_PATTERN = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)\.)[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

export const SHA256_PATTERN = /^[0-9a-f]{64}$/

const media = z.strictObject({
  /** A sound or picture in `scenarios/media`. */
  file: z.string().regex(MEDIA_FILE_PATTERN),
  /** A description for people who can't see or hear it: the content of the picture, or the spoken words. */
  words: localized,
  /** SHA-256 of the file. The program adds it when an attempt begins; an author can write it to pin the file. */
  sha256: z.string().regex(SHA256_PATTERN).optional(),
})

const beat = z.strictObject({
  id,
  /** A member of the cast, or `narrator`. */
  from: id,
  text: localized,
  /** Milliseconds before it appears, while the other side types or breathes. */
  delay: z.number().int().min(0).max(20000).optional(),
  cues: z.array(cueMark).optional(),
  /** The subject of a mail. */
  subject: localized.optional(),
  attachments: z.array(localized).optional(),
  media: media.optional(),
})

const choiceMeta = z.strictObject({
  /** The words of a reply. */
  say: localized.optional(),
  /** The trainee's act on the desk; the other keys name its objects. */
  tool: z.enum(TOOLS).optional(),
  customer: id.optional(),
  field: id.optional(),
  contact: id.optional(),
  policy: id.optional(),
  /** The debrief's words for this choice, in the past tense: "You asked who they are". */
  did: localized.optional(),
  stance: z.enum(STANCES).optional(),
  /** The reaction to the choice, shown before the beats of the next scene. */
  answer: z.array(beat).min(1).optional(),
})

/** The name of a sibling scene, `.child` of the own scene, or `#<scenario id>.<path>` for any other. */
const target = z.string().min(1)

const transition = z.strictObject({
  target: target.optional(),
  reenter: z.boolean().optional(),
  guard: guard.optional(),
  actions: z.array(actionSchema).optional(),
  meta: choiceMeta.optional(),
  description: z.string().optional(),
})
const transitions = z.union([transition, z.array(transition).min(1)])

const sceneMeta = z.strictObject({
  title: localized,
  place: localized.optional(),
  beats: z.array(beat).optional(),
  /** The person on the line in this scene; without it, the speaker of its first beat. */
  contact: id.optional(),
  /** The seconds that it takes to talk through the scene. */
  seconds: z.number().int().min(0).max(3600).optional(),
  /** Endings only. */
  disposition: z.enum(DISPOSITIONS).optional(),
  debrief: localized.optional(),
})

export interface StateNode {
  type?: 'final' | undefined
  initial?: string | undefined
  states?: Record<string, StateNode> | undefined
  on?: Record<string, Transition | Transition[]> | undefined
  after?: Record<string, Transition | Transition[]> | undefined
  always?: Transition | Transition[] | undefined
  entry?: Action[] | undefined
  exit?: Action[] | undefined
  meta?: SceneMeta | undefined
  description?: string | undefined
}

/** The shortest and the longest time limit that `TIME_LIMIT_PATTERN` lets through, in milliseconds. */
export const TIME_LIMITS = { shortest: 100, longest: 9_999_999 } as const
export const TIME_LIMIT_PATTERN = /^[1-9]\d{2,6}$/
const delayKey = z.string().regex(TIME_LIMIT_PATTERN)

export const stateNode: z.ZodType<StateNode> = z.lazy(() =>
  z.strictObject({
    type: z.literal('final').optional(),
    description: z.string().optional(),
    meta: sceneMeta.optional(),
    entry: z.array(actionSchema).optional(),
    exit: z.array(actionSchema).optional(),
    on: z.record(id, transitions).optional(),
    /** The key is the number of milliseconds until the time runs out. */
    after: z.record(delayKey, transitions).optional(),
    always: transitions.optional(),
    initial: id.optional(),
    states: z.record(id, stateNode).optional(),
  }),
)

const machine = z.strictObject({
  /** Equal to the scenario's id; needed only by targets that begin with `#`. */
  id: id.optional(),
  description: z.string().optional(),
  initial: id,
  on: z.record(id, transitions).optional(),
  after: z.record(delayKey, transitions).optional(),
  states: z.record(id, stateNode),
})

export const castMember = z.strictObject({
  name: z.union([text, localized]),
  channel: z.enum(CHANNELS),
  /** A number, address or nickname, as the trainee's screen shows it. */
  handle: text.optional(),
  /** The screen's remark about this contact: "not in your directory". */
  relation: localized.optional(),
  voice: z
    .strictObject({
      lang: text.optional(),
      pitch: z.number().min(0).max(2).optional(),
      rate: z.number().min(0.5).max(2).optional(),
    })
    .optional(),
})

const cue = z.strictObject({
  label: localized,
  /** `warning` points at an attack, `reassuring` at a genuine contact. */
  kind: z.enum(['warning', 'reassuring']),
  strength: z.number().int().min(1).max(3),
  tactic: z.enum(TACTICS).optional(),
})

const field = z.strictObject({
  id,
  label: localized,
  value: z.union([text, localized]),
  /** Shown instead of the value until the field is revealed; without it the value is shown from the start. */
  masked: z.union([text, localized]).optional(),
  /** True if the desk offers to change it. */
  changeable: z.boolean().optional(),
})

const customer = z.strictObject({
  id,
  name: text,
  number: text.optional(),
  status: localized.optional(),
  /** The record's remark about proof of identity: "2 of 3 questions on file". */
  identity: localized.optional(),
  note: localized.optional(),
  /** The tools that the whole record offers, besides those of its fields. */
  tools: z.array(z.enum(RECORD_TOOLS)).optional(),
  fields: z.array(field).min(1),
})

export const directoryEntry = z.strictObject({
  id,
  name: z.union([text, localized]),
  role: localized,
  phone: text.optional(),
  mail: text.optional(),
  note: localized.optional(),
})

export const policy = z.strictObject({ id, title: localized, text: localized })

/** A line of an answer, which has only the basic properties of a beat. */
const line = z.strictObject({ from: id, text: localized })

/** The answer of a tool in scenes that do not handle it, and its price. */
export const toolAnswer = z.strictObject({
  answer: z.array(line).min(1),
  seconds: z.number().int().min(1).max(3600).optional(),
  queue: z.number().int().min(1).max(20).optional(),
})

export const targets = z.strictObject({
  /** The seconds that a contact should take. */
  handlingSeconds: z.number().int().min(30).max(7200),
  /** The number of contacts that wait when a contact begins, and the most that may wait. */
  queue: z.strictObject({ now: z.number().int().min(0).max(999), most: z.number().int().min(0).max(999) }),
  /** The percentage of the shift that goes by the plan: when a contact begins, and the least that is demanded. */
  adherence: z.strictObject({
    now: z.number().int().min(0).max(100),
    least: z.number().int().min(0).max(100),
  }),
})

const leadState = z.enum(LEAD_STATES)

const desk = z.strictObject({
  kind: z.enum(DESK_KINDS).optional(),
  /**
   * The team lead (or the trusted person, for a customer): a lead of the floor with a state, or a name and words such
   * as "Leonor is at her desk".
   */
  lead: z
    .union([
      z.strictObject({ name: text, presence: localized, state: leadState.optional() }),
      z.strictObject({ lead: id, state: leadState }),
    ])
    .optional(),
  /** The floor of this desk. The program adds it and the next properties when an attempt begins. */
  floor: z.strictObject({ id, version: z.string() }).optional(),
  hours: localized.optional(),
  targets: targets.optional(),
  tools: z.partialRecord(z.enum(TOOLS), toolAnswer).optional(),
  customers: z.array(customer).optional(),
  directory: z.array(directoryEntry).optional(),
  policies: z.array(policy).optional(),
})

const scoring = z.strictObject({
  /** The share of the points on the path taken that is needed to pass, 0 to 1. */
  pass: z.number().min(0.05).max(1),
  /** Flags that fail the attempt whatever its points. */
  critical: z.array(id),
})

export const scenarioSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(FORMAT),
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: localized,
  summary: localized,
  role: z.enum(ROLES),
  truth: z.enum(TRUTHS),
  tactics: z.array(z.enum(TACTICS)),
  minutes: z.number().int().min(1).max(60),
  difficulty: z.strictObject({ cues: z.enum(CUE_AMOUNTS), premise: z.enum(PREMISE_FITS) }),
  /** One sentence to remember, shown at the end of the debrief. */
  keep: localized,
  /** The real event that the scenario draws on. */
  incident: localized.optional(),
  sources: z.array(z.strictObject({ title: text, publisher: text.optional(), date: date })),
  cast: z.record(id, castMember),
  cues: z.record(id, cue),
  /** The floor of the desk, which has policies, directory, leads, tools and shared cast. */
  floor: id.optional(),
  /** The scenario that begins with the same words as this one and has the other truth. */
  twin: id.optional(),
  /** Sets of names, amounts and times. The seed of an attempt draws one of them, which replaces `{name}`. */
  variants: z
    .array(z.record(id, z.union([text, localized])))
    .min(2)
    .optional(),
  desk,
  scoring,
  machine,
})

export type Localized = Record<string, string>
export type Action = z.infer<typeof actionSchema>
export type SpendParams = z.infer<typeof spend>['params']
export type AssessParams = z.infer<typeof assess>['params']
export type Transition = z.infer<typeof transition>
export type ChoiceMeta = z.infer<typeof choiceMeta>
export type SceneMeta = z.infer<typeof sceneMeta>
export type Media = z.infer<typeof media>
export type Beat = z.infer<typeof beat>
export type CastMember = z.infer<typeof castMember>
export type Cue = z.infer<typeof cue>
export type Desk = z.infer<typeof desk>
export type ToolAnswer = z.infer<typeof toolAnswer>
export type Targets = z.infer<typeof targets>
export type Lead = NonNullable<Desk['lead']>
export type Customer = z.infer<typeof customer>
export type Field = z.infer<typeof field>
export type DirectoryEntry = z.infer<typeof directoryEntry>
export type Policy = z.infer<typeof policy>
export type Machine = z.infer<typeof machine>
export type Scenario = z.infer<typeof scenarioSchema>

const step = z.string().min(1)

/** A list of scripted runs for a scenario: their choices, and their expected results. */
export const testPlanSchema = z.strictObject({
  $schema: z.string().optional(),
  scenario: id,
  runs: z
    .array(
      z.strictObject({
        name: text,
        /** Event ids; `timeout` lets the time run out. */
        choices: z.array(step),
        expect: z.strictObject({
          /** The path of the scene in which the run ends. */
          scene: text,
          disposition: z.enum(DISPOSITIONS).optional(),
          /** The score in percent, rounded to a whole number. */
          score: z.number().int().min(0).max(100).optional(),
          passed: z.boolean().optional(),
          flags: z.array(id).optional(),
        }),
      }),
    )
    .min(1),
})
export type TestPlan = z.infer<typeof testPlanSchema>
