import { randomBytes } from 'node:crypto'
import type { Database } from '../store/libsql'
import { currentRecoveryCode, replaceRecoveryCode } from '../store/tables/recovery-codes'
import { hashSecret, verifySecret } from './hash'

/** Crockford's digits. None of them is mistaken for another when it is read from paper. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Draws a code in groups of four digits with 20 bits each. */
export function readableCode(groups: number): string {
  const digits = [...randomBytes(groups * 4)].map((byte) => DIGITS[byte % DIGITS.length]!)
  return Array.from({ length: groups }, (_, i) => digits.slice(i * 4, i * 4 + 4).join('')).join('-')
}

/**
 * Normalises a code that somebody typed from paper: small letters, O for 0, I and L for 1, with or without the dashes.
 */
export const normalCode = (written: string): string =>
  written.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')

/** Keeps the printed code of the last administrator. Only one code is valid at a time, and it works once. */
export class Recovery {
  constructor(private readonly db: Database) {}

  /** Returns the time at which the valid code was made. */
  madeAt(): string | undefined {
    return currentRecoveryCode(this.db)?.madeAt
  }

  /** Makes a new code, which is shown only now. Its `save` replaces the earlier code; call it inside a transaction. */
  async make(): Promise<{ readonly code: string; save(id: string, at: string, by: string): void }> {
    const code = readableCode(6)
    const hash = await hashSecret(normalCode(code))
    return {
      code,
      save: (id, at, by) => replaceRecoveryCode(this.db, { id, hash, at, by }),
    }
  }

  async fits(written: string): Promise<boolean> {
    return verifySecret(normalCode(written), currentRecoveryCode(this.db)?.hash)
  }
}
