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

/** The person or thing behind an id in the details of an entry, as it is called today. */
export interface Named {
  readonly kind: Kind
  readonly id: string
  /** `null` for what was erased or is not known here. A certificate is called by its id, which is its number. */
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
    // Whoever changed the log is told of elsewhere; the entry still shows as it stands.
    return {}
  }
}

/**
 * Names what the details of an entry of the audit log point at: people, courses, certificates, computers. The log
 * itself holds ids alone and is not touched. No result of a person is among the names, so that they hold in
 * pseudonymous mode as well, where HR sees who has completed what and who holds a certificate.
 */
export class AuditNames {
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
    // On an enrolled computer `device` is this one, which has no row.
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
    // One that is not known shows as such.
    return personOnDevice(this.db, device, id) ?? id
  }
}
