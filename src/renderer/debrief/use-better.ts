import { useEffect, useState } from 'react'
import type { CompiledScenario, LogEntry } from '../../domain/run'
import { searchBetter, type Better } from '../../domain/scoring'

/** The search works for this many milliseconds at a time, so that the screen stays responsive. */
const GO = 8

/**
 * Searches for the better choice at each decision while the debrief is already on screen.
 * @returns one entry for each decision; `undefined` until the search has ended
 */
export function useBetter(
  compiled: CompiledScenario,
  log: readonly LogEntry[],
): readonly Better[] | undefined {
  const [found, setFound] = useState<{ log: readonly LogEntry[]; better: readonly Better[] }>()
  useEffect(() => {
    const search = searchBetter(compiled, log)
    let timer: ReturnType<typeof setTimeout>
    const go = () => {
      const until = performance.now() + GO
      do {
        const { done, value } = search.next()
        if (done) {
          setFound({ log, better: value })
          return
        }
      } while (performance.now() < until)
      timer = setTimeout(go)
    }
    timer = setTimeout(go)
    return () => clearTimeout(timer)
  }, [compiled, log])
  return found?.log === log ? found.better : undefined
}
