import { createHash } from 'node:crypto'
import type { Course } from '../../../domain/course'
import {
  certificateSchema,
  earliestPassedDay,
  freeStatusPlace,
  type Certificate,
} from '../../../domain/credentials'
import type { RecordFilter } from '../../../domain/records/filter'
import { localDay, startOfLocalDay } from '../../local-day'
import { audit } from './audit'
import { certificateListCondition, certifiedCondition, type CredentialQuery } from '../certificate-status'
import type { Database } from '../libsql'
import { Pictures } from './pictures'

/** The reason of revocation of a certificate that was replaced by another one. */
export const SUPERSEDED = 'superseded'

export interface StoredCredential {
  readonly certificate: Certificate
  readonly personId: string
  readonly round: number
  /** The signed Open Badge as JSON, and the token of the QR code; `null` until they are signed. */
  readonly document: string | null
  readonly token: string | null
  readonly replaces: string | null
  readonly revokedAt: string | null
  /** The calendar day of the revocation, YYYY-MM-DD, on the computer that revoked it. */
  readonly revokedOn: string | null
  readonly revokedReason: string | null
}

/** A certificate in the list, with what is said of the person who holds it. */
export type ListedCredential = StoredCredential & {
  readonly personNumber: string
  readonly holderLeft: boolean
}

/** A person who passed a round and was never given its certificate. */
export interface Candidate {
  readonly personId: string
  readonly course: string
}

export interface BegunRound {
  readonly number: number
  /** ISO 8601. */
  readonly begunAt: string
}

/**
 * Returns a condition for a certificate `c` of a round that was begun at a time, and not of an earlier round with the
 * same number. Numbers begin again where all attempts were deleted by their age. The days leave room for clocks that
 * differ.
 */
export const isOfRound = (begunAt: string): string => `julianday(c.issued_at) > julianday(${begunAt}) - 20`

/** Tells whether a course gives a certificate, and for how many months it is valid. */
export type Validity = Pick<Course, 'id' | 'certificate'>

/** A row of `credentials`. */
export interface CredentialRow {
  readonly id: string
  readonly person_id: string
  readonly course: string
  readonly course_version: string
  readonly round: number
  /** JSON with everything that the certificate says. */
  readonly payload: string
  readonly issued_at: string
  readonly valid_until: string
  readonly document: string | null
  readonly token: string | null
  readonly replaces: string | null
  readonly revoked_at: string | null
  readonly revoked_by: string | null
  readonly revoked_reason: string | null
  readonly revoked_on: string | null
  readonly status_index: number | null
}
type Value = string | number

const PAGE = 200

/** A certificate that was revoked before days were stored gets the UTC day of its revocation. */
export const revokedOn = (row: Pick<CredentialRow, 'revoked_on' | 'revoked_at'>): string | null =>
  row.revoked_on ?? row.revoked_at?.slice(0, 10) ?? null

const toCredential = (row: CredentialRow): StoredCredential => ({
  certificate: JSON.parse(row.payload) as Certificate,
  personId: row.person_id,
  round: row.round,
  document: row.document,
  token: row.token,
  replaces: row.replaces,
  revokedAt: row.revoked_at,
  revokedOn: revokedOn(row),
  revokedReason: row.revoked_reason,
})

/** Keeps the rows of `credentials`. Call its writing methods in the transaction of the change that causes them. */
export class CredentialStore {
  readonly #pictures: Pictures

  constructor(private readonly db: Database) {
    this.#pictures = new Pictures(db)
  }

  /** Adds the signed credential with its pictures, which a page of many certificates leaves out. */
  #whole(row: CredentialRow): StoredCredential {
    const found = toCredential(row)
    return found.document === null
      ? found
      : { ...found, document: this.#pictures.withPictures(found.document) }
  }

