import type { ReactNode } from 'react'

interface NoticeProps {
  readonly kind?: 'plain' | 'attention' | 'good' | 'critical'
  readonly children: ReactNode
  /** A list that belongs to the sentence above it. */
  readonly list?: ReactNode
  /** Buttons beside the text. */
  readonly actions?: ReactNode
}

/**
 * Shows a sentence that the user should read. Put it inside a `Live` region if it appears as the result of something.
 */
export function Notice({ kind = 'plain', children, list, actions }: NoticeProps) {
  return (
    <div className={kind === 'plain' ? 'notice' : `notice notice-${kind}`}>
      {list === undefined ? (
        <p>{children}</p>
      ) : (
        <div className="notice-words">
          <p>{children}</p>
          {list}
        </div>
      )}
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  )
}

/** Screen readers read its content whenever that changes. It must be on the page before the content is. */
export function Live({
  children,
  urgent = false,
}: {
  readonly children: ReactNode
  readonly urgent?: boolean
}) {
  return (
    <div className="live" role={urgent ? 'alert' : 'status'} aria-live={urgent ? 'assertive' : 'polite'}>
      {children}
    </div>
  )
}
