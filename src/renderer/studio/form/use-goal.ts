import { useCallback, useEffect, useRef, useState } from 'react'
import type { Path } from '../outline'
import { focusField } from './go-to'

/** Leads to a field. The field appears only after its part was selected and shown. */
export function useGoal() {
  const [goal, setPath] = useState<Path>()
  const formColumn = useRef<HTMLElement>(null)
  const setGoal = useCallback(
    (path: readonly PropertyKey[]) => setPath(path.map((key) => (typeof key === 'symbol' ? '' : key))),
    [],
  )
  useEffect(() => {
    if (goal && formColumn.current) focusField(formColumn.current, goal)
  }, [goal])
  return { goal, setGoal, formColumn }
}
