import { useCallback, useEffect, useRef, useState } from 'react'

export type Loaded<T> =
  | { readonly status: 'waiting' }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'ready'; readonly value: T }

/**
 * Runs a call when the screen appears and whenever `key` changes. An answer that comes after a newer question is
 * dropped; until a new answer is there the old one stays on screen.
 */
export function useLoaded<T>(call: () => Promise<T>, key = ''): Loaded<T> & { readonly reload: () => void } {
  const [loaded, setLoaded] = useState<Loaded<T>>({ status: 'waiting' })
  const latest = useRef(call)
  latest.current = call
  const asked = useRef(0)
  const reload = useCallback(() => {
    const number = ++asked.current
    const settle = (next: Loaded<T>) => {
      if (asked.current === number) setLoaded(next)
    }
    latest.current().then(
      (value) => settle({ status: 'ready', value }),
      (error: unknown) => settle({ status: 'failed', error }),
    )
  }, [])
  useEffect(() => {
    reload()
    return () => {
      asked.current += 1
    }
  }, [reload, key])
  return { ...loaded, reload }
}
