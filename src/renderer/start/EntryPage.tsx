import { useState, type ReactNode } from 'react'
import { useSession } from '../session/session'
import { LanguageSelect } from './LanguageSelect'
import { Button, Live, Notice, ScreenTitle } from '../ui'
import { useSignInProblem } from './secrets'
import { StartPage } from './StartPage'

interface EntryPageProps {
  readonly title: string
  readonly text: string
  readonly go: string
  /** The sentence for a wrong secret. */
  readonly wrong: string
  /** Sends the form; `undefined` if it has marked missing fields instead. */
  readonly enter: () => Promise<void> | undefined
  readonly children: ReactNode
  /** Buttons for other ways to sign in. */
  readonly others?: ReactNode
  readonly notFound?: string
  readonly exists?: string
}

/** A short form before the application, for signing in. */
export function EntryPage({ title, text, go, wrong, enter, children, others, ...special }: EntryPageProps) {
  const organisation = useSession((session) => session.organisation)
  const problemOf = useSignInProblem()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const send = async () => {
    if (busy) return
    setProblem(undefined)
    const call = enter()
    if (!call) return
    setBusy(true)
    try {
      await call
    } catch (error) {
      const code = (error as { code?: unknown }).code
      if (code === 'not-found' && special.notFound !== undefined) setProblem(special.notFound)
      else if (code === 'already-exists' && special.exists !== undefined) setProblem(special.exists)
      else setProblem(problemOf(error, wrong))
    } finally {
      setBusy(false)
    }
  }

  return (
    <StartPage
      words={
        <>
          <p className="label">{organisation}</p>
          <ScreenTitle title={title} />
          <p>{text}</p>
        </>
      }
      onSubmit={() => void send()}
    >
      <LanguageSelect onProblem={setProblem} />
      {children}
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      <div className="row">
        <Button type="submit" kind="primary" big isPending={busy}>
          {go}
        </Button>
        {others}
      </div>
    </StartPage>
  )
}
