import { CommentsHere } from './comments/CommentsHere'
import type { CommentsOf } from './comments/use-comments'
import { namesOf, SCHEMAS } from './document-store'
import type { OpenDocument } from './open-document'
import { Fields } from './form/Fields'
import { Inspector } from './Inspector'
import type { Selected } from './outline'
import { keyOf } from './selection'

interface FormPaneProps {
  readonly open: OpenDocument
  readonly document: unknown
  readonly selected: Selected
  /** The scenario's comments; `undefined` while the pane of comments is open beside the form. */
  readonly comments: CommentsOf | undefined
  readonly onSelect: (selected: Selected) => void
  readonly onComments: () => void
}

/** Shows the form of the selected part. */
export function FormPane({ open, document, selected, comments, onSelect, onComments }: FormPaneProps) {
  const { kind } = open.opened
  return (
    <>
      {comments && <CommentsHere comments={comments} selected={selected} onShow={onComments} />}
      <div
        className="studio-scroll"
        key={selected.what === 'section' ? selected.section : keyOf(selected.path)}
      >
        {kind === 'scenario' ? (
          <Inspector selected={selected} onSelect={onSelect} />
        ) : (
          <div className="studio-form">
            <Fields schema={SCHEMAS[kind]} path={[]} value={document} only={namesOf(kind)} />
          </div>
        )}
      </div>
    </>
  )
}
