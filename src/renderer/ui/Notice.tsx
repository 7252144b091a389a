import type { ReactNode } from 'react'

interface NoticeProps {
  readonly kind?: 'plain' | 'attention' | 'good' | 'critical'
  readonly children: ReactNode
  /** A list below the sentence, which belongs to it. */
  readonly list?: ReactNode
  /** Buttons beside the text. */
  readonly actions?: ReactNode
}

/** A sentence the user should read. Put it inside a `Live` region when it appears as the answer to something. */
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

/** Read out by a screen reader when its content changes; must be on the page before the content is. */
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
