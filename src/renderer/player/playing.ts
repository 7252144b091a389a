import { useSyncExternalStore } from 'react'

/** One sound at a time, and nobody speaks meanwhile. */
let playing: HTMLMediaElement | undefined
const listeners = new Set<() => void>()

function set(element: HTMLMediaElement | undefined): void {
  playing = element
  for (const changed of listeners) changed()
}

/** A sound plays from now on; another one that still did stops. */
export function soundStarted(element: HTMLMediaElement): void {
  if (playing !== element) playing?.pause()
  set(element)
}

export function soundStopped(element: HTMLMediaElement): void {
  if (playing === element) set(undefined)
}

/** Stops whatever plays. */
export function stopSound(): void {
  playing?.pause()
}

export const useSoundPlaying = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => playing !== undefined,
  )
