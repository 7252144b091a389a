import type { PDFDocument } from '@cantoo/pdf-lib'

/**
 * Lays each page of one PDF over the page with the same number of another. Fonts and links of both stay as they are.
 * @param finish called with the document before anything is laid over it
 * @param over called with the number of pages; returns a PDF with as many pages of the same size
 */
export async function stampPages(
  pdf: Uint8Array,
  over: (pages: number) => Promise<Uint8Array>,
  finish?: (document: PDFDocument) => void | Promise<void>,
): Promise<Uint8Array> {
  // This library is only loaded when something is printed.
  const { PDFDocument, PDFName, PDFOperator, PDFOperatorNames } = await import('@cantoo/pdf-lib')
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  if (finish) await finish(document)
  const pages = document.getPages()
  const stamps = await PDFDocument.load(await over(pages.length))
  if (stamps.getPageCount() !== pages.length) {
    throw new Error(`${stamps.getPageCount()} pages can’t be laid over ${pages.length}.`)
  }
  const embedded = await document.embedPdf(stamps, stamps.getPageIndices())
  for (const [i, page] of pages.entries()) {
    // Screen readers must not read the laid-over text.
    const decoration = [PDFName.of('Artifact')]
    page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContent, decoration))
    page.drawPage(embedded[i]!)
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent))
  }
  return document.save()
}
