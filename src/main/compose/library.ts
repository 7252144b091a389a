import { dirname, join } from 'node:path'
import { app } from 'electron'
import { enrolledLibrary } from '../exchange/enrolment'
import { Library } from '../library/library'
import type { Base } from './base'

function scenarioFolder(): string {
  return app.isPackaged ? join(process.resourcesPath, 'scenarios') : join(app.getAppPath(), 'scenarios')
}

/** Returns the folder on this computer that holds the newest published versions of the Studio. */
export const publishedFolder = (records: string): string => join(dirname(records), 'published')

/**
 * Opens the scenarios and courses of the set-up file that this device took. Without one, it opens those that came with
 * the program and those that were published in the Studio.
 */
export function composeLibrary({ records }: Base): Library {
  const enrolled = enrolledLibrary(records.db, records.folder)
  return enrolled === undefined
    ? new Library(scenarioFolder(), publishedFolder(records.folder))
    : new Library(enrolled)
}
