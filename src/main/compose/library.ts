import { dirname, join } from 'node:path'
import { app } from 'electron'
import { enrolledLibrary } from '../exchange/enrolment'
import { Library } from '../library/library'
import type { Base } from './base'

function scenarioFolder(): string {
  return app.isPackaged ? join(process.resourcesPath, 'scenarios') : join(app.getAppPath(), 'scenarios')
}

/** Where the newest versions of what was published in the Studio lie on this computer. */
export const publishedFolder = (records: string): string => join(dirname(records), 'published')

/**
 * The scenarios and courses of the set-up file that this device took, or those that came with the program and what was
 * published in the Studio.
 */
export function composeLibrary({ records }: Base): Library {
  const enrolled = enrolledLibrary(records.db, records.folder)
  return enrolled === undefined
    ? new Library(scenarioFolder(), publishedFolder(records.folder))
    : new Library(enrolled)
}
