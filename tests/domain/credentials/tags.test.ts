import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
} from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { operationsOf } from '../../../src/domain/credentials/pdf-content'
import { describePdf } from '../../../src/domain/credentials/describe'
import { srgbProfile } from '../../../src/domain/credentials/icc'
import { tagPages, type Element } from '../../../src/domain/credentials/tags'

/** Returns a colour as a PDF writes it. */
const colour = (ink: number) => [16, 8, 0].map((shift) => ((ink >> shift) & 255) / 255).join(' ')

async function paper(content: string): Promise<PDFDocument> {
  const file = await PDFDocument.create()
  const page = file.addPage([300, 200])
  const bytes = Uint8Array.from(content, (character) => character.charCodeAt(0))
  page.node.set(PDFName.of('Contents'), file.context.register(file.context.flateStream(bytes)))
  return file
}

function contentOf(file: PDFDocument): string {
  const stream = file.getPage(0).node.Contents() as PDFRawStream
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

const H1: Element = { role: 'H1', text: 'Name', inks: [[0x200001, 0x1b2330]], children: [] }
const P: Element = { role: 'P', inks: [[0x200002, 0x4d5666]], children: [] }
const root: Element = { role: 'Document', children: [{ role: 'Sect', children: [H1, P] }] }
const CONTENT = `q 0 0 10 10 re f Q
BT ${colour(0x200002)} rg /F1 12 Tf [(a) -3 (\\) Tj)] TJ (b) Tj ET
q ${colour(0x200001)} rg BT (Name) Tj ET Q
BT (c) Tj ET 0 0 m 5 5 l S`

describe('tagging', () => {
  it('marks what each element wrote, gives it its colour, and calls all else decoration', async () => {
    const file = await paper(CONTENT)
    tagPages(file, root)
    const content = contentOf(file).replaceAll(/\s+/g, ' ')
    expect(content).toContain('/Artifact BMC 0 0 10 10 re f EMC')
    // After `Q`, the colour from before `q` holds again.
    expect(content).toMatch(/\/P <<\/MCID 0>> BDC \[\(a\) -3 \(\\\) Tj\)\] TJ \(b\) Tj EMC ET/)
    expect(content).toMatch(/BT \/H1 <<\/MCID 1>> BDC \(Name\) Tj EMC ET Q/)
    expect(content).toMatch(/BT \/P <<\/MCID 2>> BDC \(c\) Tj EMC ET/)
    expect(content).toContain('/Artifact BMC 0 0 m 5 5 l S EMC')
    expect(content).toContain('0.302 0.3373 0.4 rg')
    expect(content.match(/BDC|BMC/g)).toHaveLength(content.match(/EMC/g)!.length)
  })

  it('reads in the order of the elements, whatever was painted first', async () => {
    const file = await paper(CONTENT)
    tagPages(file, root)
    const tree = file.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    const roles: string[] = []
    const walk = (dict: PDFDict) => {
      roles.push(String(dict.get(PDFName.of('S'))))
      const kids = dict.lookup(PDFName.of('K')) as unknown as { asArray(): unknown[] }
      for (const kid of kids.asArray()) {
        const found = file.context.lookup(kid as never)
        if (found instanceof PDFDict && found.has(PDFName.of('S'))) walk(found)
      }
    }
    walk(
      file.context.lookup(
        (tree.lookup(PDFName.of('K')) as never as { get(i: number): never }).get(0),
        PDFDict,
      ),
    )
    expect(roles).toEqual(['/Document', '/Sect', '/H1', '/P'])
  })

  it('gives a picture its text, and words whose letters stand otherwise on paper', async () => {
    const logo: Element = { role: 'Figure', alt: 'Logo of Méridien', inks: [[0x200003, 0]], children: [] }
    const file = await paper(`${CONTENT} ${colour(0x200003)} RG 0 0 m 9 9 l S`)
    tagPages(file, { role: 'Document', children: [H1, P, logo] })
    const found = file.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    const saying = (key: string) =>
      found.flatMap((dict) => {
        const said = dict.get(PDFName.of(key))
        return said instanceof PDFHexString ? [said.decodeText()] : []
      })
    expect(saying('Alt')).toEqual(['Logo of Méridien'])
    expect(saying('ActualText')).toEqual(['Name'])
  })

  it('refuses a paper on which an element was not found: its colours would be wrong', async () => {
    const file = await paper('BT (x) Tj ET')
    expect(() => tagPages(file, root)).toThrow(/H1/)
  })

  it('reads strings with brackets and pictures within a stream as one operand', () => {
    const found = [...operationsOf('(a(b)\\)) Tj BI /W 1 ID \x01Tj\x02 EI Q % Tj\n<41> Tj')].map(
      (o) => o.operator,
    )
    expect(found).toEqual(['Tj', 'BI', 'Q', 'Tj'])
  })
})

describe('what a paper says of itself', () => {
  it('stands in its dictionary and as XMP alike', async () => {
    const file = await paper('')
    const at = new Date('2026-11-23T10:00:00Z')
    const id = '0'.repeat(32)
    describePdf(file, { title: 'A & B', author: 'Méridien', language: 'fr', at, id, archive: true })
    const saved = Buffer.from(await file.save({ useObjectStreams: false })).toString('latin1')
    const xmp = Buffer.from(saved, 'latin1').toString('utf8')
    expect(xmp).toContain('A &amp; B')
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(xmp).toContain('<xmp:CreateDate>2026-11-23T10:00:00Z</xmp:CreateDate>')
    const read = await PDFDocument.load(Buffer.from(saved, 'latin1'), { updateMetadata: false })
    expect([read.getTitle(), read.getAuthor()]).toEqual(['A & B', 'Méridien'])
  })

  it('has a profile of sRGB whose length and offsets are its own', () => {
    const profile = srgbProfile()
    const view = new DataView(profile.buffer)
    expect(view.getUint32(0)).toBe(profile.length)
    for (let tag = 0; tag < view.getUint32(128); tag += 1) {
      const [offset, length] = [view.getUint32(136 + tag * 12), view.getUint32(140 + tag * 12)]
      expect(offset % 4).toBe(0)
      expect(offset + length).toBeLessThanOrEqual(profile.length)
    }
  })
})
