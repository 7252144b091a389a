import { error, type Issue } from '../issue'
import { listMedia, mediaKindOf } from '../media'
import type { World } from './world'

/** Pictures and sounds of a kind that the player has. Whether their files are there is asked where files are read. */
export function checkMedia({ nodes }: World): Issue[] {
  return listMedia(nodes).flatMap(({ media, scene, keys }) =>
    mediaKindOf(media.file)
      ? []
      : [
          error(
            'media-kind',
            [...keys, 'file'],
            `Scene ‘${scene}’: ‘${media.file}’ can’t be shown or played. Pictures end in .png, .jpg, .jpeg or .webp, sounds in .mp3, .ogg or .wav.`,
          ),
        ],
  )
}
