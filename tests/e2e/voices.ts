import type { Page } from '@playwright/test'

export interface Heard {
  readonly said: readonly { readonly text: string; readonly voice: string; readonly lang: string }[]
  readonly cancelled: number
}

/** Gives the page voices that only write down their words, because a machine without voices can't show what is said. */
export async function giveVoices(page: Page, langs: readonly string[]): Promise<void> {
  await page.addInitScript((langs) => {
    const heard = { said: [] as object[], cancelled: 0 }
    let voices: object[] = []
    const synthesis = Object.assign(new EventTarget(), {
      speaking: false,
      getVoices: () => voices,
      cancel: () => {
        synthesis.speaking = false
        heard.cancelled += 1
      },
      speak: (spoken: { text: string; lang: string; voice: { lang: string } }) => {
        synthesis.speaking = true
        heard.said.push({ text: spoken.text, lang: spoken.lang, voice: spoken.voice.lang })
      },
    })
    // The list comes late, as on a real system.
    setTimeout(() => {
      voices = langs.map((lang) => ({ lang, name: lang, localService: true, default: false }))
      synthesis.dispatchEvent(new Event('voiceschanged'))
    }, 400)
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: function (this: { text: string }, text: string) {
        this.text = text
      },
    })
    Object.assign(window, { heard })
  }, langs)
}

export const heard = (page: Page): Promise<Heard> =>
  page.evaluate(() => (window as unknown as { heard: Heard }).heard)
