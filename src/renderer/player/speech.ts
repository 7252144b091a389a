import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { CastMember } from '../../domain/scenario/schema'

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>

/** What a caller says, and in which language it is written. */
export interface Spoken {
  /** Another one is another sentence. */
  readonly key: string
  readonly words: string
  readonly lang: string
  readonly voice: CastMember['voice']
}

/** Some systems write `en_GB`. */
const tagOf = (lang: string): string => lang.replaceAll('_', '-').toLowerCase()
const languageOf = (lang: string): string => tagOf(lang).split('-')[0]!

/**
 * The voice for words in a language. A voice of another language garbles them, so then nothing is said: the caption
 * stands there. Voices that are not of this computer would send the words away.
 * @param accent what the scenario wants; it counts only when it is of the words' language
 */
export function voiceFor<V extends Voice>(
  voices: readonly V[],
  lang: string,
  accent: string | undefined,
): V | undefined {
  const fitting = voices.filter((voice) => voice.localService && languageOf(voice.lang) === languageOf(lang))
  const wanted = accent !== undefined && languageOf(accent) === languageOf(lang) ? accent : lang
  return (
    fitting.find((voice) => tagOf(voice.lang) === tagOf(wanted)) ??
    fitting.find((voice) => voice.default) ??
    fitting[0]
  )
}

const synthesis = (): SpeechSynthesis | undefined =>
  'speechSynthesis' in window ? window.speechSynthesis : undefined

let known: readonly SpeechSynthesisVoice[] | undefined
const voices = (): readonly SpeechSynthesisVoice[] => (known ??= synthesis()?.getVoices() ?? [])

/** The system often knows its voices only some time after the first question. */
function onVoices(changed: () => void): () => void {
  const refresh = () => {
    known = synthesis()?.getVoices() ?? []
    changed()
  }
  // They may have come since the list was last asked for.
  known = synthesis()?.getVoices() ?? []
  synthesis()?.addEventListener('voiceschanged', refresh)
  return () => synthesis()?.removeEventListener('voiceschanged', refresh)
}

/** Whoever turned the voice off wants it off in the next call as well. */
let muted = false
const listeners = new Set<() => void>()

export function useMuted(): readonly [boolean, (off: boolean) => void] {
  const value = useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => muted,
  )
  const set = (off: boolean) => {
    muted = off
    for (const changed of listeners) changed()
  }
  return [value, set]
}

export function hush(): void {
  synthesis()?.cancel()
}

/**
 * Says the latest sentence aloud while nothing silences it. One that was cut off by a pause is said again afterwards.
 * @returns whether there is a voice for it
 */
export function useSpeech(spoken: Spoken | undefined, silent: boolean): boolean {
  const all = useSyncExternalStore(onVoices, voices)
  const said = useRef<string>(undefined)
  const voice = spoken && voiceFor(all, spoken.lang, spoken.voice?.lang)
  useEffect(() => {
    if (!silent) return
    if (synthesis()?.speaking) said.current = undefined
    hush()
  }, [silent])
  useEffect(() => {
    if (!spoken || !voice || silent || said.current === spoken.key) return
    said.current = spoken.key
    const utterance = new SpeechSynthesisUtterance(spoken.words)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.pitch = spoken.voice?.pitch ?? 1
    utterance.rate = spoken.voice?.rate ?? 1
    synthesis()?.speak(utterance)
  }, [spoken, voice, silent])
  useEffect(() => hush, [])
  return voice !== undefined
}
