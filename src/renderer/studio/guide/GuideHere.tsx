import { Suspense } from 'react'
import { Guide } from '../later-panes'
import type { GuideFacts, GuidePlace } from './steps'
import type { GuideState } from './use-guide'

/** The guide, while it is shown. */
export function GuideHere({
  guide,
  facts,
  onGo,
}: {
  readonly guide: GuideState
  readonly facts: Pick<GuideFacts, 'document' | 'errors' | 'unwritten' | 'published'>
  readonly onGo: (place: GuidePlace) => void
}) {
  if (!guide.shown) return null
  return (
    <Suspense>
      <Guide
        facts={{ ...guide, ...facts }}
        fresh={guide.fresh}
        onGo={onGo}
        onLeave={() => guide.show(false)}
      />
    </Suspense>
  )
}
