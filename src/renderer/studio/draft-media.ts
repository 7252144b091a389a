import { useEffect, useMemo, useState } from 'react'
import type { StudioMedia } from '../../bridge'
import type { DocumentKind } from '../../domain/authoring/document'
import type { MediaHost } from '../player/host'
import { mediaUrl, unwrap } from '../api'

interface Which {
  readonly kind: DocumentKind
  readonly id: string
}

/** The pictures and sounds beside a document. */
export interface DraftMedia {
  readonly files: readonly StudioMedia[]
  /** Lets somebody choose a file and puts it beside the document. */
  readonly choose: () => Promise<StudioMedia>
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
  return useMemo(
    () => ({
      files,
      choose: async () => {
        const added = await unwrap(window.api.studio.addMedia({ kind, id }))
        setFiles((before) => [...before.filter(({ file }) => file !== added.file), added])
        return added
      },
      address: ({ file }) => {
        const found = files.find((one) => one.file === file)
        return found ? mediaUrl({ file, sha256: found.hash }) : ''
      },
    }),
    [files, kind, id],
  )
}
