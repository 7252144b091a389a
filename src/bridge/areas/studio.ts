import { z } from 'zod'
import { DOCUMENT_KINDS, PUBLISHERS } from '../../domain/authoring/document'
import type { JournalEntry } from '../../domain/authoring/journal'
import { editLabelSchema, journalBaseSchema, journalEntrySchema } from '../../domain/authoring/journal-schema'
import { NOTE_CODES } from '../../domain/authoring/import/story'
import { AUTHORS } from '../../domain/records/roles'
import { testPlanSchema } from '../../domain/scenario/schema'
import { LOCALE_PATTERN } from '../../domain/scenario/schema'
import { CHANNELS, ROLES as CONTACT_ROLES, TACTICS, TRUTHS } from '../../domain/scenario/vocabulary'
import type { HabitProof, Proof } from '../../domain/scoring'
import { channel, id, instant, localized, nothing, type Role } from './shared'
import { issue } from './state'
import { lookedAt } from './studio-packages'
import { studioTextChannels } from './studio-texts'

const ADMINISTRATOR = ['administrator'] as const satisfies readonly Role[]

const kind = z.enum(DOCUMENT_KINDS)
const which = z.strictObject({ kind, id })
const hash = z.string().regex(/^[0-9a-f]{64}$/)
/** The length is limited by what fits on a screen. */
const newId = id.max(60)
const title = z
  .record(z.string().regex(LOCALE_PATTERN).max(20), z.string().trim().min(1).max(200))
  .refine((one) => {
    return Object.keys(one).length > 0
  })
const entryNumber = z.number().int().min(0)
const fileName = z.string()

/** Another person who has the document open. */
const editing = z.object({
  who: z.string(),
  computer: z.string(),
  since: instant,
})

const versionRow = z.object({
  /** Counted from 1. */
  number: z.number(),
  /** The SHA-256 of the content, as attempts name it. */
  hash,
  at: instant,
  by: z.string(),
  note: z.string(),
})

/**
 * A content that another program or computer wrote to a document's file after this computer had saved it. It is kept.
 */
const outside = z.object({ hash, at: instant, text: z.string() })

/** The reason why a document can't be opened. Its file was set aside or left where it is, unchanged. */
const fault = z.object({
  code: z.enum(['empty', 'not-text', 'too-large', 'unreadable', 'newer-program']),
  file: fileName,
  /** The system's message, if the error is one of the system. */
  detail: z.string(),
})

const namedBy = z.object({
  kind,
  id,
  title: localized,
  origin: z.enum(['shipped', 'own']),
  /** The part of the other document in this one: its twin, one of its modules, or its floor. */
  as: z.enum(['twin', 'module', 'practice', 'floor']),
})

const row = z.object({
  kind,
  id,
  title: localized,
  origin: z.enum(['shipped', 'own']),
  /** The time of the last change of the draft, or of the file that came with the program. */
  changedAt: instant.nullable(),
  changedBy: z.string().nullable(),
  published: z
    .object({
      number: z.number(),
      hash,
      at: instant,
      by: z.string(),
      /** True if the draft differs from this version; `null` until it is known. */
      differs: z.boolean().nullable(),
    })
    .nullable(),
  channel: z.enum(CHANNELS).nullable(),
  role: z.enum(CONTACT_ROLES).nullable(),
  truth: z.enum(TRUTHS).nullable(),
  tactics: z.array(z.enum(TACTICS)),
  languages: z.array(z.string()),
  /** The number of issues; `null` until the checks have run. The event `studio.changed` follows then. */
  checks: z.object({ errors: z.number(), warnings: z.number() }).nullable(),
  editing: editing.nullable(),
  fault: fault.nullable(),
})

const library = z.object({
  folder: z.object({
    /** True if the folder is shared with other computers of the organisation. */
    shared: z.boolean(),
    /** The system's code of the reason why the folder can't be used now. Shipped documents are listed all the same. */
    problem: z.string().nullable(),
  }),
  /** True if this person may publish at all. The rule of a second person is checked for each document. */
  mayPublish: z.boolean(),
  documents: z.array(row),
})

