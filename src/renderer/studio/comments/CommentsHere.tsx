import { Button } from '../../ui'
import type { Selected } from '../outline'
import { useReviewText } from '../words'
import { isHere, type CommentsOf } from './use-comments'

/** Says above a form that there are comments on the part that it shows. */
export function CommentsHere({
  comments,
  selected,
  onShow,
}: {
  readonly comments: CommentsOf
  readonly selected: Selected
  readonly onShow: () => void
}) {
  const t = useReviewText()
  const here = comments.threads.filter((one) => one.thread.closed === null && isHere(one, selected))
  if (here.length === 0) return null
  return (
    <div className="studio-pane-bar">
      <Button kind="link" onPress={onShow}>
        {t('here', { n: here.length })}
      </Button>
    </div>
  )
}
