import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { InterfaceLocale } from '../../bridge/channels'
import type { Element } from '../../domain/credentials/tags'
import { INK_ELEMENTS } from '../windows/ink-elements'
import { FONTS_READY } from '../windows/fonts-ready'
import { ORIGIN } from '../windows/protocol'
import { Refused } from '../refused'
import { hiddenWindow } from '../windows/window'
import { dayAndTime, reportFeet, type ReportTexts } from './report-page'
import { stampPages } from './stamp'
import { sha256 } from '../sha256'

export interface ReportPrint {
  /** The HTML inside the page, with every text escaped. */
  readonly body: string
  /** The text at the foot of each page. */
  readonly footer: string
  readonly paper: 'A4' | 'Letter'
  readonly locale: InterfaceLocale
  readonly texts: ReportTexts
  /** The organisation whose report it is. */
  readonly organisation: string
  /** The time whose state the report shows, ISO 8601. */
  readonly at: string
  readonly signal: AbortSignal
}

/** In inches. The foot holds one line of text, which `report.css` places. */
const MARGINS = { top: 0.6, bottom: 0.75, left: 0.6, right: 0.6 }
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 }

/**
 * Prints a report from one of our pages.
 * @param rendererFolder the folder of the built `report.html` with its style sheet
 */
export async function printReport(
  { body, footer, paper, locale, texts, organisation, at, signal }: ReportPrint,
  rendererFolder: string,
  made: Map<string, string>,
): Promise<Uint8Array> {
  const template = await readFile(join(rendererFolder, 'report.html'), 'utf8')
  const title = texts('title')
  const address = `${ORIGIN}/completion-report.html`
  const stand = (content: string) =>
    made.set(
      address,
      template
        .replace('<!--report-->', () => content)
        .replace('lang="en"', () => `lang="${locale}"`)
        .replace('<title>Hold the Line', () => `<title>${title}`),
    )
  const page = hiddenWindow()
  const stop = () => page.destroy()
  signal.addEventListener('abort', stop)
  try {
    let elements: Element | undefined
    const print = async (content: string, margins: Electron.Margins) => {
      stand(content)
      await page.loadURL(address)
      await page.webContents.executeJavaScript(FONTS_READY)
      if (margins === MARGINS) elements = (await page.webContents.executeJavaScript(INK_ELEMENTS)) as Element
      return page.webContents.printToPDF({ pageSize: paper, printBackground: true, margins })
    }
    // Chromium’s own footers can’t use our typeface, and the number of pages is only known after printing.
    return await stampPages(
      await print(body, MARGINS),
      (pages) => print(reportFeet(footer, pages, texts), NO_MARGINS),
      async (document) => {
        const [{ tagPages }, { describePdf }] = await Promise.all([
          import('../../domain/credentials/tags'),
          import('../../domain/credentials/describe'),
        ])
        tagPages(document, elements!)
        describePdf(document, {
          title: `${title}, ${organisation}, ${dayAndTime(at, locale)}`,
          author: organisation,
          language: locale,
          at: new Date(at),
          id: sha256(body).slice(0, 32),
          archive: false,
        })
      },
    )
  } catch (error) {
    if (signal.aborted) throw new Refused('cancelled', 'It was cancelled.')
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    made.delete(address)
    if (!page.isDestroyed()) page.destroy()
  }
}
