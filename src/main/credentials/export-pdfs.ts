import { join } from 'node:path'
import { refusalOf } from '../files/errors'
import type { StoredCredential } from '../store/tables/credentials'
import type { JobContext } from './jobs'

/** The detail of the audit entry for certificates that were saved into a folder. */
export interface PdfsNote {
  readonly form: 'pdf'
  readonly count: number
  /** The intended number of files, if the export ended early. */
  readonly planned?: number
}

interface Parts {
  readonly folder: string
  readonly certificates: Iterable<StoredCredential>
  /** The number of certificates. */
  readonly total: number
  /** Makes the file of a certificate; `undefined` for one that is not signed yet. */
  readonly pdf: (certificate: StoredCredential) => Promise<{ name: string; content: Uint8Array } | undefined>
  readonly write: (path: string, content: Uint8Array) => void
  readonly note: (note: PdfsNote) => void
}

/**
 * Writes a file for each certificate. The entry in the audit log is written before the first file, so that no file
 * leaves the program unrecorded. If fewer files were written, another entry says how many.
 * @throws the error that keeps the entry from being written, before any file; then Refused where a file can't be
 *   written
 */
export async function exportPdfs(
  { folder, certificates, total, pdf, write, note }: Parts,
  { signal, step }: JobContext,
): Promise<void> {
  note({ form: 'pdf', count: total })
  let written = 0
  try {
    for (const certificate of certificates) {
      if (signal.aborted) break
      const file = await pdf(certificate)
      if (file) {
        const path = join(folder, file.name)
        try {
          write(path, file.content)
        } catch (error) {
          throw refusalOf(error, path)
        }
        written += 1
      }
      step(file === undefined)
    }
  } finally {
    if (written < total) note({ form: 'pdf', count: written, planned: total })
  }
}
