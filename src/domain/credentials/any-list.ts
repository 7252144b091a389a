import { signatureHolds } from './integrity'
import { readRevocations } from './revocations'
import { readStatusList } from './status-list'
import type { Revocation, StatusPlace } from './verdict'

/** A list of revoked certificates in either form, for readers who may have no network. */
export interface AnyList {
  readonly iss: string
  /** The time at which the list was made, ISO 8601. Later revocations are not in it. */
  readonly at: string
  /** The address of a published list; `null` for a list that is handed on as a file. */
  readonly address: string | null
  /**
   * Returns the revocation of a certificate; `undefined` if the list does not revoke it.
   * @param id the certificate's id, by which a list that is handed on knows it
   * @param place the certificate's place in the published list, if it names one
   */
  revocation(id: string, place: StatusPlace | null): Revocation | undefined
  /** Returns true if the list can tell about a certificate. A published list knows only certificates that name it. */
  covers(place: StatusPlace | null): boolean
}

/**
 * Reads `revocations.json`, or a published list of revoked certificates, and checks its signature.
 * @returns `undefined` for a text that is neither, or that was altered
 */
export async function readAnyList(text: string): Promise<AnyList | undefined> {
  const revocations = await readRevocations(text, signatureHolds)
  if (revocations) {
    const { iss, at, revoked } = revocations
    const byId = new Map(revoked.map((entry) => [entry.id, entry]))
    return {
      iss,
      at,
      address: null,
      covers: () => true,
      revocation: (id) => {
        const found = byId.get(id)
        return found && { at: found.at, on: found.on ?? found.at.slice(0, 10), superseded: found.superseded }
      },
    }
  }
  const published = await readStatusList(text)
  if (!published) return undefined
  const { iss, at, address } = published
  const covers = (place: StatusPlace | null): place is StatusPlace => place?.list === address
  return {
    iss,
    at,
    address,
    covers,
    revocation: (_id, place) =>
      covers(place) && published.isRevoked(place.index)
        ? { at: null, on: null, superseded: false }
        : undefined,
  }
}
