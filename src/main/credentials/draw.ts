import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import QRCode from 'qrcode'
import type { CertificateView } from '../../bridge/channels'
import { ORIGIN } from '../protocol'
import { badgeBody, certificateBody, type Paper } from './page'

/** Side of a badge in pixels. */
const BADGE = 600

/**
 * Draws certificates and badges on pages of ours, in one hidden window for as many as are wanted. One after the
 * other; `close` it at the end.
 */
export class Drawing {
  #template: string | undefined
  readonly #windows = new Map<'paper' | 'screen', BrowserWindow>()
  #count = 0

  /**
   * @param rendererFolder where the built `print.html` with its style sheet lies
   * @param made pages that the app's scheme serves; each stands there while it is drawn
   */
  constructor(
    private readonly rendererFolder: string,
    private readonly made: Map<string, string>,
  ) {}

  /** A one-page PDF with its fonts inside. @param token what the QR code carries */
  async pdf(certificate: CertificateView, token: string, paper: Paper, locale: string): Promise<Uint8Array> {
    const qr = await QRCode.toString(token, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
    const page = await this.#show('paper', certificateBody(certificate, paper, locale, qr), locale)
    return page.webContents.printToPDF({
      pageSize: paper,
      landscape: true,
      printBackground: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    })
  }

  /** A square PNG, without the credential. */
  async badge(certificate: CertificateView, locale: string): Promise<Uint8Array> {
    const page = await this.#show('screen', badgeBody(certificate, locale), locale)
    // Drawn once more after the fonts came, so that the picture is of the page as it stands now.
    await page.webContents.executeJavaScript(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))',
    )
    const picture = await page.webContents.capturePage({ x: 0, y: 0, width: BADGE, height: BADGE })
    const { width, height } = picture.getSize()
    if (width === 0 || height === 0) throw new Error('The badge could not be drawn.')
    const sized = width === BADGE ? picture : picture.resize({ width: BADGE, height: BADGE, quality: 'best' })
    return sized.toPNG()
  }

  async #show(kind: 'paper' | 'screen', body: string, locale: string): Promise<BrowserWindow> {
    this.#template ??= await readFile(join(this.rendererFolder, 'print.html'), 'utf8')
    const html = this.#template
      .replace('<!--certificate-->', () => body)
      .replace('lang="en"', () => `lang="${locale}"`)
    this.#count += 1
    const address = `${ORIGIN}/drawn-${this.#count}.html`
    this.made.set(address, html)
    const page = this.#window(kind)
    try {
      await page.loadURL(address)
      // Drawn before its fonts are there, a page takes the system's.
      await page.webContents.executeJavaScript(
        'Promise.all([...document.fonts].map((font) => font.load())).then(() => true)',
      )
    } finally {
      this.made.delete(address)
    }
    return page
  }

  #window(kind: 'paper' | 'screen'): BrowserWindow {
    const known = this.#windows.get(kind)
    if (known && !known.isDestroyed()) return known
    const window = new BrowserWindow({
      show: false,
      width: BADGE,
      height: BADGE,
      useContentSize: true,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        // A hidden window paints nothing that could be captured, unless it paints into memory.
        offscreen: kind === 'screen',
      },
    })
    this.#windows.set(kind, window)
    return window
  }

  close(): void {
    for (const window of this.#windows.values()) window.destroy()
    this.#windows.clear()
  }
}
