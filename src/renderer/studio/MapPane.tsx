import { lazy, Suspense } from 'react'
import { atRest } from '../ui/at-rest'
import type { MapProps } from './map/Map'
import { useStudioText } from './words'

const Map = lazy(() => import('./map/Map'))

/** Lets the layout engine read itself before it is needed. */
export const warmMap = (): (() => void) =>
  atRest(() => void import('./map/engine').then(({ warmUp }) => warmUp()))

/** The map, whose code is read when it is looked at. */
export function MapPane(props: MapProps) {
  const t = useStudioText()
  return (
    <Suspense fallback={<p className="waiting">{t('opening')}</p>}>
      <Map {...props} />
    </Suspense>
  )
}
