import { useEffect, useState } from 'react'
import { atRest } from './at-rest'

/**
 * Loads code that the first screen does not need, once, when the page is idle or when the code is needed.
 * @returns a hook that returns the loaded code, `undefined` until then
 */
export function later<T>(load: () => Promise<T>): (needed: boolean) => T | undefined {
  let code: T | undefined
  let reading: Promise<T> | undefined
  return function useLater(needed) {
    const [, drawAnew] = useState(0)
    useEffect(() => {
      if (code !== undefined) return
      let mounted = true
      const read = async () => {
        try {
          code = await (reading ??= load())
          if (mounted) drawAnew((count) => count + 1)
        } catch (error) {
          reading = undefined
          // A failed load becomes an error of the page, as if it had been thrown during rendering.
          if (mounted) {
            drawAnew(() => {
              throw error
            })
          }
        }
      }
      if (needed) void read()
      else atRest(() => void read())
      return () => {
        mounted = false
      }
    }, [needed])
    return code
  }
}
