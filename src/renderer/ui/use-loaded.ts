import { useCallback, useEffect, useRef, useState } from 'react'

export type Loaded<T> =
  | { readonly status: 'waiting' }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'ready'; readonly value: T }

/** An answer that can be asked for again, whatever it holds. */
export type Reloadable = Loaded<unknown> & { readonly reload: () => void }

/**
 * Runs a call when the screen appears and whenever the call changes. An answer that comes after a newer call is
 * dropped. The old answer stays on screen until the new one is there.
 * @param load must stay the same function as long as the question is the same
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
