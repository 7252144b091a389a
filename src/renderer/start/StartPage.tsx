import type { ReactNode } from 'react'
import './start.css'

interface StartPageProps {
  /** The title and what it is about. */
  readonly words: ReactNode
  /** The fields and buttons. */
  readonly children: ReactNode
  /** Makes a form of it. */
  readonly onSubmit?: () => void
}

/** A page before the application: words on the left, on the right what is to be done. */
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