const entries = z.custom<readonly JournalEntry[]>((value) => Array.isArray(value))
const places = z.record(z.string().max(200), z.unknown())

const opened = z.object({
  kind,
  id,
  origin: z.enum(['shipped', 'own']),
  readOnly: z.boolean(),
  /** The file as it was last saved whole. The journal may be ahead of it. */
  text: z.string(),
  /** The SHA-256 of the file, which `checkpoint` must name to replace it. */
  hash,
  /** The number of the last entry that the saved file contains. */
  savedAfter: entryNumber,
  journal: z.object({ base: journalBaseSchema, entries }),
  places,
  published: z.object({ number: z.number(), hash }).nullable(),
  editing: editing.nullable(),
  /** The file's content, if somebody else has changed it. `checkpoint` replaces it if it names its hash. */
  outside: outside.nullable(),
  /** Set if the journal was damaged: the number of unusable lines, and the file in which they are kept. */
  damaged: z.object({ file: fileName, lines: z.number() }).nullable(),
})

const stale = z.object({
  outcome: z.literal('stale'),
  /** The number of the last entry on the disk. */
  n: entryNumber,
  /** The entries that the window does not know yet. */
  entries,
  editing: editing.nullable(),
  outside: outside.nullable(),
})

const runs = z.array(testPlanSchema.shape.runs.element)
const plan = z.object({
  runs,
  /** The SHA-256 of the file, which `savePlan` must name to replace it. */
  hash,
  readOnly: z.boolean(),
  /** The reason why the file can't be used. The next save keeps it under another name. */
  broken: z.object({ file: fileName, issue }).nullable(),
})

/** The proof is checked only roughly, because it comes from the domain and has many parts. */
const proof = z
  .custom<Omit<Proof, 'issues'>>((value) => typeof value === 'object')
  .and(z.object({ issues: z.array(issue) }))
const habits = z.custom<HabitProof>((value) => typeof value === 'object')

const removedRow = z.object({
  key: z.string(),
  kind,
  id,
  title: localized,
  at: instant,
  by: z.string(),
})

const imported = z.discriminatedUnion('outcome', [
  /** `was`: its own id, if that was taken and it got another one. */
  z.object({ outcome: z.literal('imported'), kind, id, was: id.nullable() }),
  z.object({ outcome: z.literal('refused'), file: fileName, issue }),
  /** The drafts from a file of another tool, each with the number of notes about what could not be taken over. */
  z.object({
    outcome: z.literal('stories'),
    file: fileName,
    drafts: z.array(z.object({ id, title: localized, notes: z.number() })),
  }),
  /** The contents of a package, of which nothing is imported yet. */
  ...lookedAt,
  /** The file does not name its language; `importAs` does. */
  z.object({ outcome: z.literal('which-language'), file: fileName }),
])

/** A language tag that a page may ask for. */
const language = z.string().regex(LOCALE_PATTERN).max(20)

/** The parts of an imported file that could not be taken over. */
const importedFrom = z.object({
  file: fileName,
  notes: z.array(
    z.object({ code: z.enum(NOTE_CODES), place: z.string(), text: z.string(), instead: z.string() }),
  ),
})

const settings = z.object({
  /** The folder as the system writes it; `null` for this installation's own. */
  folder: z.string().nullable(),
  publishers: z.enum(PUBLISHERS),
  /** The system's code of the reason why the folder can't be used now. */
  problem: z.string().nullable(),
})

