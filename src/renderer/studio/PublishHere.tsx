import type { ComponentProps } from 'react'
import type { Pane } from './panes'
import { PublishDialog } from './PublishDialog'
import type { usePlay } from './use-play'

type DialogProps = ComponentProps<typeof PublishDialog>

/** Asks about publishing, and leads from there to the panes that say what is in the way. */
export function PublishHere({
  playing,
  onPane,
  ...rest
}: Pick<DialogProps, 'open' | 'issues' | 'onClose'> & {
  readonly playing: ReturnType<typeof usePlay>
  readonly onPane: (pane: Pane) => void
}) {
  const to = (pane: Pane) => {
    rest.onClose(undefined)
    onPane(pane)
  }
  return (
    <PublishDialog
      {...rest}
      plan={playing.plan}
      onProblems={() => to('problems')}
      onPlans={() => {
        to('play')
        playing.onPart('plans')
      }}
    />
  )
}
