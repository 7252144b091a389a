import type { CastMember } from '../../domain/scenario/schema'

/** Whether the system has a voice for this language. */
export function hasVoice(locale: string): boolean {
  return (
    'speechSynthesis' in window && speechSynthesis.getVoices().some((voice) => voice.lang.startsWith(locale))
  )
}

/** Says a caption aloud with the voice that the scenario gives its speaker. Silent where there is no voice. */
export function speak(text: string, locale: string, voice: CastMember['voice']): void {
  if (!hasVoice(locale)) return
  const words = new SpeechSynthesisUtterance(text.replaceAll(/[*_]/g, ''))
  // The language of the words decides; the accent only when it is of that language.
  words.lang = voice?.lang?.startsWith(locale) ? voice.lang : locale
  words.pitch = voice?.pitch ?? 1
  words.rate = voice?.rate ?? 1
  speechSynthesis.speak(words)
}

export function hush(): void {
  if ('speechSynthesis' in window) speechSynthesis.cancel()
}
