import { join } from 'node:path'
import { Library } from '../../src/main/library/library'
import { databasePath, openDatabase } from '../../src/main/store/database'
import { databaseKey } from '../../src/main/keys/database-key'
import { openEncrypted, type Database } from '../../src/main/store/libsql'
import type { Keychain } from '../../src/main/keys/secret-file'
import { fillRecords } from '../bench/fill'
import { ROOT } from './launch'

const NO_KEYCHAIN: Keychain = {
  isEncryptionAvailable: () => false,
  encryptString: () => Buffer.of(),
  decryptString: () => '',
}

const keyIn = (records: string) => databaseKey(join(records, 'records.key'), NO_KEYCHAIN).key

/**
 * Puts the records of a few hundred people into a data folder before its first start. The key lies beside them, as on a
 * system without a keychain.
 */
export function fillFolder(
  folder: string,
  people = 300,
  { attempts = 100, change = (_db: Database) => {} } = {},
): void {
  const records = join(folder, 'records')
  const now = new Date()
  const { db } = openDatabase(records, keyIn(records), now)
  fillRecords(db, new Library(join(ROOT, 'scenarios')), { people, courses: 2, attempts }, now)
  change(db)
  db.close()
}

/** Reads from the database beside the running application. */
export function readRecords<T>(folder: string, sql: string): T[] {
  const records = join(folder, 'records')
  const db = openEncrypted(databasePath(records), keyIn(records))
  try {
    return db.prepare(sql).all() as T[]
  } finally {
    db.close()
  }
}

/** Changes the database while the application is running. */
export function changeRecords(folder: string, sql: string): void {
  const records = join(folder, 'records')
  const db = openEncrypted(databasePath(records), keyIn(records))
  try {
    db.exec(sql)
  } finally {
    db.close()
  }
}
