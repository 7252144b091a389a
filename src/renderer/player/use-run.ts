import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AttemptView } from '../../bridge'
import { compileScenario, replay, viewOf } from '../../domain/run'
import { TIMEOUT_EVENT } from '../../domain/scenario/vocabulary'
import { codeOf, unwrap } from '../api'
import { extend, tick, TICK } from './clock'
import { channelOf } from './transcript'

const USUAL_DELAY = 900

/** What main could not keep, so that it can be sent once more. */
interface Problem {
  readonly code: string
  readonly kind: 'decision' | 'desk'
  readonly event: string
}

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
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const kept = useRef(log)
  const deciding = useRef(false)
  const queue = useRef(Promise.resolve(true))

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

  const send = useCallback(
    async (kind: 'decision' | 'desk', event: string) => {
      setBusy(true)
      setProblem(undefined)
      try {
        const seq = kept.current.length + 1
        const { entry } = await unwrap(window.api.attempt.commit({ attempt: attempt.id, seq, kind, event }))
        kept.current = [...kept.current, entry]
        setLog(kept.current)
        if (kind === 'decision') {
          const now = replay(compiled, kept.current)
          setShown(0)
          setLeft(viewOf(now[now.length - 1]!).timeLimit)
        }
        return true
      } catch (error) {
        setProblem({ code: codeOf(error), kind, event })
        return false
      } finally {
        if (kind === 'decision') deciding.current = false
        setBusy(false)
      }
    },
    [attempt.id, compiled],
  )

  /** A look at the desk moves nothing, so what follows waits for it; after a decision the scene is another. */
  const commit = useCallback(
    (kind: 'decision' | 'desk', event: string): Promise<boolean> => {
      if (deciding.current) return Promise.resolve(false)
      if (kind === 'decision') deciding.current = true
      queue.current = queue.current.then(() => send(kind, event))
      return queue.current
    },
    [send],
  )

  const ticking = left !== undefined && !noLimit && allShown && !waiting && !busy && problem === undefined
  useEffect(() => {
    if (!ticking) return
    const timer = setInterval(() => setLeft(tick), TICK)
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
    /** Sends once more what could not be kept. */
    retry: () => (problem ? commit(problem.kind, problem.event) : Promise.resolve(false)),
    answer: () => setRinging(false),
    showAll: () => setShown(view.beats.length),
    pause: setPaused,
    setAtOnce,
    moreTime: () => setLeft((ms) => extend(ms, view.timeLimit)),
    dropLimit: () => setNoLimit(true),
  }
}

export type Run = ReturnType<typeof useRun>
