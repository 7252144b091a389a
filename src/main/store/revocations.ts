import { CERTIFICATE_ID } from '../../domain/credentials'
import { localDay } from '../local-day'
import { readableJson } from './filter-sql'
import type { Database } from './libsql'
import { revokedOn, SUPERSEDED, type CredentialRow } from './tables/credentials'

type Statements = Pick<Database, 'prepare'>

/** A revoked certificate, without a name and a reason. */
export interface KnownRevocation {
  readonly id: string
  /** ISO 8601. */
  readonly at: string
  /** The calendar day of the revocation, YYYY-MM-DD, on the computer that revoked it. */
  readonly on: string
  readonly superseded: boolean
}

type KeptRow = Pick<CredentialRow, 'id' | 'revoked_at' | 'revoked_on' | 'revoked_reason'>
const KEPT = 'SELECT id, revoked_at, revoked_on, revoked_reason FROM credentials'

const toRevocation = (row: KeptRow): KnownRevocation => ({
  id: row.id,
  at: row.revoked_at!,
  on: revokedOn(row)!,
  superseded: row.revoked_reason === SUPERSEDED,
})

const ID = `(${readableJson('a.detail')} ->> '$.id')`

/**
 * Returns the revocations of certificates that are no longer in the records, because their person was erased. They
 * could still be shown to somebody, so they stay revoked. The audit log has kept them, without a name.
 */
const ofErased = (db: Statements): KnownRevocation[] =>
  db
    .prepare(
      `SELECT ${ID} AS id, a.at, (${readableJson('a.detail')} ->> '$.superseded') AS superseded
       FROM audit a WHERE a.act = 'credential-revoked' AND ${ID} NOT IN (SELECT id FROM credentials)`,
    )
    .all<{ id: string; at: string; superseded: number | null }>()
    .filter(({ id }) => CERTIFICATE_ID.test(id))
    .map(({ id, at, superseded }) => ({ id, at, on: localDay(new Date(at)), superseded: superseded === 1 }))

/** Returns every revoked certificate, for the list that goes to people who verify offline. */
export const revocations = (db: Statements): KnownRevocation[] =>
  [
    ...db.prepare(`${KEPT} WHERE revoked_at IS NOT NULL`).all<KeptRow>().map(toRevocation),
    ...ofErased(db),
  ].sort((a, b) => (a.id < b.id ? -1 : 1))

/** Returns the revocation of one certificate; `undefined` if it was not revoked here. */
export function revocationOf(db: Statements, id: string): KnownRevocation | undefined {
  const kept = db.prepare(`${KEPT} WHERE id = ?`).get<KeptRow>(id)
  if (!kept) return ofErased(db).find((one) => one.id === id)
  return kept.revoked_at === null ? undefined : toRevocation(kept)
}
