import { useEffect, useState } from 'react'
import type { Request } from '../../bridge'
import { unwrap } from '../api'
import type { OpenDocument } from './open-document'
import { placeStore, type PlaceStore } from './map/place-store'

/** Keeps the places of the map's cards. They are saved beside the document unless it is read-only. */
export function useCards({ kind, id, places, readOnly }: OpenDocument['opened']): PlaceStore {
  const [cards] = useState(() => {
    // If they can't be saved, the map is laid out anew next time.
    const keep = (now: Request<'studio.savePlaces'>['places']) =>
      void unwrap(window.api.studio.savePlaces({ kind, id, places: now })).catch(() => undefined)
    return placeStore(places, readOnly ? undefined : keep)
  })
  useEffect(() => () => cards.end(), [cards])
  return cards
}
