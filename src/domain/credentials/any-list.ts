import { signatureHolds } from './integrity'
import { readRevocations } from './revocations'
import { readStatusList } from './status-list'
import type { Revocation, StatusPlace } from './verdict'

/** A list of revoked certificates in either form, as somebody without a network is given it. */
export interface AnyList {
  readonly iss: string
  /** When it was made; what was revoked later is not in it. ISO 8601. */
  readonly at: string
  /** Address of a published list; `null` for the one that is handed on. */
  readonly address: string | null
  /** @param place of the certificate in the published list, where it tells one */
  revocation(id: string, place: StatusPlace | null): Revocation | undefined
  /** Whether the list can tell about a certificate: a published list knows only certificates that name it. */
  covers(place: StatusPlace | null): boolean
}

/**
 * Reads `revocations.json`, or a published list of revoked certificates.
 * @returns `undefined` when it is neither, or was altered
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
