import type { Database } from '../libsql'

/** A row of `devices`. */
interface DeviceRow {
  readonly id: string
  readonly name: string
  readonly site: string | null
  readonly enrolled_at: string
  readonly enrolled_by: string | null
  readonly revoked_at: string | null
  readonly last_bundle_at: string | null
}

/** A computer whose bundles are taken. */
export interface Device {
  /** The computer's `did:key`. */
  readonly id: string
  readonly name: string
  readonly site: string | null
  readonly enrolledAt: string
  readonly revokedAt: string | null
  readonly lastBundleAt: string | null
}

const toDevice = (row: DeviceRow): Device => ({
  id: row.id,
  name: row.name,
  site: row.site,
  enrolledAt: row.enrolled_at,
  revokedAt: row.revoked_at,
  lastBundleAt: row.last_bundle_at,
})

/** A row of `device_requests`. */
interface DeviceRequestRow {
  readonly id: string
  readonly name: string
  readonly site: string | null
  readonly seen_at: string
  readonly refused_at: string | null
}

/** A computer that asks to be accepted. */
export interface DeviceRequest {
  /** The computer's `did:key`. */
  readonly id: string
  readonly name: string
  readonly site: string | null
  readonly seenAt: string
}

const toDeviceRequest = (row: DeviceRequestRow): DeviceRequest => ({
  id: row.id,
  name: row.name,
  site: row.site,
  seenAt: row.seen_at,
})

/** Keeps HR's list of computers, and of those that ask to be on it. */
export class Devices {
  constructor(private readonly db: Pick<Database, 'prepare'>) {}

  /** Returns all computers, by name. */
  all(): Device[] {
    return this.db.prepare('SELECT * FROM devices ORDER BY name, id').all<DeviceRow>().map(toDevice)
  }

  one(id: string): Device | undefined {
    const row = this.db.prepare('SELECT * FROM devices WHERE id = ?').get<DeviceRow>(id)
    return row && toDevice(row)
  }

  /** Returns the requests, oldest first, without those that were refused. */
  requests(): DeviceRequest[] {
    return this.db
      .prepare('SELECT * FROM device_requests WHERE refused_at IS NULL ORDER BY seen_at, id')
      .all<DeviceRequestRow>()
      .map(toDeviceRequest)
  }

  request(id: string): DeviceRequest | undefined {
    const row = this.db.prepare('SELECT * FROM device_requests WHERE id = ?').get<DeviceRequestRow>(id)
    return row && toDeviceRequest(row)
  }

  /** Notes that a computer asks. If it has asked before, it keeps its place, and a refusal stays. */
  ask({ id, name, site, seenAt }: DeviceRequest): void {
    this.db
      .prepare(
        `INSERT INTO device_requests (id, name, site, seen_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, site = excluded.site`,
      )
      .run(id, name, site, seenAt)
  }

  /** Puts a computer on the list, or back on it, and removes its request. Call it inside a transaction. */
  accept(device: Pick<Device, 'id' | 'name' | 'site'>, at: string, by: string): void {
    this.db
      .prepare(
        `INSERT INTO devices (id, name, site, enrolled_at, enrolled_by) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET revoked_at = NULL, enrolled_at = excluded.enrolled_at, enrolled_by = excluded.enrolled_by`,
      )
      .run(device.id, device.name, device.site, at, by)
    this.db.prepare('DELETE FROM device_requests WHERE id = ?').run(device.id)
  }

  refuse(id: string, at: string): void {
    this.db.prepare('UPDATE device_requests SET refused_at = ? WHERE id = ?').run(at, id)
  }

  /** Shows refused requests again. */
  forgetRefusals(): void {
    this.db.prepare('UPDATE device_requests SET refused_at = NULL').run()
  }

  revoke(id: string, at: string): void {
    this.db.prepare('UPDATE devices SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL').run(at, id)
  }

  /** Notes when a computer made its bundle, and the name that it gives itself. An older bundle changes nothing. */
  bundleCame({ id, name, site }: Pick<Device, 'id' | 'name' | 'site'>, madeAt: string): void {
    this.db
      .prepare(
        `UPDATE devices SET last_bundle_at = ?, name = ?, site = ?
         WHERE id = ? AND (last_bundle_at IS NULL OR last_bundle_at <= ?)`,
      )
      .run(madeAt, name, site, id, madeAt)
  }
}
