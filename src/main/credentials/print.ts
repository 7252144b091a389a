import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import QRCode from 'qrcode'
import { plainToken, type CertificateSigner } from '../../domain/credentials'
import type { CertificateView } from '../../bridge/channels'
import { ORIGIN } from '../protocol'
import { certificateBody, type Paper } from './page'

/**
 * Draws a certificate as a one-page PDF with its fonts inside.
 * @param rendererFolder where the built `print.html` with its style sheet lies
 * @param made pages that the app's scheme serves; the certificate stands there while it is printed
 */
export async function printCertificate(
  certificate: CertificateView & { courseVersion: string },
  paper: Paper,
  locale: string,
  rendererFolder: string,
  made: Map<string, string>,
  signer: CertificateSigner = plainToken,
): Promise<Uint8Array> {
  const template = await readFile(join(rendererFolder, 'print.html'), 'utf8')
  const qr = await QRCode.toString(signer.token(certificate), {
    type: 'svg',
    margin: 0,
    errorCorrectionLevel: 'M',
  })
  const body = certificateBody(certificate, paper, locale, qr)
  const address = `${ORIGIN}/certificate-${certificate.id}-${paper}-${locale}.html`
  made.set(
    address,
    template.replace('<!--certificate-->', () => body).replace('lang="en"', () => `lang="${locale}"`),
  )
  const page = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  try {
    await page.loadURL(address)
    // Printed before its fonts are there, a page takes the system's.
    await page.webContents.executeJavaScript(
      'Promise.all([...document.fonts].map((font) => font.load())).then(() => true)',
    )
    return await page.webContents.printToPDF({
      pageSize: paper,
      landscape: true,
      printBackground: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    })
  } finally {
    made.delete(address)
    page.destroy()
  }
}
