import { useEffect, useState } from 'react'
import type { Request } from '../../bridge'
import { unwrap } from '../api'
import type { OpenDocument } from './document-store'
import { placeStore, type PlaceStore } from './map/place-store'

/** Where the cards of the map lie; kept beside the document, but for one that is only read. */
export function useCards({ kind, id, places, readOnly }: OpenDocument['opened']): PlaceStore {
  const [cards] = useState(() => {
    // Where they can't be kept, the map is laid out anew.
    const keep = (now: Request<'studio.savePlaces'>['places']) =>
      void unwrap(window.api.studio.savePlaces({ kind, id, places: now })).catch(() => undefined)
    return placeStore(places, readOnly ? undefined : keep)
  })
  useEffect(() => () => cards.end(), [cards])
  return cards
}
