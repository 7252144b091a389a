import { useMemo } from 'react'
import type { Floor } from '../../domain/scenario/floor'
import { membersOf } from '../../domain/scenario/members'
import { everywhereIn, outlineOf } from './outline'

/** Reads a document scene by scene, with the floor that it names. */
export function useOutline(document: unknown, floors: ReadonlyMap<string, Floor | 'invalid'>) {
  const { floor } = membersOf(document)
  const shared = typeof floor === 'string' ? floors.get(floor) : undefined
  const scenes = useMemo(() => outlineOf(document, shared), [document, shared])
  const everywhere = useMemo(() => everywhereIn(document, shared), [document, shared])
  return { shared, scenes, everywhere }
}
