import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib'
import { utf8 } from '@scure/base'
import { srgbProfile } from './icc'

/** The metadata of a paper. */
export interface Description {
  readonly title: string
  readonly author: string
  readonly subject?: string
  /** A BCP 47 tag. */
  readonly language: string
  readonly at: Date
  /** 32 hexadecimal digits, unique for each paper. */
  readonly id: string
  /** True if the paper has everything that PDF/A-3 demands, and may therefore claim it. */
  readonly archive: boolean
}

const PRODUCER = 'Hold the Line'

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Writes the description as XMP (ISO 16684-1), with the identification of PDF/UA-1 and PDF/A-3. */
function xmp({ title, author, subject, language, at, archive }: Description): string {
  const alt = (text: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li><rdf:li xml:lang="${escape(language)}">${escape(text)}</rdf:li></rdf:Alt>`
  // XMP and the dictionary of a PDF must give the same second.
  const moment = `${at.toISOString().slice(0, 19)}Z`
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title>${alt(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${escape(author)}</rdf:li></rdf:Seq></dc:creator>
${subject === undefined ? '' : `<dc:description>${alt(subject)}</dc:description>\n`}<dc:language><rdf:Bag><rdf:li>${escape(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>${moment}</xmp:CreateDate>
<xmp:ModifyDate>${moment}</xmp:ModifyDate>
<pdf:Producer>${PRODUCER}</pdf:Producer>
${archive ? '<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n' : ''}<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
${archive ? PDFUA_EXTENSION : ''}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

/**
 * PDF/A knows no schema of PDF/UA, so that a paper which conforms to both has to describe that schema (ISO 19005-3,
 * 6.6.2.3).
 */
const PDFUA_EXTENSION = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

/**
 * Writes the metadata of a PDF (title, author, language and time, in its dictionary and as XMP), its colour profile and
 * its id.
 */
export function describePdf(file: PDFDocument, description: Description): void {
  const { context, catalog } = file
  const { title, author, subject, language, at, id } = description
  file.setTitle(title, { showInWindowTitleBar: true })
  file.setAuthor(author)
  if (subject !== undefined) file.setSubject(subject)
  file.setLanguage(language)
  file.setCreator(PRODUCER)
  file.setProducer(PRODUCER)
  file.setCreationDate(at)
  file.setModificationDate(at)
  const metadata = context.stream(utf8.decode(xmp(description)), { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(metadata))
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }))
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFA1', DestOutputProfile: profile }) as PDFDict
  intent.set(PDFName.of('OutputConditionIdentifier'), PDFString.of('sRGB'))
  intent.set(PDFName.of('Info'), PDFString.of('sRGB'))
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]))
  const hex = PDFHexString.of(id)
  const ids = PDFArray.withContext(context)
  ids.push(hex)
  ids.push(hex)
  context.trailerInfo.ID = ids
}
