import { randomBytes } from 'node:crypto'
import type { Database } from '../store/libsql'
import { currentRecoveryCode, replaceRecoveryCode } from '../store/tables/recovery-codes'
import { hashSecret, verifySecret } from './hash'

/** Crockford's digits: none that is taken for another when it is read from paper. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Groups of four digits, 20 bits each. */
export function readableCode(groups: number): string {
  const digits = [...randomBytes(groups * 4)].map((byte) => DIGITS[byte % DIGITS.length]!)
  return Array.from({ length: groups }, (_, i) => digits.slice(i * 4, i * 4 + 4).join('')).join('-')
}

/** What somebody types from paper: small letters, O for 0, I and L for 1, with or without the dashes. */
export const normalCode = (written: string): string =>
  written.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')

/** The printed code of the last administrator: one is good at a time, and good once. */
export class Recovery {
  constructor(private readonly db: Database) {}

  /** When the code that is good now was made. */
  madeAt(): string | undefined {
    return currentRecoveryCode(this.db)?.madeAt
  }

  /** Makes a new code, which is shown only now; `save` puts it in place of the one before, inside a transaction of the caller. */
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
