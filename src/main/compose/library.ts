import { join } from 'node:path'
import { app } from 'electron'
import { enrolledLibrary } from '../exchange/enrolment'
import { Library } from '../library/library'
import type { Base } from './base'

function scenarioFolder(): string {
  return app.isPackaged ? join(process.resourcesPath, 'scenarios') : join(app.getAppPath(), 'scenarios')
}

/** The scenarios and courses of the set-up file that this device took, or those that came with the program. */
export const composeLibrary = ({ records }: Base): Library =>
  new Library(enrolledLibrary(records.db, records.folder) ?? scenarioFolder())
