import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRawStream,
} from '@cantoo/pdf-lib'
import { expect, test, type Page } from '@playwright/test'
import QRCode from 'qrcode'
import certificatesEn from '../../src/texts/en/certificates.json'
import { operationsOf } from '../../src/domain/credentials/pdf-content'
import { attachmentsOf, TOKEN_FILE } from '../../src/domain/credentials/pdf'
import { verifyCertificate } from '../../src/domain/credentials/verify'
import { holds } from '../domain/credentials/independent'
import { chooseFile, dataFolder, launch, removeFolder, type Running } from './launch'
import { PRIYA, setUp, WORDS } from './journey'
import { showOnCertificates } from './issuer-profile'
import { looker } from './looking'
import { earnCertificate } from './rounds'

const { en } = WORDS
const c = certificatesEn
let folder: string
let running: Running

test.beforeEach(async () => {
  folder = dataFolder()
  running = await launch(folder, { size: { width: 1440, height: 900 } })
})
test.afterEach(async () => {
  await running.app.close()
  removeFolder(folder)
})

/** Presses a button that asks where to save, and waits for the file. */
async function save(page: Page, button: string, file: string): Promise<Buffer> {
  const path = join(folder, file)
  await chooseFile(running.app, path)
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect.poll(() => existsSync(path)).toBe(true)
  return readFileSync(path)
}

/** Makes the system's open dialog answer with this file or folder. */
async function chooseToOpen(path: string): Promise<void> {
  await running.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
}

/** Compares the printed QR code of an A4 certificate with its token, module by module, at 300 dpi. */
async function expectQrCode(file: string): Promise<void> {
  const attached = await attachmentsOf(new Uint8Array(readFileSync(file)))
  const token = typeof attached === 'string' ? undefined : attached.find(({ name }) => name === TOKEN_FILE)
  if (!token) throw new Error(`There is no token in ${file}.`)
  const { modules } = QRCode.create(Buffer.from(token.bytes).toString(), { errorCorrectionLevel: 'M' })
  const grey = execFileSync('pdftoppm', ['-r', '300', '-gray', file], { maxBuffer: 64_000_000 })
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/
    .exec(grey.subarray(0, 40).toString('latin1'))!
    .map(Number)
  const pixels = grey.subarray(grey.length - width! * height!)
  // Its place is that of print.css: 120 px wide, 96 px from the right, 84 px from the bottom, 96 px an inch.
  const scale = 300 / 96
  const left = width! - (96 + 120) * scale
  const top = (209.8 / 25.4) * 300 - (84 + 120) * scale
  let wrong = 0
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      const at = (n: number) => ((n + 0.5) * 120 * scale) / modules.size
      const dark = pixels[Math.round(top + at(y)) * width! + Math.round(left + at(x))]! < 128
      if (dark !== Boolean(modules.get(y, x))) wrong += 1
    }
  }
  expect(wrong).toBe(0)
}

async function verifyInApp(page: Page, path: string): Promise<string> {
  await page.getByRole('button', { name: c['verify.open'] }).click()
  await chooseToOpen(path)
  await page.getByRole('button', { name: c['verify.choose'] }).click()
  const verdict = page.locator('.verified b')
  await verdict.waitFor()
  const word = await verdict.textContent()
  return word ?? ''
}

/** Counts how often a page draws the first glyph of a font, which stands for all characters that the font lacks. */
async function missingGlyphs(file: string): Promise<number> {
  const pdf = await PDFDocument.load(readFileSync(file))
  const stream = pdf.context.lookup(pdf.getPage(0).node.get(PDFName.of('Contents'))) as PDFRawStream
  const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  let missing = 0
  for (const { operator, operands } of operationsOf(content)) {
    if (operator !== 'Tj' && operator !== 'TJ') continue
    for (const glyphs of operands.filter((operand) => operand.startsWith('<'))) {
      missing += glyphs
        .slice(1, -1)
        .match(/..../g)!
        .filter((glyph) => glyph === '0000').length
    }
  }
  return missing
}

test('names in other scripts, a logo and a signatory are printed with our fonts alone', async () => {
  const { app, page } = running
  const name = 'பிரியா प्रिया 김민준 王さくら محمد สมชาย'
  await setUp(page, { ...PRIYA, name })
  await showOnCertificates(app, page, { signatory: 'דוד כהן', title: 'Κέντρο κατάρτισης' })
  await earnCertificate(page)
  await page.getByRole('button', { name: /certificate:/i }).click()
  await page.getByText(en['certificate.certifies']).waitFor()
  await page.locator('.sheet-signatory').getByText('דוד כהן').waitFor()
  await looker(running, 'en')('certificate-scripts')
  await save(page, en['certificate.save'], 'certificate.pdf')
  await save(page, c['save-badge'], 'badge.png')
  const file = join(folder, 'certificate.pdf')
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2)
  for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+(IBMPlex|NotoSans)\S* .* yes yes yes /)
  for (const script of ['Tamil', 'Devanagari', 'KR', 'JP', 'Arabic', 'Thai', 'Hebrew']) {
    expect(fonts.join('\n')).toContain(script)
  }
  expect(await missingGlyphs(file)).toBe(0)
  expect(execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' })).toContain('image')
  const saved = await PDFDocument.load(readFileSync(file))
  const said = saved.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const alt = object instanceof PDFDict ? object.get(PDFName.of('Alt')) : undefined
    return alt instanceof PDFHexString ? [alt.decodeText()] : []
  })
  expect(said.some((alt) => alt.includes(PRIYA.organisation))).toBe(true)
  expect(said.some((alt) => alt.includes('QR'))).toBe(true)
})

