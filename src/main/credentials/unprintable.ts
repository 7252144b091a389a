import { createHash } from 'node:crypto'
import { unprintableParts, type Unprintable } from '../../domain/credentials'
import type { Course } from '../../domain/course'
import type { RecordFilter } from '../../domain/records'
import type { Person, LocalRecords } from '../store/records'
import type { CredentialStore } from '../store/tables/credentials'
import type { OrganisationStore } from '../people/organisation'
import type { Library } from '../library/library'
import type { IssuerProfiles } from './issuer-profile'

/** An earned certificate that waits because the bundled fonts can't print all of its characters. */
export interface UnprintableCertificate {
  /** `null` if the problem is the same for everybody who passed the course. */
  readonly person: { readonly id: string; readonly name: string; readonly number: string } | null
  readonly course: string
  readonly parts: readonly Unprintable[]
}

const MOST_TOLD = 50

export interface UnprintableNeeds {
  readonly organisation: Pick<OrganisationStore, 'name'>
  readonly issuerProfiles: Pick<IssuerProfiles, 'profile'>
  readonly library: Pick<Library, 'courses'>
  readonly credentials: Pick<CredentialStore, 'waiting' | 'candidates'>
  readonly store: Pick<LocalRecords, 'person'>
}

/** Finds the parts of a course's certificates that can't be printed on anybody's. */
function common(
  { organisation, issuerProfiles }: Pick<UnprintableNeeds, 'organisation' | 'issuerProfiles'>,
  course: Course,
): Unprintable[] {
  return unprintableParts({
    personName: '',
    organisation: organisation.name() ?? '',
    title: Object.values(course.certificate?.title ?? {}).join(' '),
    profile: issuerProfiles.profile(),
  })
}

/** Tells whether this person's certificate of this course waits because a text of it can't be printed. */
export const isUnprintable = (parts: UnprintableNeeds, person: Person, course: Course): boolean =>
  course.certificate !== undefined && (common(parts, course).length > 0 || nameOf(person.name).length > 0)

const nameOf = (personName: string) => unprintableParts({ personName, organisation: '', title: '' })

/**
 * Finds the earned certificates of a filter that can't be printed before a text is corrected.
 * @returns their number, the first few with what is wrong, and a hash that identifies exactly these
 */
export function unprintableCertificates(
  parts: UnprintableNeeds,
  filter: RecordFilter,
  now: string,
): { readonly count: number; readonly first: readonly UnprintableCertificate[]; readonly seen: string } {
  const { library, credentials, store } = parts
  const seen = createHash('sha256')
  const first: UnprintableCertificate[] = []
  let count = 0
  const printable: Course[] = []
  for (const course of library.courses) {
    const wrong = common(parts, course)
    if (wrong.length === 0) {
      printable.push(course)
      continue
    }
    const all = credentials.waiting(filter, now, [course])
    seen.update(all.seen)
    count += all.n
    if (all.n > 0) first.push({ person: null, course: course.id, parts: wrong })
  }
  for (const { personId, course } of credentials.candidates(filter, now, printable, true)) {
    const person = store.person(personId)
    const wrong = person ? nameOf(person.name) : []
    if (!person || wrong.length === 0) continue
    const { id, name, number } = person
    seen.update(`${id} ${course}\n`)
    count += 1
    if (first.length < MOST_TOLD) first.push({ person: { id, name, number }, course, parts: wrong })
  }
  return { count, first, seen: seen.digest('hex') }
}
