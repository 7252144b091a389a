import type { Readable } from 'node:stream'
import * as yauzl from 'yauzl'
import { ImportRefused, refuse } from '../domain/authoring/import/refusal'

/** Limits for an archive, so that a small file can’t fill a disk or the memory. */
export interface ZipLimits {
  readonly entries: number
  /** The unpacked size of all entries that are read, in bytes. */
  readonly bytes: number
}

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000)

function opened(bytes: Uint8Array): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    // yauzl refuses names that lead out of the archive, and entries whose length is not the stated one.
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(error)
      else resolve(zip)
    })
  })
}

function streamOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error)
      else resolve(stream)
    })
  })
}

async function contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry, most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of await streamOf(zip, entry)) {
    length += (piece as Buffer).length
    if (length > most) return refuse('zip-too-much', { megabytes: megabytes(most) })
    pieces.push(piece as Buffer)
  }
  return Buffer.concat(pieces)
}

function entriesOf(zip: yauzl.ZipFile, most: number): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = []
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry) => {
      entries.push(entry)
      if (entries.length > most) reject(new ImportRefused('zip-damaged'))
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

const LEADS_OUT = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/

/**
 * Reads an archive.
 * @param wanted selects entries by their names and stated sizes; others are not unpacked
 * @throws ImportRefused for an archive that is damaged, states wrong sizes, or holds names that lead out of it
 */
export async function readZip(
  bytes: Uint8Array,
  wanted: (name: string, size: number) => boolean,
  limits: ZipLimits,
): Promise<Map<string, Uint8Array>> {
  try {
    const zip = await opened(bytes)
    const entries = await entriesOf(zip, limits.entries)
    const found = new Map<string, Uint8Array>()
    let left = limits.bytes
    for (const entry of entries) {
      const { fileName } = entry
      if (fileName.endsWith('/') || !wanted(fileName, entry.uncompressedSize)) continue
      if (found.has(fileName)) return refuse('zip-name', { name: fileName })
      if (entry.uncompressedSize > left) return refuse('zip-too-much', { megabytes: megabytes(limits.bytes) })
      const content = await contentOf(zip, entry, left)
      left -= content.length
      found.set(fileName, content)
    }
    return found
  } catch (error) {
    if (error instanceof ImportRefused) throw error
    const name = LEADS_OUT.exec((error as Error).message)?.[1]
    return name === undefined ? refuse('zip-damaged') : refuse('zip-name', { name })
  }
}
