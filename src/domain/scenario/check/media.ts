import { error, type Fault } from '../issue'
import { listMedia, mediaKindOf } from '../media'
import type { World } from './world'

/**
 * Checks that pictures and sounds are of a kind that the player supports. Whether the files exist is checked where
 * files are read.
 */
export function checkMedia({ nodes }: World): Fault[] {
  return listMedia(nodes).flatMap(({ media, keys }) =>
    mediaKindOf(media.file) ? [] : [error('media-kind', [...keys, 'file'], { file: media.file })],
  )
}
