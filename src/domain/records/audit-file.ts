import { z } from 'zod'
import { AuditCheck, type AuditEntry, type AuditHead, type AuditTools, type AuditVerdict } from './audit'

const head = z.strictObject({
  seq: z.number().int().min(1),
  hash: z.string(),
  signer: z.string(),
  signature: z.string(),
  at: z.string(),
})

const headerSchema = z.object({
  type: z.literal('hold-the-line/audit'),
  format: z.number().int(),
  organisation: z.string(),
  exportedAt: z.string(),
  head,
})

const lineSchema = z.union([
  z.strictObject({ head }),
  z.strictObject({
    seq: z.number().int().min(1),
    at: z.string(),
    personId: z.string().nullable(),
    act: z.string(),
    detail: z.string(),
    previous: z.string(),
    hash: z.string(),
  }),
])

/**
 * Returns the first line of an exported log. It holds the newest signed head, which is therefore still there if the end
 * of the file is cut off.
 */
export function auditFileHeader(organisation: string, exportedAt: string, newest: AuditHead): string {
  const header = { type: 'hold-the-line/audit', format: 1, organisation, exportedAt, head: newest }
  return `${JSON.stringify(header)}\n`
}

/** Returns the line of an entry, and the line of the head that signs it, if there is one. */
export function auditFileLines(entry: AuditEntry, signed?: AuditHead): string {
  return `${JSON.stringify(entry)}\n${signed ? `${JSON.stringify({ head: signed })}\n` : ''}`
}

/** Thrown for a file that is no exported log, or one of a newer format. */
export class NoAuditFileError extends Error {
  override readonly name = 'NoAuditFileError'
}

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}

export interface AuditFileVerdict extends AuditVerdict {
  readonly organisation: string
  readonly exportedAt: string
}

/**
 * Checks an exported audit log.
 * @param lines the lines of the file, in order
 * @param issuers keys that may have signed; without any, a single key must have signed all of it
 * @throws NoAuditFileError when the first line is not the header of an exported log
 */
export function checkAuditFile(
  lines: Iterable<string>,
  tools: AuditTools,
  issuers: readonly string[] = [],
): AuditFileVerdict {
  const check = new AuditCheck(tools, issuers)
  let header: z.infer<typeof headerSchema> | undefined
  for (const line of lines) {
    if (line.trim() === '') continue
    if (!header) {
      const read = headerSchema.safeParse(parsed(line))
      if (!read.success) throw new NoAuditFileError('This is not an exported audit log.')
      if (read.data.format !== 1) {
        throw new NoAuditFileError('This audit log was exported by a newer version of Hold the Line.')
      }
      header = read.data
      continue
    }
    const read = lineSchema.safeParse(parsed(line))
    if (!read.success) check.unreadable()
    else if ('head' in read.data) check.addHead(read.data.head)
    else check.add(read.data)
  }
  if (!header) throw new NoAuditFileError('The file is empty.')
  const { organisation, exportedAt } = header
  return { organisation, exportedAt, ...check.finish(header.head, true) }
}
