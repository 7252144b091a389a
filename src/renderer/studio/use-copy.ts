import { useState } from 'react'
import { useNavigation } from '../session/navigation'
import { makeCopy } from './copies'
import type { OpenDocument } from './open-document'
import { membersOf } from '../../domain/scenario/members'

/** Copies an open document and opens the copy, with what was done here and could not be saved. */
export function useCopy(open: OpenDocument): { readonly copy: () => void; readonly failed: boolean } {
  const { go } = useNavigation()
  const [failed, setFailed] = useState(false)
  const copy = async () => {
    const { kind, id } = open.opened
    const { draft, saving } = open.store.getState()
    const title = membersOf(membersOf(draft.value)['title']) as Record<string, string>
    setFailed(false)
    try {
      const made = await makeCopy({ kind, id, title }, saving.name === 'stale' ? open.textNow() : undefined)
      await open.close('drop')
      go({ name: 'studio-document', kind, id: made.id })
    } catch {
      setFailed(true)
    }
  }
  return { copy: () => void copy(), failed }
}
