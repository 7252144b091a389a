import { useEffect, useEffectEvent } from 'react'
import type { EventName, EventPayload } from '../../bridge'

/**
 * Listens to an event of main.
 * @param onListening called once the listening has begun, to load what may have happened before
 */
export function useMainEvent<E extends EventName>(
  event: E,
  listener: (payload: EventPayload<E>) => void,
  onListening: () => void = () => {},
): void {
  const told = useEffectEvent(listener)
  const listening = useEffectEvent(onListening)
  useEffect(() => {
    const end = window.api.on(event, (payload) => told(payload))
    listening()
    return end
  }, [event])
}
