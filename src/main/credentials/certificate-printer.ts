import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import QRCode from 'qrcode'
import type { CertificateView } from '../../bridge/channels'
import type { Element } from '../../domain/credentials/tags'
import { FONTS_READY } from '../windows/fonts-ready'
import { INK_ELEMENTS } from '../windows/ink-elements'
import { ORIGIN } from '../windows/protocol'
import { hiddenWindow } from '../windows/window'
import { dataAddress } from '../store/tables/pictures'
import type { IssuerProfiles } from './issuer-profile'
import { howToAsk } from '../../texts/credential-texts'
import { loadTexts, localeFor } from '../../texts/translate'
import { badgeWords, certificateBody, FIT_PAGE, type Paper } from './certificate-html'

/** Loads the fixed texts of a printed certificate in a language. */
const paperTexts = (locale: string) => loadTexts(localeFor(locale), 'papers')

/** A printed page, and a description of what is on it. */
export interface Printed {
  readonly pdf: Uint8Array
  readonly elements: Element
}

type Kind = 'print' | 'badge'
/** The marks in a template that the content replaces. */
const PLACE = { print: '<!--certificate-->', badge: '<!--badge-->' } as const

/**
 * Draws certificates and badges on our own pages, one after the other in one hidden window. Call `close` at the end.
 */
export class CertificatePrinter {
  readonly #templates: Partial<Record<Kind, string>> = {}
  #window: BrowserWindow | undefined
  #count = 0

  /**
   * @param rendererFolder the folder of the built pages with their style sheet
   * @param made pages that the app's scheme serves; each is listed there while it is drawn
   * @param profiles keeps the organisation's logos
   */
  constructor(
    private readonly rendererFolder: string,
    private readonly made: Map<string, string>,
    private readonly profiles: Pick<IssuerProfiles, 'picture'>,
  ) {}

  /** Returns the organisation's logo at the time of issue as a data URL. */
  #logo({ logo }: CertificateView): string | null {
    const picture = logo === null ? undefined : this.profiles.picture(logo)
    return picture ? dataAddress(picture) : null
  }

  /**
   * Prints a one-page PDF with embedded fonts. Each element's text has a colour of its own until the PDF is tagged.
   * @param token the content of the QR code
   */
  async pdf(certificate: CertificateView, token: string, paper: Paper, locale: string): Promise<Printed> {
    const qr = await QRCode.toString(token, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
    const sayHowToAsk = howToAsk(await loadTexts(localeFor(locale), 'credential'), certificate)
    const parts = { qr, logo: this.#logo(certificate), howToAsk: sayHowToAsk }
    const { webContents } = await this.#show(
      'print',
      certificateBody(certificate, paper, locale, parts, await paperTexts(locale)),
      locale,
    )
    await webContents.executeJavaScript(FIT_PAGE)
    const elements = (await webContents.executeJavaScript(INK_ELEMENTS)) as Element
    const pdf = await webContents.printToPDF({
      pageSize: paper,
      landscape: true,
      printBackground: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    })
    return { pdf, elements }
  }

  /** Draws a square PNG, without the credential. */
  async badge(certificate: CertificateView, locale: string): Promise<Uint8Array> {
    const words = badgeWords(certificate, locale, this.#logo(certificate), await paperTexts(locale))
    const page = await this.#show('badge', words, locale)
    const address: unknown = await page.webContents.executeJavaScript('window.badge')
    const picture = /^data:image\/png;base64,(.+)$/.exec(String(address))?.[1]
    if (picture === undefined) throw new Error('The badge could not be drawn.')
    return new Uint8Array(Buffer.from(picture, 'base64'))
  }

  async #show(kind: Kind, content: string, locale: string): Promise<BrowserWindow> {
    const template = (this.#templates[kind] ??= await readFile(
      join(this.rendererFolder, `${kind}.html`),
      'utf8',
    ))
    const html = template.replace(PLACE[kind], () => content).replace('lang="en"', () => `lang="${locale}"`)
    this.#count += 1
    const address = `${ORIGIN}/drawn-${this.#count}.html`
    this.made.set(address, html)
    try {
      const page = this.#open()
      await page.loadURL(address)
      await page.webContents.executeJavaScript(FONTS_READY)
      return page
    } finally {
      this.made.delete(address)
    }
  }

  #open(): BrowserWindow {
    if (this.#window && !this.#window.isDestroyed()) return this.#window
    this.#window = hiddenWindow()
    return this.#window
  }

  close(): void {
    this.#window?.destroy()
    this.#window = undefined
  }
}
