import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  organisationFault,
  comparisonCode,
  enrolmentSchema,
  type BundlePerson,
  type Enrolment,
  type EnrolmentReason,
} from '../../domain/records'
import { isOfMediaFile, type MediaTools } from '../../domain/scenario/media'
import { openScenario } from '../../domain/scenario/open'
import type { Scenario } from '../../domain/scenario/schema'
import type { SigningKey } from '../keys/signing-key'
import { writeAtomically } from '../files/atomic-write'
import { refusedBecause, SCENARIO_SUFFIX, type Library } from '../library/library'
import { mediaFolder } from '../library/media'
import type { OrganisationStore } from '../people/organisation'
import { tidyPerson, usable } from '../store/device-people'
import { mediaFit, mediaIn, namesHashes, packMedia } from './enrolment-media'
import { sha256 } from '../sha256'
import { keepingStatements, type Database } from '../store/libsql'
import { addTrainee, isOnTheList } from '../store/tables/people'
import { readSetting, writeSetting } from '../store/tables/settings'
import { canonicalJsonVerifies, signCanonicalJson } from '../evidence/signed-attempt'
import { Refused } from '../refused'

/** The facts about its enrolment that a device keeps. */
export interface DeviceState {
  readonly organisation: { readonly name: string; readonly did: string }
  /** Base64. */
  readonly exchangeKey: string
  readonly madeAt: string
  readonly name: string
  readonly site: string | null
  /** The name of the folder beside the records that holds the organisation's courses. */
  readonly library: string
}

const DEVICE = 'exchange-device'

type Settings = Pick<Database, 'prepare'>

export function deviceState(db: Settings): DeviceState | undefined {
  const text = readSetting(db, DEVICE)
  return text === undefined ? undefined : (JSON.parse(text) as DeviceState)
}

/** Returns the folder of the organisation's courses on an enrolled device; otherwise `undefined`. */
export function enrolledLibrary(db: Settings, dataFolder: string): string | undefined {
  const state = deviceState(db)
  return state && join(dataFolder, state.library)
}

/** Returns a code for a `did:key` that two people can compare aloud. */
export const codeOf = (did: string): string => comparisonCode(createHash('sha256').update(did).digest())

export interface EnrolmentParts {
  readonly organisation: OrganisationStore
  readonly library: Library
  readonly issuer: SigningKey
  readonly exchangePublicKey: Uint8Array
  readonly now: string
  readonly people: readonly BundlePerson[]
}

/**
 * Makes the file with which devices are enrolled, the same one for all of them.
 * @throws Refused when a course has a scenario that can't be played, or when their media are too large together
 */
export function makeEnrolment(parts: EnrolmentParts): { enrolment: Enrolment; text: string } {
  const { organisation, library, issuer, now, people } = parts
  const { installation: _own, ...settings } = organisation.settings()
  const ids = [...new Set(library.courses.flatMap(({ modules, practice = [] }) => [...modules, ...practice]))]
  const scenarios = ids.map((id) => {
    const found = library.scenario(id)
    if ('kind' in found) throw new Refused('scenario-invalid', refusedBecause(found))
    return { found, copy: { id, version: found.scenario.version, hash: found.hash, content: found.content } }
  })
  const media = packMedia(
    library,
    scenarios.map(({ found }) => found.scenario),
  )
  const unsigned = {
    type: 'hold-the-line/enrolment' as const,
    format: 1 as const,
    organisation: { name: organisation.name() ?? '', did: issuer.did },
    exchangeKey: Buffer.from(parts.exchangePublicKey).toString('base64'),
    madeAt: now,
    settings,
    courses: [...library.courses],
    scenarios: scenarios.map(({ copy }) => copy),
    ...(media.length > 0 ? { media } : {}),
    people: [...people],
  }
  const enrolment = { ...unsigned, signature: signCanonicalJson(unsigned, issuer) }
  return { enrolment, text: `${JSON.stringify(enrolment)}\n` }
}

/** Refuses an enrolment file that can't be used, or not on this computer. */
export class EnrolmentRefused extends Error {
  override readonly name = 'EnrolmentRefused'
  constructor(readonly reason: EnrolmentReason) {
    super(reason)
  }
}

const refuse = (reason: EnrolmentReason): never => {
  throw new EnrolmentRefused(reason)
}

/** In bytes. The largest part of a large file is the pictures and sounds of the courses. */
export const LARGEST_ENROLMENT = 512 * 1024 * 1024

