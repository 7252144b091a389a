import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import type { InterfaceLocale } from '../../bridge/channels'
import { escapeHtml } from '../html'
import { ORIGIN } from '../protocol'
import { Refused } from '../refused'
import { REPORT_WORDS } from './report-words'

export interface ReportPrint {
  /** Inside of the page, every text escaped. */
  readonly body: string
  /** Stands at the foot of each page. */
  readonly footer: string
  readonly paper: 'A4' | 'Letter'
  readonly locale: InterfaceLocale
  readonly signal: AbortSignal
}

/** In inches; the foot holds a line of text. */
const MARGINS = { top: 0.6, bottom: 0.75, left: 0.6, right: 0.6 }

/** Chromium fills in the two classes. It draws the foot on a page of its own, which has no fonts of ours. */
const footerTemplate = (footer: string, words: string) =>
  `<div style="width: 100%; margin: 0 0.6in; display: flex; justify-content: space-between;
    font: 8px Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif; color: #4d5666">
    <span>${escapeHtml(footer)}</span><span>${words}</span></div>`

/**
 * Prints a report from a page of ours.
 * @param rendererFolder where the built `report.html` with its style sheet lies
 * @param made pages that the app's scheme serves; the report stands there while it is printed
 * @throws Refused `cancelled`
 */
export async function printReport(
  { body, footer, paper, locale, signal }: ReportPrint,
  rendererFolder: string,
  made: Map<string, string>,
): Promise<Uint8Array> {
  const template = await readFile(join(rendererFolder, 'report.html'), 'utf8')
  const title = REPORT_WORDS[locale].title
  const address = `${ORIGIN}/completion-report.html`
  made.set(
    address,
    template
      .replace('<!--report-->', () => body)
      .replace('lang="en"', () => `lang="${locale}"`)
      .replace('<title>Hold the Line', () => `<title>${title}`),
  )
  const page = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  const stop = () => page.destroy()
  signal.addEventListener('abort', stop)
  try {
    await page.loadURL(address)
    // Printed before its fonts are there, a page takes the system's.
    await page.webContents.executeJavaScript(
      'Promise.all([...document.fonts].map((font) => font.load())).then(() => true)',
    )
    return await page.webContents.printToPDF({
      pageSize: paper,
      printBackground: true,
      margins: MARGINS,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footerTemplate(
        footer,
        REPORT_WORDS[locale].page('<span class="pageNumber"></span>', '<span class="totalPages"></span>'),
      ),
    })
  } catch (error) {
    if (signal.aborted) throw new Refused('cancelled', 'It was cancelled.')
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    made.delete(address)
    if (!page.isDestroyed()) page.destroy()
  }
}
