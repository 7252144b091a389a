import { useEffect, useRef } from 'react'
import type { CastMember } from '../../domain/scenario/schema'
import { followVoices, hush, isSpeaking, speak, useSound } from './sound'

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>

/** Words of a caller, and the language in which they are written. */
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

/**
 * Says the latest sentence aloud while nothing silences it. One that was cut off by a pause is said again afterwards.
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