export const studioChannels = {
  /** Lists shipped documents, and those of the Studio's folder. */
  'studio.list': channel(nothing, library, AUTHORS),
  /** Makes a document. `template`: the code of a template, or `null` for the smallest valid document. */
  'studio.create': channel(
    z.strictObject({ kind, id: newId, title, template: z.string().max(60).nullable() }),
    which,
    AUTHORS,
  ),
  /**
   * Makes a draft that begins word for word like an existing scenario and has the other truth. `named` says whether the
   * other scenario names it in return.
   */
  'studio.createTwin': channel(
    z.strictObject({ of: id, as: newId }),
    which.extend({ named: z.boolean() }),
    AUTHORS,
  ),
  /** Copies a shipped document or one of the organisation's own, with its pictures and sounds. */
  'studio.duplicate': channel(z.strictObject({ kind, id, as: newId, title }), which, AUTHORS),
  /** Returns the documents that refer to this one: courses, twins, scenarios on this floor. */
  'studio.namedBy': channel(which, z.array(namedBy), AUTHORS),
  /** Gives a document another id and title. Documents that refer to it keep the old id and are listed in the answer. */
  'studio.rename': channel(
    z.strictObject({ kind, id, as: newId, title }),
    z.object({ kind, id, namedBy: z.array(namedBy) }),
    AUTHORS,
  ),
  /** Removes a draft and its versions. They can be restored. */
  'studio.remove': channel(which, z.object({ key: z.string(), namedBy: z.array(namedBy) }), AUTHORS),
  'studio.removed': channel(nothing, z.array(removedRow), AUTHORS),
  'studio.bringBack': channel(z.strictObject({ key: z.string().max(200) }), which, AUTHORS),
  /**
   * Asks for a file, ours or one of another tool. If its id is taken, the document gets another one, which is in the
   * answer.
   */
  'studio.importFile': channel(z.strictObject({ locale: language }), imported, AUTHORS),
  /** Imports the file that did not name its language, in this one. */
  'studio.importAs': channel(z.strictObject({ language }), imported, AUTHORS),
  'studio.importedFrom': channel(which, importedFrom.nullable(), AUTHORS),
  /** Dismisses the notes about what could not be taken over. */
  'studio.forgetImport': channel(which, z.null(), AUTHORS),
  /** Asks for a JSON file and reads it for a comparison; nothing is stored. */
  'studio.readFile': channel(nothing, z.object({ file: fileName, text: z.string() }), AUTHORS),
  /** Asks where to save the test plan of a scenario as a file of its own. */
  'studio.exportPlan': channel(z.strictObject({ id }), z.object({ file: fileName }), AUTHORS),
  /** Asks where to save the draft, or a version. */
  'studio.exportFile': channel(
    z.strictObject({ kind, id, version: z.number().int().min(1).nullable() }),
    z.object({
      file: fileName,
      /** The file of the test plan that was written beside it. */
      plan: fileName.nullable(),
    }),
    AUTHORS,
  ),
  'studio.open': channel(
    which,
    z.discriminatedUnion('outcome', [
      opened.extend({ outcome: z.literal('opened') }),
      z.object({ outcome: z.literal('refused'), fault }),
    ]),
    AUTHORS,
  ),
  /** Returns who has the document open on another computer. The event `studio.changed` follows a change of that. */
  'studio.editing': channel(which, editing.nullable(), AUTHORS),
  /** Notes that the document is no longer edited here. */
  'studio.close': channel(which, z.null(), AUTHORS),
  /**
   * Appends to the journal. The entries are on the disk when the answer comes. `after`: the number of the last known
   * entry. Without entries it only asks whether there are others.
   */
  'studio.append': channel(
    z.strictObject({
      kind,
      id,
      after: entryNumber,
      entries: z.array(journalEntrySchema).max(1000).readonly(),
    }),
    z.discriminatedUnion('outcome', [z.object({ outcome: z.literal('taken'), n: entryNumber }), stale]),
    AUTHORS,
  ),
  /** Saves the whole text. `seen`: the SHA-256 of the file that it replaces, as the window knows it. */
  'studio.checkpoint': channel(
    z.strictObject({
      kind,
      id,
      after: entryNumber,
      text: z.string().max(16 * 1024 * 1024),
      seen: hash,
    }),
    z.discriminatedUnion('outcome', [z.object({ outcome: z.literal('saved'), hash }), stale]),
    AUTHORS,
  ),
  /** Returns the test plan of a scenario. A plan that came with the program can only be read. */
  'studio.plan': channel(z.strictObject({ id }), plan, AUTHORS),
  /**
   * Saves the test plan; without runs, its file is removed. `seen`: the SHA-256 of the file that it replaces, as the
   * window knows it.
   */
  'studio.savePlan': channel(
    z.strictObject({ id, runs: runs.max(2000), seen: hash }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), hash }),
      /** Somebody else has written it meanwhile; nothing was written. */
      z.object({ outcome: z.literal('stale') }),
    ]),
    AUTHORS,
  ),
  /**
   * Plays every path through a scenario as it is in the window, and reports its progress by `studio.proving`. `null` if
   * the scenario has errors.
   */
  'studio.prove': channel(
    z.strictObject({ text: z.string().max(16 * 1024 * 1024) }),
    z
      .object({ proof, habits, twin: z.object({ id, title: localized, issues: z.array(issue) }).nullable() })
      .nullable(),
    AUTHORS,
  ),
  /** Ends the running proof. */
  'studio.stopProof': channel(nothing, z.null(), AUTHORS),
  /** Stores the places of the map's cards, which are never part of the document. */
  'studio.savePlaces': channel(z.strictObject({ kind, id, places }), z.null(), AUTHORS),
  'studio.history': channel(
    which,
    z.object({
      acts: z.array(
        z.object({
          n: entryNumber,
          at: instant,
          by: z.string().nullable(),
          kind: z.enum(['edit', 'undo', 'redo', 'restore', 'text', 'typed']),
          label: editLabelSchema.nullable(),
          to: entryNumber.nullable(),
        }),
      ),
      /** Contents that other programs wrote to the document's file. */
      outside: z.array(outside),
    }),
    AUTHORS,
  ),
  /** Publishes a draft. `after`: the number of the last entry, so that exactly what was shown is published. */
  'studio.publish': channel(
    z.strictObject({ kind, id, after: entryNumber, note: z.string().trim().max(2000) }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('published'), version: versionRow }),
      /** The checks find errors. */
      z.object({ outcome: z.literal('refused'), issues: z.array(issue) }),
      /** The draft is equal to the newest version. */
      z.object({ outcome: z.literal('same'), version: versionRow }),
      /**
       * This person may not publish: it must be an administrator, or somebody who has changed nothing since the last
       * version.
       */
      z.object({ outcome: z.literal('not-you'), rule: z.enum(PUBLISHERS) }),
      stale,
    ]),
    AUTHORS,
  ),
  /**
   * Tells whether this person may publish a draft as it is now, by which rule, and who wrote it since the last version.
   */
  'studio.publisher': channel(
    which,
    z.object({ rule: z.enum(PUBLISHERS), may: z.boolean(), authors: z.array(z.string()) }),
    AUTHORS,
  ),
  /** Returns the versions, newest first. */
  'studio.versions': channel(which, z.array(versionRow), AUTHORS),
  'studio.version': channel(
    z.strictObject({ kind, id, version: z.number().int().min(1) }),
    versionRow.extend({ text: z.string() }),
    AUTHORS,
  ),
  'studio.settings': channel(nothing, settings, ADMINISTRATOR),
  'studio.changeSettings': channel(
    z.strictObject({ publishers: z.enum(PUBLISHERS) }),
    settings,
    ADMINISTRATOR,
  ),
  /** Asks for a folder that the organisation shares. */
  'studio.chooseFolder': channel(nothing, settings, ADMINISTRATOR),
  /** Returns to the folder of this installation. */
  'studio.ownFolder': channel(nothing, settings, ADMINISTRATOR),
  ...studioTextChannels,
} as const
