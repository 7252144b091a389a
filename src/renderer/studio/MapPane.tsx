import { lazy, Suspense } from 'react'
import { atRest } from '../ui/at-rest'
import type { MapProps } from './map/Map'
import { useStudioText } from './words'

const Map = lazy(() => import('./map/Map'))

/** Starts the layout engine before it is needed. */
export const warmMap = (): (() => void) =>
  atRest(() => void import('./map/engine').then(({ warmUp }) => warmUp()))

/** Shows the map, whose code is loaded when it is first shown. */
export function MapPane(props: MapProps) {
  const t = useStudioText()
  return (
    <Suspense fallback={<p className="waiting">{t('opening')}</p>}>
      <Map {...props} />
    </Suspense>
  )
}
