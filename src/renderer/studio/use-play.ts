import { useEffect, useMemo, useState } from 'react'
import type { CompiledScenario } from '../../domain/run'
import { coverageOf, type Coverage } from './coverage'
import type { OpenDocument } from './open-document'
import type { PlayPart } from './PlayPane'
import type { PlayedParts } from './play-words'
import { FROM_THE_BEGINNING, seenIn, type PlayStart } from './test-play'
import { usePlan, type Plan } from './use-plan'

export interface Playing {
  readonly part: PlayPart
  readonly onPart: (part: PlayPart) => void
  readonly start: PlayStart
  readonly events: readonly string[]
  readonly onPlay: (start: PlayStart, events: readonly string[]) => void
  readonly plan: Plan
  readonly coverage: Coverage
  /** Keys of the parts that neither a test plan nor a play of this session has seen. */
  readonly unseen: ReadonlySet<string>
  /** Keys of the parts that plays of this session have seen. */
  readonly seen: ReadonlySet<string>
}

/** Keeps the play of an open document, its test plan, and the parts that both have seen. */
export function usePlay(
  open: OpenDocument,
  value: unknown,
  n: number,
  compiled: CompiledScenario | undefined,
  { scenes, everywhere }: PlayedParts,
): Playing {
  const [part, onPart] = useState<PlayPart>('play')
  const [start, setStart] = useState<PlayStart>(FROM_THE_BEGINNING)
  const [events, setEvents] = useState<readonly string[]>([])
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  // Parts that any play has seen stay seen, whatever path is played next.
  useEffect(() => {
    const met = compiled ? seenIn(compiled, start, events) : []
    setSeen((known) => (met.every((key) => known.has(key)) ? known : new Set([...known, ...met])))
  }, [compiled, start, events])
  // If the scene in which the play began was renamed, the play begins in it under its new name.
  useEffect(() => {
    const last = open.acts().at(-1)
    if (last?.kind !== 'edit' || last.label.code !== 'rename') return
    const { from, to } = last.label.params ?? {}
    setStart((known) => {
      const keys = known.scene?.split('.') ?? []
      return keys.at(-1) === from ? { ...known, scene: [...keys.slice(0, -1), to].join('.') } : known
    })
  }, [open, n])
  const plan = usePlan(open.opened, compiled)
  const coverage = useMemo(
    () => coverageOf(value, scenes, everywhere, new Set([...seen, ...plan.seen])),
    [value, scenes, everywhere, seen, plan.seen],
  )
  const unseen = useMemo(() => new Set(coverage.unseen.map(({ key }) => key)), [coverage])
  const onPlay = (from: PlayStart, way: readonly string[]) => {
    setStart(from)
    setEvents(way)
  }
  return { part, onPart, start, events, onPlay, plan, coverage, unseen, seen }
}
