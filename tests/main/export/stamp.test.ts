import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { stampPages } from '../../../src/main/export/stamp'

/** Makes a PDF with this many pages; each has one line of text. */
async function printed(pages: number, text: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (let i = 1; i <= pages; i++) pdf.addPage([300, 200]).drawText(`${text} ${i}`, { x: 20, y: 20 })
  return pdf.save()
}

describe('stampPages', () => {
  it('lays as many pages over those of a file, and leaves their number and size', async () => {
    const asked: number[] = []
    const stamped = await stampPages(await printed(3, 'Row'), (pages) => {
      asked.push(pages)
      return printed(pages, 'Foot')
    })
    expect(asked).toEqual([3])
    const pdf = await PDFDocument.load(stamped)
    expect(pdf.getPages().map((page) => [page.getWidth(), page.getHeight()])).toEqual(
      Array.from({ length: 3 }, () => [300, 200]),
    )
    // Each page draws one more form than before: its footer.
    const forms = pdf.getPages().map((page) => page.node.normalizedEntries().XObject.keys().length)
    expect(forms).toEqual([1, 1, 1])
  })

  it('refuses pages that don’t match', async () => {
    await expect(stampPages(await printed(3, 'Row'), () => printed(2, 'Foot'))).rejects.toThrow(/2 pages/)
  })
})
