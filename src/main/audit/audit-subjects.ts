import type { Act } from '../../domain/records'
import type { Localized } from '../../domain/scenario/schema'
import type { Library } from '../library/library'
import type { AuditLine } from '../store/audit-pages'
import { personOnDevice } from '../store/device-people'
import type { Database } from '../store/libsql'
import { courseOfRule } from '../store/tables/assignment-rules'
import { holderOf } from '../store/tables/credentials'
import { Devices } from '../store/tables/devices'
import { bundlePerson } from '../store/tables/people'

export type Kind = 'person' | 'course' | 'certificate' | 'device'

/** The person or thing behind an id in the details of an entry, with its present name. */
export interface Named {
  readonly kind: Kind
  readonly id: string
  /** `null` if it was erased or is not known here. The name of a certificate is its id, which is its number. */
  readonly name: string | Localized | null
  /** A person's employee number. */
  readonly number: string | null
}

const ABOUT_CERTIFICATES: readonly string[] = [
  'credential-issued',
  'credential-revoked',
  'certificate-saved',
] satisfies Act[]

type Detail = Readonly<Record<string, unknown>>

function detailOf(text: string): Detail {
  try {
    const detail: unknown = JSON.parse(text)
    return typeof detail === 'object' && detail !== null ? (detail as Detail) : {}
  } catch {
    // Another check reports that the log was changed; the entry is still shown as it stands.
    return {}
  }
}

/**
 * Finds the names of the people, courses, certificates and computers in the details of an audit entry. The log itself
 * holds only ids and is not touched. No name tells a person's result, so that the names may also be shown in
 * pseudonymous mode, where HR sees who has completed what and who holds a certificate.
 */
export class AuditSubjects {
  readonly #known = new Map<string, Named>()

  constructor(
    private readonly db: Database,
    private readonly library: Pick<Library, 'course'>,
  ) {}

  of({ act, detail: text }: Pick<AuditLine, 'act' | 'detail'>): Named[] {
    const detail = detailOf(text)
    const named: Named[] = []
    const add = (kind: Kind, id: unknown) => {
      if (typeof id === 'string') named.push(this.#named(kind, id))
    }
    if (ABOUT_CERTIFICATES.includes(act)) {
      add('certificate', detail['id'])
      if (detail['person'] === undefined) add('person', this.#holder(detail['id']))
    }
    add('course', detail['course'] ?? this.#courseOfRule(detail['rule']))
    add('person', detail['person'] ?? this.#personOnDevice(detail['device'], detail['devicePerson']))
    // On an enrolled computer, `device` is this computer, which has no row.
    if (act !== ('enrolled' satisfies Act)) add('device', detail['device'])
    const courses = (detail['filter'] as Detail | null | undefined)?.['courses']
    if (Array.isArray(courses)) for (const id of courses) add('course', id)
    return named
  }

  #named(kind: Kind, id: string): Named {
    const key = `${kind} ${id}`
    const known = this.#known.get(key) ?? { kind, id, ...this.#look(kind, id) }
    this.#known.set(key, known)
    return known
  }

  #look(kind: Kind, id: string): Pick<Named, 'name' | 'number'> {
    switch (kind) {
      case 'person': {
        const person = bundlePerson(this.db, id)
        return { name: person?.name ?? null, number: person?.number ?? null }
      }
      case 'course':
        return { name: this.library.course(id)?.title ?? null, number: null }
      case 'certificate':
        return { name: this.#holder(id) === undefined ? null : id, number: null }
      case 'device': {
        const devices = new Devices(this.db)
        return { name: (devices.one(id) ?? devices.request(id))?.name ?? null, number: null }
      }
    }
  }

  #holder(certificate: unknown): string | undefined {
    return typeof certificate === 'string' ? holderOf(this.db, certificate) : undefined
  }

  #courseOfRule(rule: unknown): string | undefined {
    return typeof rule === 'string' ? courseOfRule(this.db, rule) : undefined
  }

  #personOnDevice(device: unknown, id: unknown): unknown {
    if (typeof device !== 'string' || typeof id !== 'string') return undefined
    // An unknown device or person is shown by its id.
    return personOnDevice(this.db, device, id) ?? id
  }
}
