import { join } from 'node:path'
import { Library } from '../../src/main/library/library'
import { openDatabase } from '../../src/main/records/database'
import { databaseKey } from '../../src/main/records/key'
import type { Wrapper } from '../../src/main/records/secret-file'
import { fillRecords } from '../bench/fill'
import { ROOT } from './launch'

const NO_KEYCHAIN: Wrapper = {
  isEncryptionAvailable: () => false,
  encryptString: () => Buffer.of(),
  decryptString: () => '',
}

/**
 * Puts the records of a few hundred people into a data folder that no program has started on yet. The key lies beside
 * them as it does where the system has no keychain.
 */
export function fillFolder(folder: string, people = 300): void {
  const records = join(folder, 'records')
  const { key } = databaseKey(join(records, 'records.key'), NO_KEYCHAIN)
  const now = new Date()
  const { db } = openDatabase(records, key, now)
  fillRecords(db, new Library(join(ROOT, 'scenarios')), { people, courses: 2, attempts: 100 }, now)
  db.close()
}
