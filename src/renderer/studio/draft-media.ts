import { useEffect, useMemo, useState } from 'react'
import type { StudioMedia } from '../../bridge'
import type { DocumentKind } from '../../domain/authoring/document'
import type { MediaHost } from '../player/host'
import { LARGEST_MEDIA } from '../../domain/scenario/media'
import { CallFailed, mediaUrl, unwrap } from '../api'

interface Which {
  readonly kind: DocumentKind
  readonly id: string
}

/** The pictures and sounds beside a document. */
export interface DraftMedia {
  readonly files: readonly StudioMedia[]
  /** Lets somebody choose a file and puts it beside the document. */
  readonly choose: () => Promise<StudioMedia>
  /** Puts a file beside the document that was dropped on the page, or recorded there. */
  readonly put: (file: File) => Promise<StudioMedia>
  /** Deletes a file that the document does not name; nothing brings it back. */
  readonly remove: (file: string) => Promise<void>
  /** Returns the address of a file for the page; empty for a file that does not exist. */
  readonly address: MediaHost['mediaUrl']
}

/** Reads the list of files beside a document when it is opened. */
export function useDraftMedia({ kind, id }: Which): DraftMedia {
  const [files, setFiles] = useState<readonly StudioMedia[]>([])
  useEffect(() => {
    let open = true
    void unwrap(window.api.studio.media({ kind, id }))
      .then((found) => open && setFiles(found))
      // Without the list, the pictures' words are shown instead.
      .catch(() => {})
    return () => {
      open = false
    }
  }, [kind, id])
  return useMemo(() => {
    const take = (added: StudioMedia): StudioMedia => {
      setFiles((before) => [...before.filter(({ file }) => file !== added.file), added])
      return added
    }
    return {
      files,
      choose: async () => take(await unwrap(window.api.studio.addMedia({ kind, id }))),
      put: async (file) => {
        if (file.size > LARGEST_MEDIA) throw new CallFailed('media-size', 'It is too large.')
        const bytes = new Uint8Array(await file.arrayBuffer())
        return take(await unwrap(window.api.studio.putMedia({ kind, id, name: file.name, bytes })))
      },
      remove: async (file) => setFiles(await unwrap(window.api.studio.removeMedia({ kind, id, file }))),
      address: ({ file }) => {
        const found = files.find((one) => one.file === file)
        return found ? mediaUrl({ file, sha256: found.hash }) : ''
      },
    }
  }, [files, kind, id])
}
