import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AttemptView } from '../../bridge'
import { compileScenario, replay, viewOf } from '../../domain/run'
import { TIMEOUT_EVENT } from '../../domain/scenario/vocabulary'
import { codeOf, unwrap } from '../api'
import { channelOf } from './transcript'

const USUAL_DELAY = 900
const TICK = 200

/**
 * A run on screen. Each decision is committed by main before the next scene is shown; this only shows what the log says.
 */
export function useRun(attempt: AttemptView) {
  const compiled = useMemo(() => compileScenario(attempt.scenario), [attempt])
  const [log, setLog] = useState(attempt.log)
  const sessions = useMemo(() => replay(compiled, log), [compiled, log])
  const session = sessions[sessions.length - 1]!
  const view = useMemo(() => viewOf(session), [session])
  const channel = channelOf(session)
  const fresh = attempt.log.length === 0
  const [shown, setShown] = useState(fresh ? 0 : view.beats.length)
  const [ringing, setRinging] = useState(fresh && channel === 'call')
  const [paused, setPaused] = useState(false)
  const [atOnce, setAtOnce] = useState(false)
  const [noLimit, setNoLimit] = useState(false)
  const [left, setLeft] = useState(view.timeLimit)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const committing = useRef(false)

  const allShown = shown >= view.beats.length
  const waiting = ringing || paused

  useEffect(() => {
    if (waiting || allShown) return
    const delay = atOnce ? 0 : (view.beats[shown]?.delay ?? USUAL_DELAY)
    const timer = setTimeout(() => setShown((count) => count + 1), delay)
    return () => clearTimeout(timer)
  }, [waiting, allShown, shown, view, atOnce])

  useEffect(() => {
    if (paused) void window.api.attempt.pause({ attempt: attempt.id, paused: true })
    else void window.api.attempt.pause({ attempt: attempt.id, paused: false })
  }, [paused, attempt.id])

  const commit = useCallback(
    async (kind: 'decision' | 'desk', event: string) => {
      if (committing.current) return false
      committing.current = true
      setBusy(true)
      setProblem(undefined)
      try {
        const seq = log.length + 1
        const { entry } = await unwrap(window.api.attempt.commit({ attempt: attempt.id, seq, kind, event }))
        const next = [...log, entry]
        setLog(next)
        if (kind === 'decision') {
          const now = replay(compiled, next)
          setShown(0)
          setLeft(viewOf(now[now.length - 1]!).timeLimit)
        }
        return true
      } catch (error) {
        setProblem(codeOf(error))
        return false
      } finally {
        committing.current = false
        setBusy(false)
      }
    },
    [attempt.id, compiled, log],
  )

  const ticking = left !== undefined && !noLimit && allShown && !waiting && !busy && problem === undefined
  useEffect(() => {
    if (!ticking) return
    const timer = setInterval(() => setLeft((ms) => (ms === undefined ? ms : Math.max(0, ms - TICK))), TICK)
    return () => clearInterval(timer)
  }, [ticking])
  useEffect(() => {
    if (ticking && left === 0) void commit('decision', TIMEOUT_EVENT)
  }, [ticking, left, commit])

  return {
    compiled,
    log,
    sessions,
    session,
    view,
    channel,
    shown,
    allShown,
    ringing,
    paused,
    busy,
    problem,
    atOnce,
    /** Milliseconds left, or `undefined` where nothing presses. */
    left: noLimit ? undefined : left,
    limit: view.timeLimit,
    commit,
    answer: () => setRinging(false),
    showAll: () => setShown(view.beats.length),
    pause: setPaused,
    setAtOnce,
    moreTime: () => setLeft((ms) => (ms ?? 0) + (view.timeLimit ?? 0)),
    dropLimit: () => setNoLimit(true),
  }
}

export type Run = ReturnType<typeof useRun>
