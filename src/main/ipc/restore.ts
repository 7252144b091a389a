import type { API } from '../../bridge/api'
import type { Dialogs } from '../files/dialogs'
import type { Restore } from '../store/restore'
import { Refused } from '../refused'
import type { OrganisationStore } from '../people/organisation'
import type { Handlers } from './answer'

type RestoreHandlers = Pick<Handlers, `restore.${(typeof API)['restore'][number]}`>
type RescueHandlers = Pick<Handlers, 'rescue.list' | 'rescue.choose' | 'rescue.run'>
type AllRescueHandlers = Pick<Handlers, `rescue.${(typeof API)['rescue'][number]}`>

async function choose(restore: Restore, dialogs: Dialogs, ownPlace: boolean) {
  restore.look(ownPlace ? undefined : await dialogs.folder('backups'))
  try {
    return restore.list()
  } catch (error) {
    restore.look(undefined)
    throw error
  }
}

/**
 * The services for restoring when nobody can sign in, because there are no records.
 * @param mayRestore throws the reason against it
 */
export interface RestoreNeeds {
  readonly restore: Restore
  readonly dialogs: Dialogs
  readonly organisation: Pick<OrganisationStore, 'name'>
}

export function rescueHandlers(restore: Restore, dialogs: Dialogs, mayRestore: () => void): RescueHandlers {
  return {
    'rescue.list': () => {
      mayRestore()
      return restore.list()
    },
    'rescue.choose': ({ ownPlace }) => {
      mayRestore()
      return choose(restore, dialogs, ownPlace)
    },
    'rescue.run': ({ file }) => {
      mayRestore()
      return restore.run(file, null)
    },
  }
}

export function restoreHandlers({
  restore,
  dialogs,
  organisation,
}: RestoreNeeds): RestoreHandlers & AllRescueHandlers {
  return {
    ...rescueHandlers(restore, dialogs, () => {
      if (organisation.name() !== undefined) {
        throw new Refused('not-allowed', 'Only an administrator restores the records of an organisation.')
      }
    }),
    'rescue.beginAnew': () => {
      throw new Refused('not-allowed', 'The records are there and stay where they are.')
    },
    'rescue.lookAgain': () => null,
    'restore.list': () => restore.list(),
    'restore.choose': ({ ownPlace }) => choose(restore, dialogs, ownPlace),
    'restore.run': ({ file }, { person }) => restore.run(file, person.id),
  }
}
