import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../domain/authoring/document'
import { AUTHORS } from '../../domain/records/roles'
import { LARGEST_MEDIA } from '../../domain/scenario/media'
import { MEDIA_FILE_PATTERN } from '../../domain/scenario/schema'
import { channel, id } from './shared'

const which = z.strictObject({ kind: z.enum(DOCUMENT_KINDS), id })

const mediaFile = z.object({
  file: z.string(),
  /** Bytes. */
  size: z.number(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Pictures and sounds of drafts. */
export const studioMediaChannels = {
  /** Pictures and sounds that lie beside the document. */
  'studio.media': channel(which, z.array(mediaFile), AUTHORS),
  /** Asks for a picture or a sound and puts it beside the document. */
  'studio.addMedia': channel(which, mediaFile, AUTHORS),
  /** Puts a picture or a sound beside the document that was dropped on the page, or recorded there. */
  'studio.putMedia': channel(
    which.extend({
      name: z.string().max(255),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= LARGEST_MEDIA),
    }),
    mediaFile,
    AUTHORS,
    [],
    ['bytes'],
  ),
  /**
   * Opens the microphone for this window alone, and closes it again. `allowed` is false where the system does not let
   * this program use one.
   */
  'studio.microphone': channel(
    z.strictObject({ open: z.boolean() }),
    z.object({ allowed: z.boolean() }),
    AUTHORS,
  ),
  /** Deletes a picture or a sound that the document does not name; nothing brings it back. */
  'studio.removeMedia': channel(
    which.extend({ file: z.string().regex(MEDIA_FILE_PATTERN) }),
    z.array(mediaFile),
    AUTHORS,
  ),
} as const
