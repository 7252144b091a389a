import { z } from 'zod'
import {
  ROSTER_ENCODINGS,
  ROSTER_FAULTS,
  ROSTER_FIELDS,
  ROSTER_GROUPS,
  SEPARATORS,
  STANDING_STATUSES,
} from '../../domain/records'
import {
  channel,
  email,
  employeeNumber,
  EVERYONE,
  id,
  instant,
  localized,
  groupName,
  nothing,
  personName,
  RECORD_KEEPERS,
  uuid,
} from './shared'

const role = z.enum(EVERYONE)

const peopleFilter = z.object({
  search: z.string().max(120),
  teams: z.array(z.string().max(80)).max(500),
  sites: z.array(z.string().max(80)).max(500),
  roles: z.array(role),
  left: z.boolean(),
})

const personRow = z.object({
  id: uuid,
  name: z.string(),
  number: z.string(),
  email: z.string().nullable(),
  role,
  team: z.string().nullable(),
  site: z.string().nullable(),
  /** The manager's name and employee number. */
  manager: z.string().nullable(),
  managerNumber: z.string().nullable(),
  leftAt: instant.nullable(),
})

/** A person in the list, with their status in each of their courses. */
const listedPerson = personRow.extend({
  courses: z.array(z.object({ course: id, title: localized, status: z.enum(STANDING_STATUSES) })),
})

const personForm = z.object({
  name: personName,
  number: employeeNumber,
  email: email.nullable(),
  role,
  team: groupName.nullable(),
  site: groupName.nullable(),
  /** The manager's employee number. */
  manager: employeeNumber.nullable(),
  left: z.boolean(),
})

/** A start PIN or passphrase, in clear this once; `null` if the person needs none or has their own. */
const startSecret = z.string().nullable()

/** The SHA-256 of what was shown. */
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const assignTo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('people'), ids: z.array(uuid).min(1).max(500) }),
  /** `seen`: the people who were shown, as `assignment.who` named them. If others match now, the call is refused. */
  z.object({ kind: z.literal('filter'), filter: peopleFilter, seen: digest }),
])
const rule = z.object({
  id: uuid,
  course: id,
  title: localized,
  team: z.string().nullable(),
  site: z.string().nullable(),
  days: z.number().nullable(),
  madeAt: instant,
})

const column = z.number().int().min(0).max(1000).nullable()
const mapping = z.record(z.enum(ROSTER_FIELDS), column)
const changedField = z.enum(['name', 'email', 'team', 'site', 'manager'])
const openedRoster = z.object({
  /** Names this file with these options for reading it. */
  id: uuid,
  file: z.string(),
  encoding: z.enum(ROSTER_ENCODINGS),
  /** True if the file could also have another encoding. */
  guessed: z.boolean(),
  encodings: z.array(z.enum(ROSTER_ENCODINGS)),
  separator: z.enum(SEPARATORS),
  /** The line that names the columns, counted from 1; `null` if there is none. */
  headerLine: z.number().nullable(),
  head: z.array(z.object({ line: z.number(), text: z.string() })),
  headers: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  rows: z.number(),
  mapping,
  /** Cells that show whether the encoding is right. */
  accents: z.array(z.string()),
})
const some = z.object({ name: z.string(), number: z.string() })
const someLeaver = some.extend({
  /** The content of the cell that says so. */
  said: z.string(),
})

