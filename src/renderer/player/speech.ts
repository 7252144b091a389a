import { useEffect, useRef } from 'react'
import type { CastMember } from '../../domain/scenario/schema'
import { followVoices, hush, isSpeaking, speak, useSound } from './sound'

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>

/** A caller's words, and their language. */
export interface Spoken {
  /** Identifies the sentence; another key means another sentence. */
  readonly key: string
  readonly words: string
  readonly lang: string
  readonly voice: CastMember['voice']
}

/** Replaces the underscore that some systems write in `en_GB`. */
const tagOf = (lang: string): string => lang.replaceAll('_', '-').toLowerCase()
const languageOf = (lang: string): string => tagOf(lang).split('-')[0]!

/**
 * Chooses the voice for words in a language. Without a voice of that language nothing is spoken, because another voice
 * would garble the words; the caption is there anyway. Only voices of this computer are used, because others would send
 * the words away.
 * @param accent the accent that the scenario wants; it only counts if it belongs to the language
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

/**
 * Speaks the latest sentence unless something silences it. A sentence that a pause has cut off is spoken again
 * afterwards.
 * @returns whether there is a voice for it
 */
export function useSpeech(spoken: Spoken | undefined, silent: boolean): boolean {
  const all = useSound(({ voices }) => voices)
  const said = useRef<string>(undefined)
  const voice = spoken && voiceFor(all, spoken.lang, spoken.voice?.lang)
  useEffect(followVoices, [])
  useEffect(() => {
    if (!silent) return
    if (isSpeaking()) said.current = undefined
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
    speak(utterance)
  }, [spoken, voice, silent])
  useEffect(() => hush, [])
  return voice !== undefined
}