test('a certificate leaves the program signed, is verified, issued anew and revoked', async () => {
  const { page } = running
  const look = looker(running, 'en')
  await setUp(page)
  await earnCertificate(page)
  await page.getByRole('button', { name: /certificate:/i }).click()
  await page.getByText(en['certificate.certifies']).waitFor()

  // A computer in English begins with Letter.
  await page
    .locator('.paper')
    .getByRole('button', { name: /A4|Letter/ })
    .click()
  await page.getByRole('option', { name: 'A4', exact: true }).click()
  const pdf = await save(page, en['certificate.save'], 'certificate.pdf')
  const png = await save(page, c['save-badge'], 'badge.png')
  const json = await save(page, c['save-credential'], 'credential.json')
  await look('certificate-signed')
  for (const bytes of [pdf, png, json]) {
    const verdict = await verifyCertificate(new Uint8Array(bytes), {
      now: new Date().toISOString(),
      encodings: [],
      parse: Date.parse,
      format: (ms) => new Date(ms).toISOString(),
    })
    expect(verdict).toMatchObject({ status: 'valid', told: { personName: PRIYA.name } })
  }
  expect(await holds(JSON.parse(json.toString()) as Record<string, unknown>)).toBe(true)
  const file = join(folder, 'certificate.pdf')
  await expectQrCode(file)
  const attached = execFileSync('pdfdetach', ['-list', file], { encoding: 'utf8' })
  expect(attached).toContain('credential.json')
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(
    /Title: +Agent onboarding.*Metadata Stream: +yes.*Tagged: +yes.*Pages: +1\n/s,
  )
  // A screen reader reads the issuer, then the name as the only heading, then the achievement.
  const heard = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' })
  expect(heard).toMatch(/P .*"certifies that"\s+H1 [^L]*Zoé.*P .*"completed .*L .*Figure/s)
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2)
  expect(fonts.filter((font) => !/^[A-Z]{6}\+(IBMPlex|NotoSans)/.test(font))).toEqual([])

  await page.getByRole('button', { name: en['nav.records'], exact: true }).click()
  await page.getByRole('tab', { name: en['records.certificates'] }).click()
  await page.getByRole('button', { name: /^Open HTL-/ }).waitFor()
  await look('certificates')
  expect(await verifyInApp(page, file)).toBe(c['verify.result.valid'])
  await look('certificates-verify')
  await page.keyboard.press('Escape')
  const forged = join(folder, 'forged.json')
  writeFileSync(forged, json.toString().replace('"100"', '"101"').replace(PRIYA.name, 'Mallory'))
  expect(await verifyInApp(page, forged)).toBe(c['verify.result.tampered'])
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: /^Re-issue HTL-/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: c['reissue.go'], exact: true }).click()
  await page.getByText(c['status.superseded'], { exact: true }).waitFor()
  expect(await verifyInApp(page, file)).toBe(c['verify.result.revoked'])
  await page.keyboard.press('Escape')

  const pdfs = join(folder, 'pdfs')
  execFileSync('mkdir', [pdfs])
  await chooseToOpen(pdfs)
  await page.getByRole('button', { name: c['save-pdfs'] }).click()
  await page.getByText('1 PDF was saved in pdfs.').waitFor()

  await page.getByRole('button', { name: /^Revoke HTL-/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: c['revoke.go'], exact: true }).click()
  await page.getByText(c['revoke.reason.missing']).waitFor()
  await page.getByLabel(c['revoke.reason'], { exact: true }).fill('Played by a colleague')
  await page.getByRole('alertdialog').getByRole('button', { name: c['revoke.go'], exact: true }).click()
  await page.getByText('Played by a colleague').waitFor()
  const list = await save(page, c['export-revocations'], 'revocations.json')
  expect(list.length).toBeGreaterThan(200)

  await page.getByRole('button', { name: en['nav.settings'], exact: true }).click()
  await page.getByRole('tab', { name: c['issuer.title'] }).click()
  await page.getByText(/did:key:z6Mk/).waitFor()
  await look('issuer')
})
