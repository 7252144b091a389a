import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

interface SoundState {
  /** True if the trainee has switched the voice off. It stays off in the next call. */
  readonly muted: boolean
  /** The sound that is playing. Only one plays at a time, and no voice speaks meanwhile. */
  readonly playing: HTMLMediaElement | undefined
  /** The voices that the system has reported so far. */
  readonly voices: readonly SpeechSynthesisVoice[]
}

export const sound = createStore<SoundState>(() => ({ muted: false, playing: undefined, voices: [] }))

export const useSound = <T>(select: (state: SoundState) => T): T => useStore(sound, select)

export const mute = (muted: boolean): void => sound.setState({ muted })

/** Notes that a sound has started, and stops another one that is still playing. */
export function soundStarted(element: HTMLMediaElement): void {
  const { playing } = sound.getState()
  if (playing !== element) playing?.pause()
  sound.setState({ playing: element })
}

export function soundStopped(element: HTMLMediaElement): void {
  if (sound.getState().playing === element) sound.setState({ playing: undefined })
}

/** Stops the sound that is playing. */
export const stopSound = (): void => sound.getState().playing?.pause()

const synthesis = (): SpeechSynthesis | undefined =>
  'speechSynthesis' in window ? window.speechSynthesis : undefined

/**
 * Takes over the voices, now and whenever the system reports more; often it does so only some time after the first
 * question.
 */
export function followVoices(): () => void {
  const system = synthesis()
  const take = () => sound.setState({ voices: system?.getVoices() ?? [] })
  take()
  system?.addEventListener('voiceschanged', take)
  return () => system?.removeEventListener('voiceschanged', take)
}

export const isSpeaking = (): boolean => synthesis()?.speaking ?? false

export const speak = (utterance: SpeechSynthesisUtterance): void => synthesis()?.speak(utterance)

/** Stops the voice. */
export const hush = (): void => synthesis()?.cancel()
