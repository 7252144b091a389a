import { useEffect, useEffectEvent } from 'react'
import type { EventName, EventPayload } from '../../bridge'

/**
 * Listens to what main tells.
 * @param onListening called once the listening has begun: what happened before is asked for there
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