export const peopleChannels = {
  'people.list': channel(
    z.object({
      filter: peopleFilter,
      order: z.enum(['name', 'number', 'team', 'site', 'role']),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    z.object({ total: z.number(), rows: z.array(listedPerson) }),
    RECORD_KEEPERS,
  ),
  'people.groups': channel(
    nothing,
    z.object({ teams: z.array(z.string()), sites: z.array(z.string()) }),
    RECORD_KEEPERS,
  ),
  'people.one': channel(
    z.object({ id: uuid }),
    z.object({
      person: personRow,
      courses: z.array(
        z.object({ course: id, title: localized, dueAt: instant.nullable(), status: z.string() }),
      ),
    }),
    RECORD_KEEPERS,
  ),
  'people.add': channel(personForm, z.object({ person: personRow, startSecret }), RECORD_KEEPERS),
  'people.change': channel(
    personForm.extend({ id: uuid }),
    z.object({ person: personRow, startSecret }),
    RECORD_KEEPERS,
  ),
  'people.resetSecret': channel(z.object({ id: uuid }), z.object({ startSecret }), RECORD_KEEPERS),

  'assignment.courses': channel(nothing, z.array(z.object({ id, title: localized })), RECORD_KEEPERS),
  /** Counts the people whom an assignment to a filter would reach now. */
  'assignment.who': channel(
    z.object({ filter: peopleFilter }),
    z.object({ people: z.number(), seen: digest }),
    RECORD_KEEPERS,
  ),
  /**
   * Assigns a course. `newcomers`: people who come to these teams and sites later get it, too, with this many days for
   * it.
   */
  'assignment.assign': channel(
    z.object({
      to: assignTo,
      course: id,
      due: day.nullable(),
      newcomers: z.object({ days: z.number().int().min(1).max(36_600).nullable() }).nullable(),
    }),
    z.object({ assigned: z.number(), complete: z.number() }),
    RECORD_KEEPERS,
  ),
  'assignment.withdraw': channel(
    z.object({ to: assignTo, course: id }),
    z.object({ withdrawn: z.number() }),
    RECORD_KEEPERS,
  ),
  'assignment.rules': channel(nothing, z.array(rule), RECORD_KEEPERS),
  'assignment.endRule': channel(z.object({ id: uuid }), z.array(rule), RECORD_KEEPERS),

  /** Asks for a file and reads it. Main keeps it until another one is opened. */
  'roster.open': channel(nothing, openedRoster, RECORD_KEEPERS),
  /**
   * Reads the open file with other options; those that are left out are guessed. Its earlier `id` is no longer valid.
   */
  'roster.read': channel(
    z.object({
      id: uuid,
      encoding: z.enum(ROSTER_ENCODINGS).optional(),
      separator: z.enum(SEPARATORS).optional(),
      headerLine: z.number().int().min(1).nullable().optional(),
    }),
    openedRoster,
    RECORD_KEEPERS,
  ),
  'roster.preview': channel(
    z.object({ id: uuid, mapping }),
    z.object({
      /** The name of the plan that is shown. Only the newest can be applied. */
      plan: digest,
      added: z.number(),
      changed: z.number(),
      unchanged: z.number(),
      missing: z.number(),
      /**
       * True if nobody can be noted as having left, because a faulty row may belong to somebody who seems to be
       * missing.
       */
      missingUnsure: z.boolean(),
      /** The number of trainees who had left and are in the file again. */
      returning: z.number(),
      /** The number of these for whom nothing else changes. */
      returningOnly: z.number(),
      /** The number of people with a role who have left and are in the file. They are not taken back. */
      staffGone: z.number(),
      /** The number of trainees who are known to work here and who have left by the file. */
      leaving: z.number(),
      /** The number of people with a role who have left by the file. Nothing happens to them. */
      staffLeaving: z.number(),
      /** The number of people who have left by the file and are not known. They are not added. */
      strangersGone: z.number(),
      /** What the column that says who has left holds for people who work here, the words that are not known first. */
      wordsForHere: z.array(z.object({ word: z.string(), rows: z.number() })),
      /** Columns that look as if cells were merged: each value stands once, above empty cells. */
      merged: z.array(z.enum(ROSTER_GROUPS)),
      faultyRows: z.number(),
      changedFields: z.array(z.object({ field: changedField, people: z.number() })),
      someAdded: z.array(some),
      someChanged: z.array(
        some.extend({
          changes: z.array(
            z.object({ field: changedField, before: z.string().nullable(), after: z.string().nullable() }),
          ),
        }),
      ),
      someReturning: z.array(some),
      someStaffGone: z.array(some),
      someMissing: z.array(some),
      someLeaving: z.array(someLeaver),
      someStaffLeaving: z.array(someLeaver),
      someStrangersGone: z.array(someLeaver),
      someFaults: z.array(
        z.object({
          line: z.number(),
          code: z.enum(ROSTER_FAULTS),
          field: z.enum(ROSTER_FIELDS).nullable(),
          value: z.string(),
          other: z.number().nullable(),
          like: z.string().optional(),
        }),
      ),
    }),
    RECORD_KEEPERS,
  ),
  'roster.apply': channel(
    z.object({
      plan: digest,
      onlyGood: z.boolean(),
      markLeft: z.boolean(),
      markLeavers: z.boolean(),
      takeBack: z.boolean(),
    }),
    z.object({ added: z.number(), changed: z.number(), left: z.number(), returned: z.number() }),
    RECORD_KEEPERS,
  ),
  /** Saves the faulty rows as a file. The sentences come in the language of the screen. */
  'roster.saveFaults': channel(
    z.object({
      plan: digest,
      headings: z.tuple([z.string().max(80), z.string().max(80)]),
      sentences: z.record(z.enum(ROSTER_FAULTS), z.string().max(400)),
    }),
    z.object({ file: z.string(), rows: z.number() }),
    RECORD_KEEPERS,
  ),
} as const