  /**
   * Writes a new certificate. Call it inside a transaction.
   * @param by who issued it; `null` when the passed round itself did
   */
  insert(
    credential: Omit<StoredCredential, 'document' | 'token' | 'revokedAt' | 'revokedOn' | 'revokedReason'>,
    by: string | null,
  ): void {
    const { certificate: c, personId, round, replaces } = credential
    this.db
      .prepare(
        `INSERT INTO credentials
           (id, person_id, course, course_version, round, payload, issued_at, valid_until, replaces, status_index)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        c.id,
        personId,
        c.course,
        c.courseVersion,
        round,
        JSON.stringify(c),
        c.issuedAt,
        c.validUntil,
        replaces,
        c.statusIndex ?? null,
      )
    audit(this.db, c.issuedAt, by ?? personId, 'credential-issued', {
      id: c.id,
      course: c.course,
      person: personId,
      ...(replaces === null ? {} : { replaces }),
    })
  }

  /** Revokes a certificate. Call it inside a transaction. */
  revoke(credential: StoredCredential, by: string, moment: Date, reason: string): void {
    const { certificate } = credential
    const at = moment.toISOString()
    this.db
      .prepare(
        'UPDATE credentials SET revoked_at = ?, revoked_on = ?, revoked_by = ?, revoked_reason = ? WHERE id = ?',
      )
      .run(at, localDay(moment), by, reason, certificate.id)
    audit(this.db, at, by, 'credential-revoked', {
      id: certificate.id,
      superseded: reason === SUPERSEDED,
    })
  }

  credential(id: string): StoredCredential | undefined {
    const row = this.db.prepare('SELECT * FROM credentials WHERE id = ?').get<CredentialRow>(id)
    return row && this.#whole(row)
  }

  /** Tells whether a certificate was ever issued for a round. Revoked certificates count. */
  wasIssued(personId: string, course: string, round: BegunRound): boolean {
    const sql = `SELECT 1 AS yes FROM credentials c
      WHERE person_id = ? AND course = ? AND round = ? AND ${isOfRound('?')}`
    return this.db.prepare(sql).get(personId, course, round.number, round.begunAt) !== undefined
  }

  /** Tells whether the round of this certificate has another one that is not revoked. */
  hasOther(credential: StoredCredential): boolean {
    const { personId, certificate, round } = credential
    const sql = `SELECT 1 AS yes FROM credentials
      WHERE person_id = ? AND course = ? AND round = ? AND revoked_at IS NULL AND id <> ?`
    return this.db.prepare(sql).get(personId, certificate.course, round, certificate.id) !== undefined
  }

  /**
   * Returns certificates that wait for their signature, with ids after `after`. If a payload can't be read, only the id
   * is returned.
   */
  unsigned(after: string): { id: string; certificate: Certificate | undefined }[] {
    const rows = this.db
      .prepare(
        `SELECT id, payload FROM credentials WHERE document IS NULL AND revoked_at IS NULL AND id > ? ORDER BY id LIMIT ?`,
      )
      .all<{ id: string; payload: string }>(after, PAGE)
    return rows.map(({ id, payload }) => ({
      id,
      certificate: certificateSchema.safeParse(JSON.parse(payload)).data,
    }))
  }

  /** Stores a signature. An existing one stays. */
  keepSignature(id: string, document: string, token: string): void {
    this.db
      .prepare('UPDATE credentials SET document = ?, token = ? WHERE id = ? AND document IS NULL')
      .run(this.#pictures.withoutPictures(document), token, id)
  }

  count(query: CredentialQuery): number {
    const { where, params } = certificateListCondition(query)
    const row = this.db
      .prepare(
        `SELECT count(*) AS n FROM credentials c JOIN people p ON p.id = c.person_id
         JOIN standings s ON s.person_id = c.person_id AND s.course = c.course WHERE ${where}`,
      )
      .get<{ n: number }>(...params)!
    return row.n
  }

  /** Returns a page of certificates, newest first. */
  page(query: CredentialQuery, offset: number, limit: number): ListedCredential[] {
    const { where, params } = certificateListCondition(query)
    const rows = this.db
      .prepare(
        `SELECT c.*, p.number AS person_number, p.left_at IS NOT NULL AS holder_left FROM credentials c JOIN people p ON p.id = c.person_id
         JOIN standings s ON s.person_id = c.person_id AND s.course = c.course WHERE ${where}
         ORDER BY ${query.byDay ? 'substr(c.issued_at, 1, 10)' : 'c.issued_at'} DESC, c.id LIMIT ? OFFSET ?`,
      )
      .all<CredentialRow & { readonly person_number: string; readonly holder_left: number }>(
        ...params,
        limit,
        offset,
      )
    return rows.map((row) => ({
      ...toCredential(row),
      personNumber: row.person_number,
      holderLeft: row.holder_left === 1,
    }))
  }

  #inForce(query: CredentialQuery): { from: string; params: Value[] } {
    const { where, params } = certificateListCondition({ ...query, status: null })
    return {
      from: `FROM credentials c JOIN people p ON p.id = c.person_id
        JOIN standings s ON s.person_id = c.person_id AND s.course = c.course
        WHERE ${where} AND c.revoked_at IS NULL AND c.valid_until > ? AND c.document IS NOT NULL`,
      params: [...params, query.now],
    }
  }

  countInForce(query: CredentialQuery): number {
    const { from, params } = this.#inForce(query)
    return this.db.prepare(`SELECT count(*) AS n ${from}`).get<{ n: number }>(...params)!.n
  }

  /** Returns the signed certificates in force that match, whatever status the query names; a page of them at a time. */
  *inForce(query: CredentialQuery): Generator<StoredCredential> {
    const { from, params } = this.#inForce(query)
    const statement = this.db.prepare(`SELECT c.* ${from} AND c.id > ? ORDER BY c.id LIMIT ?`)
    for (let after = ''; ;) {
      const rows = statement.all<CredentialRow>(...params, after, PAGE)
      for (const row of rows) yield this.#whole(row)
      if (rows.length < PAGE) return
      after = rows[rows.length - 1]!.id
    }
  }

  /** Selects the passed rounds whose certificate would still be valid today and was never issued. */
  #candidates(
    filter: RecordFilter,
    now: string,
    courses: readonly Validity[],
  ): { from: string; params: Value[] } {
    const { where, params } = certifiedCondition(filter, now)
    const given = courses.flatMap(({ id, certificate }) =>
      certificate ? [{ id, validMonths: certificate.validMonths }] : [],
    )
    // SQLite counts months otherwise than `validUntil`, which goes by the local day of passing.
    const since = (months: number) => startOfLocalDay(earliestPassedDay(now, months))
    const current = given.map(() => '(s.course = ? AND s.passed_at >= ?)')
    return {
      from: `FROM standings s JOIN people p ON p.id = s.person_id
        WHERE (${where}) AND s.status = 'complete' AND (${current.join(' OR ') || 'FALSE'}) AND NOT EXISTS (
          SELECT 1 FROM credentials c WHERE c.person_id = s.person_id AND c.course = s.course AND c.round = s.round
            AND ${isOfRound('s.started_at')})`,
      params: [...params, ...given.flatMap(({ id, validMonths }) => [id, since(validMonths)])],
    }
  }

  /** Counts the people who wait for a certificate, and gives a hash that identifies exactly these. */
  waiting(filter: RecordFilter, now: string, courses: readonly Validity[]): { n: number; seen: string } {
    const hash = createHash('sha256')
    let n = 0
    for (const { personId, course } of this.candidates(filter, now, courses)) {
      hash.update(`${personId} ${course}\n`)
      n += 1
    }
    return { n, seen: hash.digest('hex') }
  }

  /**
   * Finds people who passed a round and never got its certificate. Reads page by page, because rows may be written
   * meanwhile.
   * @param beyondAscii only people whose names hold characters outside ASCII
   */
  *candidates(
    filter: RecordFilter,
    now: string,
    courses: readonly Validity[],
    beyondAscii = false,
  ): Generator<Candidate> {
    const { from, params } = this.#candidates(filter, now, courses)
    const letters = beyondAscii ? `AND p.name GLOB '*[^ -~]*'` : ''
    const statement = this.db.prepare(
      `SELECT s.person_id, s.course ${from} ${letters} AND (s.person_id, s.course) > (?, ?) ORDER BY s.person_id, s.course LIMIT ?`,
    )
    for (let after = ['', '']; ;) {
      const rows = statement.all<Pick<CredentialRow, 'person_id' | 'course'>>(...params, ...after, PAGE)
      for (const row of rows) yield { personId: row.person_id, course: row.course }
      if (rows.length < PAGE) return
      const last = rows[rows.length - 1]!
      after = [last.person_id, last.course]
    }
  }

  /** Finds a place in the published list that no certificate has or had. Call it inside a transaction. */
  freeStatusPlace(random: () => Uint8Array): number {
    const { given } = this.db
      .prepare(
        `SELECT (SELECT count(*) FROM credentials WHERE status_index IS NOT NULL)
          + (SELECT count(*) FROM spent_status_places) AS given`,
      )
      .get<{ given: number }>()!
    const taken = this.db.prepare(
      `SELECT 1 AS yes FROM credentials WHERE status_index = ?
       UNION ALL SELECT 1 FROM spent_status_places WHERE status_index = ?`,
    )
    return freeStatusPlace(given, (place) => taken.get(place, place) !== undefined, random)
  }

  /** Returns the places of revoked certificates in the published list, and the highest place that was given out. */
  statusPlaces(): { revoked: number[]; highest: number } {
    const rows = this.db
      .prepare(
        `SELECT status_index, revoked_at IS NOT NULL AS revoked FROM credentials WHERE status_index IS NOT NULL
         UNION ALL SELECT status_index, revoked FROM spent_status_places`,
      )
      .all<{ status_index: number; revoked: number }>()
    return {
      revoked: rows.filter(({ revoked }) => revoked === 1).map(({ status_index }) => status_index),
      highest: rows.reduce((most, { status_index }) => Math.max(most, status_index), 0),
    }
  }
}

/** Returns the id of the person who holds a certificate. */
export const holderOf = (db: Pick<Database, 'prepare'>, id: string): string | undefined =>
  db.prepare('SELECT person_id FROM credentials WHERE id = ?').get<Pick<CredentialRow, 'person_id'>>(id)
    ?.person_id

/** Counts all certificates, including revoked and expired ones. */
export const countCredentials = (db: Pick<Database, 'prepare'>): number =>
  db.prepare('SELECT count(*) AS n FROM credentials').get<{ n: number }>()!.n

/** Returns the rounds for which somebody got a certificate, including revoked and expired ones. */
export const certifiedRoundsOf = (
  db: Pick<Database, 'prepare'>,
  person: string,
): Pick<CredentialRow, 'course' | 'round'>[] =>
  db
    .prepare('SELECT course, round FROM credentials WHERE person_id = ?')
    .all<Pick<CredentialRow, 'course' | 'round'>>(person)
