import type { studioMediaChannels } from '../../bridge/areas/studio-media'
import { LARGEST_MEDIA } from '../../domain/scenario/media'
import type { Dialogs } from '../files/dialogs'
import type { Recording } from '../studio/recording'
import type { Studio } from '../studio/studio'
import type { Handlers } from './answer'

export interface StudioMediaNeeds {
  readonly studio: Pick<Studio, 'media' | 'mediaFiles' | 'textOf'>
  readonly dialogs: Pick<Dialogs, 'open'>
  readonly recording: Pick<Recording, 'open' | 'close' | 'allowed'>
  readonly systemAllowsMicrophone: () => Promise<boolean>
}

export const studioMediaHandlers = ({
  studio,
  dialogs,
  recording,
  systemAllowsMicrophone,
}: StudioMediaNeeds): Pick<Handlers, keyof typeof studioMediaChannels & keyof Handlers> => ({
  'studio.media': (which) => studio.mediaFiles(which),
  'studio.addMedia': async (which) => studio.media.add(which, await dialogs.open('media', LARGEST_MEDIA)),
  'studio.putMedia': ({ kind, id, name, bytes }) => studio.media.add({ kind, id }, { name, bytes }),
  'studio.microphone': async ({ open }, { person }) => {
    const allowed = open && (await systemAllowsMicrophone())
    if (allowed) recording.open(person)
    else recording.close()
    return { allowed }
  },
  'studio.removeMedia': async ({ kind, id, file }) => {
    await studio.media.remove({ kind, id }, file, (await studio.textOf({ kind, id })) ?? '')
    return studio.mediaFiles({ kind, id })
  },
})
