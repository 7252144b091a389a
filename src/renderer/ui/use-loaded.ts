import { useCallback, useEffect, useRef, useState } from 'react'

export type Loaded<T> =
  | { readonly status: 'waiting' }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'ready'; readonly value: T }

/**
 * Runs a call when the screen appears and whenever it is another one. An answer that comes after a newer question is
 * dropped; until a new answer is there the old one stays on screen.
 * @param load must stay the same between renders as long as the question does
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> & { readonly reload: () => void } {
  const [loaded, setLoaded] = useState<Loaded<T>>({ status: 'waiting' })
  const asked = useRef(0)
  const reload = useCallback(() => {
    asked.current += 1
    const number = asked.current
    const settle = (next: Loaded<T>) => {
      if (asked.current === number) setLoaded(next)
    }
    load().then(
      (value) => settle({ status: 'ready', value }),
      (error: unknown) => settle({ status: 'failed', error }),
    )
  }, [load])
  useEffect(() => reload(), [reload])
  return { ...loaded, reload }
}
