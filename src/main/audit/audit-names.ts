import type { Act } from '../../domain/records'
import type { Localized } from '../../domain/scenario/schema'
import type { Library } from '../library/library'
import type { AuditLine } from './audit-log'
import type { Database } from '../store/libsql'

export type Kind = 'person' | 'course' | 'certificate' | 'device'

/** What an id in the details of an entry means today. */
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
        const { name, number } = this.#row('SELECT name, number FROM people WHERE id = ?', id)
        return { name: name ?? null, number: number ?? null }
      }
      case 'course':
        return { name: this.library.course(id)?.title ?? null, number: null }
      case 'certificate':
        return { name: this.#holder(id) === undefined ? null : id, number: null }
      case 'device': {
        const sql = `SELECT name FROM devices WHERE id = ?
          UNION ALL SELECT name FROM device_requests WHERE id = ? LIMIT 1`
        return { name: this.#row(sql, id, id)['name'] ?? null, number: null }
      }
    }
  }

  #holder(certificate: unknown): string | undefined {
    return this.#row('SELECT person_id FROM credentials WHERE id = ?', certificate)['person_id']
  }

  #courseOfRule(rule: unknown): string | undefined {
    return this.#row('SELECT course FROM assignment_rules WHERE id = ?', rule)['course']
  }

  #personOnDevice(device: unknown, id: unknown): unknown {
    if (typeof device !== 'string' || typeof id !== 'string') return undefined
    const sql = 'SELECT person_id FROM device_people WHERE device_id = ? AND device_person = ?'
    // One that is not known shows as such.
    return this.#row(sql, device, id)['person_id'] ?? id
  }

  #row(sql: string, ...ids: unknown[]): Readonly<Record<string, string | undefined>> {
    if (!ids.every((id) => typeof id === 'string')) return {}
    return this.db.prepare(sql).get<Record<string, string>>(...ids) ?? {}
  }
}
