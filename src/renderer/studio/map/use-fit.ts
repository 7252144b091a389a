import { useCallback, useEffect, useRef, type RefObject } from 'react'
import { useReactFlow, type Viewport } from '@xyflow/react'

export const ZOOM = { least: 0.02, most: 1.6 } as const

const alike = (a: Viewport, b: Viewport | undefined): boolean =>
  b !== undefined && a.x === b.x && a.y === b.y && a.zoom === b.zoom

/**
 * Shows the whole map, and keeps it whole when the board's size changes, until somebody moves or zooms it.
 * @param board the element that shows the map
 * @returns a function that fits the map within some milliseconds
 */
export function useFit(board: RefObject<HTMLElement | null>): (duration: number) => Promise<void> {
  const { fitView, getViewport } = useReactFlow()
  const fitted = useRef<Viewport>(undefined)
  const fit = useCallback(
    async (duration: number) => {
      await fitView({ padding: 0.08, minZoom: ZOOM.least, maxZoom: 1, duration })
      fitted.current = getViewport()
    },
    [fitView, getViewport],
  )
  useEffect(() => {
    if (!board.current) return undefined
    // The map learns its new size from an observer, too, and knows it one frame later.
    let frame = 0
    const observer = new ResizeObserver(() => {
      if (!alike(getViewport(), fitted.current)) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => void fit(0))
    })
    observer.observe(board.current)
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [board, fit, getViewport])
  return fit
}
