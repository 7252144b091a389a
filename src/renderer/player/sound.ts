import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

interface SoundState {
  /** Whoever turned the voice off wants it off in the next call as well. */
  readonly muted: boolean
  /** One sound at a time, and nobody speaks meanwhile. */
  readonly playing: HTMLMediaElement | undefined
  /** The voices that the system has told of so far. */
  readonly voices: readonly SpeechSynthesisVoice[]
}

export const sound = createStore<SoundState>(() => ({ muted: false, playing: undefined, voices: [] }))

export const useSound = <T>(select: (state: SoundState) => T): T => useStore(sound, select)

export const mute = (muted: boolean): void => sound.setState({ muted })

/** A sound plays from now on; another one that still did stops. */
export function soundStarted(element: HTMLMediaElement): void {
  const { playing } = sound.getState()
  if (playing !== element) playing?.pause()
  sound.setState({ playing: element })
}

export function soundStopped(element: HTMLMediaElement): void {
  if (sound.getState().playing === element) sound.setState({ playing: undefined })
}

/** Stops whatever plays. */
export const stopSound = (): void => sound.getState().playing?.pause()

const synthesis = (): SpeechSynthesis | undefined =>
  'speechSynthesis' in window ? window.speechSynthesis : undefined

/** Takes the voices over, now and as the system tells of more: often only some time after the first question. */
export function followVoices(): () => void {
  const system = synthesis()
  const take = () => sound.setState({ voices: system?.getVoices() ?? [] })
  take()
  system?.addEventListener('voiceschanged', take)
  return () => system?.removeEventListener('voiceschanged', take)
}

export const isSpeaking = (): boolean => synthesis()?.speaking ?? false

export const speak = (utterance: SpeechSynthesisUtterance): void => synthesis()?.speak(utterance)

/** Whoever speaks falls silent. */
export const hush = (): void => synthesis()?.cancel()
