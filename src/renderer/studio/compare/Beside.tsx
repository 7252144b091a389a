import { Suspense } from 'react'
import { useStore } from 'zustand'
import type { OpenDocument } from '../open-document'
import { Compare, MeetingView } from '../later-panes'
import type { Path } from '../outline'
import { useStudioText } from '../words'
import type { SideKey } from './sides'

/**
 * Replaces the columns of the editor: by two versions side by side, or by the work of two people that has to be merged.
 */
export function Beside({
  open,
  beside,
  onShow,
  onClose,
}: {
  readonly open: OpenDocument
  readonly beside: SideKey | 'meeting'
  readonly onShow: (path: Path) => void
  readonly onClose: () => void
}) {
  const t = useStudioText()
  const meeting = useStore(open.store, (state) => state.meeting)
  return (
    <Suspense fallback={<p className="waiting">{t('opening')}</p>}>
      {beside === 'meeting' ? (
        meeting && <MeetingView open={open} meeting={meeting} onClose={onClose} />
      ) : (
        <Compare key={beside} open={open} first={beside} onShow={onShow} onClose={onClose} />
      )}
    </Suspense>
  )
}
