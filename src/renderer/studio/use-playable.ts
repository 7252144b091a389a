import { useDeferredValue, useMemo, useState } from 'react'
import type { CompiledScenario } from '../../domain/run'
import type { Issue } from '../../domain/scenario/issue'
import { playableOf } from '../../domain/scenario/playable'
import type { Scenario } from '../../domain/scenario/schema'
import { compiledOf } from './test-play'
import type { FindFloor } from './use-checks'

export interface Playable {
  /** The scenario to play; `undefined` if nothing was playable since the document was opened. */
  readonly compiled: CompiledScenario | undefined
  /** `broken`: the faulty parts are left out. `earlier`: it is the last playable state of the document. */
  readonly state: 'whole' | 'broken' | 'earlier'
}

/** A scenario whose automatic steps never end can't be played. */
const endless = ({ code }: Issue): boolean => code === 'endless-steps'

/**
 * Returns the part of a scenario that can be played while it is written, so that an edit takes effect at once even if
 * something is wrong elsewhere.
 * @param scenario the scenario as it would be published; `undefined` while it has errors
 * @param value the document
 */
export function usePlayable(
  scenario: Scenario | undefined,
  value: unknown,
  issues: readonly Issue[],
  floors: FindFloor,
): Playable {
  const source = useDeferredValue(value)
  const whole = useMemo(() => compiledOf(scenario), [scenario])
  const partly = useMemo(
    () => (whole || issues.some(endless) ? undefined : compiledOf(playableOf(source, floors))),
    [whole, issues, source, floors],
  )
  const [kept, setKept] = useState<CompiledScenario>()
  const now = whole ?? partly
  if (now && now !== kept) setKept(now)
  return { compiled: now ?? kept, state: whole ? 'whole' : partly ? 'broken' : 'earlier' }
}
