import { error, type Fault } from '../issue'
import { listMedia, mediaKindOf } from '../media'
import type { World } from './world'

/** Pictures and sounds of a kind that the player has. Whether their files are there is asked where files are read. */
export function checkMedia({ nodes }: World): Fault[] {
  return listMedia(nodes).flatMap(({ media, keys }) =>
    mediaKindOf(media.file) ? [] : [error('media-kind', [...keys, 'file'], { file: media.file })],
  )
}
