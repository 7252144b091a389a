import type { BundleReason } from '../../../domain/records'

/** A row of `devices`: a computer whose bundles are taken. */
export interface DeviceRow {
  /** Its `did:key`. */
  readonly id: string
  readonly name: string
  readonly site: string | null
  readonly enrolled_at: string
  readonly enrolled_by: string | null
  readonly revoked_at: string | null
  readonly last_bundle_at: string | null
}

/** A row of `bundles`: a file that came, and what became of it. */
export interface BundleRow {
  readonly hash: string
  readonly device_id: string | null
  readonly number: number | null
  readonly file: string
  readonly seen_at: string
  readonly outcome: string
  readonly reason: BundleReason | null
  readonly attempts: number
}
