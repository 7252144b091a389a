import { useEffect, useState } from 'react'
import { unwrap } from '../../api'
import { useMainEvent } from '../../ui/use-main-event'
import type { OpenDocument } from '../open-document'
import { followTranslations, type FollowedTranslations } from './follow'

/** Records for which source text each translation was written, while a document is open. */
export function useFollowedTranslations(open: OpenDocument): FollowedTranslations {
  const [followed] = useState(() => {
    const { kind, id } = open.opened
    return followTranslations(open, {
      read: async () => (await unwrap(window.api.studio.translations({ kind, id }))).record,
      save: (record, guessed) => unwrap(window.api.studio.saveTranslations({ kind, id, record, guessed })),
    })
  })
  useEffect(() => followed.start(), [followed])
  useMainEvent('studio.changed', followed.look)
  return followed
}
