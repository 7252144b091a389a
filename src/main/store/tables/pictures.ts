import { createHash } from 'node:crypto'
import type { Database } from '../libsql'

export interface Picture {
  readonly type: 'image/png' | 'image/jpeg'
  readonly bytes: Uint8Array
}

/** Returns a picture as a data URL. */
export const dataAddress = ({ type, bytes }: Picture): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`

/** Matches a picture in a credential, and its placeholder in the database. */
const CARRIED = /"id":"data:(image\/png|image\/jpeg);base64,([A-Za-z0-9+/=]+)"/g
const KEPT = /"id":"picture:([0-9a-f]{64})"/g

/** Keeps the pictures of certificates, each once, however many certificates use it. */
export class Pictures {
  constructor(private readonly db: Database) {}

  /** @returns the SHA-256 of its bytes */
  keep({ type, bytes }: Picture): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    this.db
      .prepare('INSERT INTO pictures (sha256, type, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      .run(sha256, type, Buffer.from(bytes))
    return sha256
  }

  /** Returns a picture by the SHA-256 of its bytes. */
  picture(sha256: string): Picture | undefined {
    const row = this.db
      .prepare('SELECT type, bytes FROM pictures WHERE sha256 = ?')
      .get<{ type: Picture['type']; bytes: Uint8Array }>(sha256)
    return row && { type: row.type, bytes: new Uint8Array(row.bytes) }
  }

  /** Replaces the pictures of a signed credential by their hashes, for storing it in a row. */
  withoutPictures(document: string): string {
    return document.replaceAll(CARRIED, (_, type: Picture['type'], packed: string) => {
      const bytes = new Uint8Array(Buffer.from(packed, 'base64'))
      return `"id":"picture:${this.keep({ type, bytes })}"`
    })
  }

  /** Restores the credential as it was signed, byte for byte. */
  withPictures(kept: string): string {
    return kept.replaceAll(KEPT, (whole, sha256: string) => {
      const picture = this.picture(sha256)
      return picture ? `"id":"${dataAddress(picture)}"` : whole
    })
  }
}