/** Decodes the text by its byte order mark, because a mail program or an editor may have saved it in UTF-16. */
function textOf(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/**
 * Reads an enrolment file, and verifies its signature and the hashes in it.
 * @throws EnrolmentRefused
 */
export function readEnrolment(bytes: Uint8Array): Enrolment {
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > LARGEST_ENROLMENT) return refuse('not-an-enrolment')
  const text = textOf(bytes)
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    // A file of ours names its type at the very beginning.
    return refuse(
      text.trimStart().startsWith('{"type":"hold-the-line/enrolment"') ? 'damaged' : 'not-an-enrolment',
    )
  }
  const { type, format } = (raw ?? {}) as { type?: unknown; format?: unknown }
  if (type !== 'hold-the-line/enrolment') return refuse('not-an-enrolment')
  if (typeof format === 'number' && format > 1) return refuse('newer-format')
  const read = enrolmentSchema.safeParse(raw)
  if (!read.success) return refuse('damaged')
  const { signature, ...unsigned } = read.data
  // The signature covers the text as it came, without the defaults that the schema fills in.
  const { signature: _same, ...asSigned } = raw as Record<string, unknown>
  if (!canonicalJsonVerifies(unsigned.organisation.did, asSigned, signature)) return refuse('altered')
  const { organisation, people } = unsigned
  if (organisationFault(organisation.name) || !people.every(usable)) return refuse('unusable-name')
  const media = unsigned.media ?? []
  const scenarios = unsigned.scenarios.map((copy) => openCopy(copy, mediaIn(media)))
  if (!mediaFit(media, scenarios)) return refuse('media-unusable')
  return read.data
}

/** @throws EnrolmentRefused when a scenario of the file can't be played */
function openCopy({ id, hash, content }: Enrolment['scenarios'][number], media: MediaTools): Scenario {
  if (sha256(content) !== hash) return refuse('scenario-unusable')
  const { scenario, issues } = openScenario(content, {
    name: `${id}${SCENARIO_SUFFIX}`,
    ending: SCENARIO_SUFFIX,
    media,
    // A packed scenario already contains the parts of its floor.
    floors: () => 'not-there',
  })
  if (!scenario) {
    const errors = issues.filter(({ severity }) => severity === 'error')
    return refuse(errors.every(isOfMediaFile) ? 'media-unusable' : 'scenario-unusable')
  }
  return namesHashes(content, scenario) ? scenario : refuse('media-unusable')
}

/**
 * Writes the organisation's courses into a folder of their own.
 * @returns the folder's name
 */
function writeLibrary(enrolment: Enrolment, dataFolder: string): string {
  const mark = sha256(enrolment.signature).slice(0, 16)
  const name = `library-${mark}`
  mkdirSync(join(dataFolder, name, 'courses'), { recursive: true })
  for (const { id, content } of enrolment.scenarios) {
    writeAtomically(join(dataFolder, name, `${id}${SCENARIO_SUFFIX}`), content)
  }
  if (enrolment.media) {
    const folder = mediaFolder(join(dataFolder, name))
    mkdirSync(folder, { recursive: true })
    for (const { file, content } of enrolment.media) {
      writeAtomically(join(folder, file), Buffer.from(content, 'base64'))
    }
  }
  for (const course of enrolment.courses) {
    writeAtomically(join(dataFolder, name, 'courses', `${course.id}.course.json`), JSON.stringify(course))
  }
  return name
}

export interface Taking {
  readonly db: Database
  readonly dataFolder: string
  readonly organisation: OrganisationStore
  readonly library: Library
  readonly now: string
  readonly by: string | null
  /** Makes further changes to the records in the same transaction. */
  readonly alongside?: () => void
}

/**
 * Makes this installation a device of an organisation, or brings a device up to date with a newer file.
 * @param computer the computer's name and site, as its people call them
 * @throws EnrolmentRefused when this installation belongs to another organisation or is HR's own
 */
export function takeEnrolment(
  enrolment: Enrolment,
  computer: { readonly name: string; readonly site: string | null },
  { db, dataFolder, organisation, library, now, by, alongside }: Taking,
): DeviceState {
  const before = deviceState(db)
  if (organisation.settings().installation === 'hr') return refuse('is-hr')
  if (before && before.organisation.did !== enrolment.organisation.did) return refuse('other-organisation')
  if (before && before.madeAt > enrolment.madeAt) return refuse('older')
  // This is called before anything is written, because it refuses settings that would open closed results.
  organisation.allowed(enrolment.settings)
  const state: DeviceState = {
    organisation: enrolment.organisation,
    exchangeKey: enrolment.exchangeKey,
    madeAt: enrolment.madeAt,
    ...computer,
    library: writeLibrary(enrolment, dataFolder),
  }
  try {
    db.transaction(() => {
      writeSetting(db, DEVICE, JSON.stringify(state))
      const list = keepingStatements(db)
      for (const person of enrolment.people.map(tidyPerson)) {
        if (!isOnTheList(list, person)) addTrainee(list, person, now)
      }
      const { name } = enrolment.organisation
      organisation.change({ ...enrolment.settings, installation: 'device', name }, now, by)
      alongside?.()
    })()
  } catch (error) {
    organisation.takenBack()
    if (state.library !== before?.library) {
      rmSync(join(dataFolder, state.library), { recursive: true, force: true })
    }
    throw error
  }
  library.use(join(dataFolder, state.library))
  return state
}
