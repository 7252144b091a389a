import type { ReactNode } from 'react'
import './start.css'

interface StartPageProps {
  /** The title and an explanation. */
  readonly words: ReactNode
  /** The fields and buttons. */
  readonly children: ReactNode
  /** If given, the page is a form. */
  readonly onSubmit?: () => void
}

/** A page before the application, with words on the left and fields on the right. */
export function StartPage({ words, children, onSubmit }: StartPageProps) {
  return (
    <main className="page start">
      <div className="start-words">
        <div className="start-line" aria-hidden="true" />
        {words}
      </div>
      {onSubmit ? (
        <form
          className="start-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            onSubmit()
          }}
        >
          {children}
        </form>
      ) : (
        <div className="start-form">{children}</div>
      )}
    </main>
  )
}
