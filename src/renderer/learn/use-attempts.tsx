import { useCallback, useRef, useState, type ReactNode } from 'react'
import type { AttemptView, Request } from '../../bridge'
import { codeOf, unwrap } from '../api'
import { useText, useErrorText } from '../i18n'
import { Button, LaterDialog } from '../ui'
import { useNavigation } from '../session/navigation'

interface Attempts {
  /** Starts a module and opens the player. */
  readonly start: (request: Request<'attempt.start'>) => void
  /** Continues an attempt where its log ends. If the scenario was changed in between, it asks what to do. */
  readonly resume: (attempt: string) => void
  /** Opens the debrief of an attempt that has ended. */
  readonly lookBack: (attempt: string) => void
  /** A sentence about the error of the last call. */
  readonly problem: string | undefined
  /** The question about a changed scenario; the caller must render it. */
  readonly question: ReactNode
}

/** Starts and continues attempts from any screen. */
export function useAttempts(): Attempts {
  const t = useText()
  const errorText = useErrorText()
  const { go } = useNavigation()
  const busy = useRef(false)
  const [problem, setProblem] = useState<string>()
  const [changed, setChanged] = useState<string>()

  const open = useCallback(
    async (call: () => Promise<AttemptView>, resumed?: string) => {
      // A second press during a call must not start a second attempt.
      if (busy.current) return
      busy.current = true
      setProblem(undefined)
      try {
        const attempt = await call()
        go({ name: attempt.ended ? 'debrief' : 'player', attempt })
      } catch (error) {
        const code = codeOf(error)
        const stuck = code === 'scenario-changed' || code === 'log-out-of-step'
        if (stuck && resumed !== undefined) setChanged(resumed)
        else setProblem(errorText(code))
      } finally {
        busy.current = false
      }
    },
    [go, errorText],
  )
  const start = useCallback(
    (request: Request<'attempt.start'>) => void open(() => unwrap(window.api.attempt.start(request))),
    [open],
  )
  const resume = useCallback(
    (attempt: string) => void open(() => unwrap(window.api.attempt.resume({ attempt })), attempt),
    [open],
  )
  const lookBack = useCallback(
    (attempt: string) => void open(() => unwrap(window.api.attempt.resume({ attempt }))),
    [open],
  )
  const restart = useCallback(
    (attempt: string) => void open(() => unwrap(window.api.attempt.restart({ attempt }))),
    [open],
  )
  const leave = () => setChanged(undefined)
  const question = changed !== undefined && (
    <LaterDialog
      role="alertdialog"
      title={t('changed.title')}
      onClose={leave}
      actions={
        <>
          <Button onPress={leave}>{t('changed.later')}</Button>
          <Button
            kind="primary"
            onPress={() => {
              leave()
              restart(changed)
            }}
          >
            {t('changed.restart')}
          </Button>
        </>
      }
    >
      <p>{t('changed.text')}</p>
      <p className="muted">{t('changed.kept')}</p>
    </LaterDialog>
  )
  return { start, resume, lookBack, problem, question }
}
