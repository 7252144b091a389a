import { useDeferredValue, useMemo, useState } from 'react'
import type { CompiledScenario } from '../../domain/run'
import type { Issue } from '../../domain/scenario/issue'
import { playableOf } from '../../domain/scenario/playable'
import type { Scenario } from '../../domain/scenario/schema'
import { compiledOf } from './test-play'
import type { FindFloor } from './use-checks'

export interface Playable {
  /** What is played; `undefined` where nothing was playable since the document was opened. */
  readonly compiled: CompiledScenario | undefined
  /** `broken`: what is wrong is left out of it. `earlier`: it is what was written before. */
  readonly state: 'whole' | 'broken' | 'earlier'
}

/** Steps that are taken by themselves without an end would be played without an end. */
const endless = ({ code }: Issue): boolean => code === 'endless-steps'

/**
 * What can be played of a scenario while it is written, so that an edit takes effect at once whatever is wrong elsewhere.
 * @param scenario as it is published; `undefined` while something is wrong
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
