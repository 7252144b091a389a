import { readFileSync, statSync } from 'node:fs'
import {
  LARGEST_FILE,
  LARGEST_UNPACKED,
  looksLikeToken,
  publicKeyOf,
  type CertificateVerdict,
  type VerdictNote,
  type VerdictReason,
  type VerdictStatus,
} from '../domain/credentials'
import type { AnyList } from '../domain/credentials/any-list'
import { readText, UsageError } from './files'

/** 0 is for `valid` alone; 2 is a command line that can't be carried out, as for every command. */
export const VERIFY_EXIT_CODES: Readonly<Record<VerdictStatus, number>> = {
  valid: 0,
  tampered: 1,
  expired: 3,
  revoked: 4,
  'unknown-issuer': 5,
  'not-yet-valid': 6,
  unreadable: 7,
}

const REASONS: Readonly<Record<VerdictReason, string>> = {
  'not-json': 'It was a certificate; its text was changed so that it is no JSON any more.',
  'repeated-member': 'It gives the same member twice, so two programs could read two different things.',
  'other-form': 'Something was added, removed or moved.',
  'not-signed': 'Its signature was removed.',
  signature: 'The signature does not match the content.',
  'token-differs': 'The token of the QR code and the credential say different things.',
  'token-missing': 'The token of the QR code was removed from the file.',
  several: 'It holds more than one credential.',
  checksum: 'The picture was changed after the credential was put into it.',
  'too-large': `It has more than ${LARGEST_FILE / 1_000_000} MB. It was not opened.`,
  'unpacks-to-too-much': `What is packed in it unpacks to more than ${LARGEST_UNPACKED / 1_000_000} MB. It was not opened any further.`,
  damaged:
    'It is damaged or was cut off on its way: it can’t be read to its end. That does not mean that anyone changed it. Ask for the file again, or scan the QR code again.',
  locked:
    'It is a PDF that is protected against opening or editing, so its attachments can’t be read. Ask for the original file, or remove the protection (qpdf --decrypt, with the password where there is one), or verify its QR code.',
  archive: 'It is an archive. Unpack it and verify the file inside.',
  'no-credential':
    'No credential is attached. Printing or photographing a certificate removes it: verify its QR code instead.',
  'not-a-certificate': 'It is not a Hold the Line certificate.',
}

function read(file: string): Uint8Array {
  if (looksLikeToken(file)) return new TextEncoder().encode(file)
  try {
    // One byte more than is looked into says that it is too large; a huge file is not read.
    return statSync(file).size > LARGEST_FILE ? new Uint8Array(LARGEST_FILE + 1) : readFileSync(file)
  } catch (cause) {
    throw new UsageError(`${file} can’t be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`)
  }
}

async function listFrom(file: string): Promise<AnyList> {
  const { readAnyList } = await import('../domain/credentials/any-list')
  const list = await readAnyList(readText(file))
  if (!list)
    throw new UsageError(`${file} is no list of revoked certificates, or it was altered or is incomplete.`)
  return list
}

const NOTES: Readonly<Record<VerdictNote, string>> = {
  'token-alone':
    'Only the token of the QR code is left in this PDF: its credential was lost on the way, for example when the PDF was printed to another PDF. Everything the token says is shown here.',
  'credential-alone': 'The token of the QR code was lost on the way. The credential says the same.',
  'within-another':
    'It was found inside something else, such as a presentation or an email. Who made that was not checked.',
  'beside-others':
    'The file also contains things that are not Hold the Line certificates. They were not checked.',
}

function sentence(verdict: CertificateVerdict, list: AnyList | undefined): string {
  const { status, reason, told, revocation } = verdict
  if (reason !== null) return REASONS[reason]
  const issued = told && `It is genuine.`
  switch (status) {
    case 'expired':
      return `${issued} It was valid until ${told!.validUntilOn}.`
    case 'not-yet-valid':
      return `${issued} Its validity begins on ${told!.issuedOn}, at ${told!.issuedAt}.`
    case 'revoked':
      return revocation!.superseded
        ? `${issued} Another certificate took its place on ${revocation!.on}.`
        : revocation!.on === null
          ? `${issued} It was revoked, as the published list of ${list!.at} says.`
          : `${issued} It was revoked on ${revocation!.on}.`
    case 'unknown-issuer':
      return 'Its signature holds, but it is of another issuer than the one that was asked for.'
    default:
      if (!list) {
        const where = told?.place ? ` That list is published at ${told.place.list}.` : ''
        return `Nothing was altered. Whether it was revoked was not checked: that needs --revocations or --status.${where}`
      }
      return list.covers(told!.place)
        ? `Nothing was altered, and it is not on the list of revoked certificates, made at ${list.at}.`
        : 'Nothing was altered. Whether it was revoked was not checked: it does not name this published list. The token of a QR code names none; verify the whole certificate, or give --revocations.'
  }
}

function linesOf(verdict: CertificateVerdict, list: AnyList | undefined, head: string): string[] {
  const { status, issuer, issuerChecked, told, notes } = verdict
  const lines = [
    `${status}: ${head}`,
    `  ${sentence(verdict, list)}`,
    ...notes.map((note) => `  ${NOTES[note]}`),
  ]
  if (told) {
    const { hits, attacks, served, legitimate } = told
    lines.push(
      `  ${told.id}: ${told.personName}, ${told.organisation}`,
      `  ${told.title ?? told.course}, ${told.course} ${told.courseVersion}`,
      `  ${told.scorePercent} of 100; ${hits} of ${attacks} attacks stopped, ${served} of ${legitimate} customers served`,
      `  valid from ${told.issuedOn} until ${told.validUntilOn}`,
    )
  }
  if (issuer !== null) {
    lines.push(`  issuer ${issuer}`)
    if (!issuerChecked) {
      lines.push(
        '  Who that is was not checked. Compare it with what the organisation publishes, or give it with --issuer.',
      )
    }
  }
  return lines
}

function report(file: string, verdict: CertificateVerdict, list: AnyList | undefined): string {
  const name = looksLikeToken(file) ? 'the token' : file
  const form = verdict.form === null ? '' : ` (${verdict.form})`
  const lines = [
    ...linesOf(verdict, list, `${name}${form}`),
    ...verdict.also.flatMap((other) => linesOf(other, list, `also in ${name}`)),
  ]
  // Whoever signed it chose the words; a terminal must not take any of them for a command.
  return lines.map((line) => line.replaceAll(/\p{C}/gu, '�')).join('\n')
}

/**
 * `htl verify FILE`: what a certificate's file comes to.
 * @param issuers the `did:key` names whose certificates are taken; none means any
 * @param revocations a signed list of revoked certificates
 * @param status the published one, as a file; each is taken in either place
 */
export async function verifyCommand(
  files: readonly string[],
  issuers: readonly string[],
  revocations: string | undefined,
  status?: string,
): Promise<{ code: number; json: unknown; text: string }> {
  const [file, ...more] = files
  if (file === undefined || more.length > 0) throw new UsageError('verify: name one file, or give one token.')
  for (const issuer of issuers) {
    if (!publicKeyOf(issuer))
      throw new UsageError(`‘${issuer}’ is not an issuer. An issuer begins with did:key:z6Mk.`)
  }
  const bytes = read(file)
  if (revocations !== undefined && status !== undefined) {
    throw new UsageError('verify: give one list, with --revocations or with --status.')
  }
  const listFile = revocations ?? status
  const { verifyCertificate } = await import('../domain/credentials/verify')
  const list = listFile === undefined ? undefined : await listFrom(listFile)
  const verdict = await verifyCertificate(bytes, {
    now: new Date().toISOString(),
    ...(issuers.length > 0 ? { issuers } : {}),
    revocation: (issuer, id, place) => (list?.iss === issuer ? list.revocation(id, place) : undefined),
    parse: Date.parse,
    format: (milliseconds) => new Date(milliseconds).toISOString(),
  })
  if (list && verdict.issuer !== null && list.iss !== verdict.issuer) {
    throw new UsageError(
      `${listFile} is of another issuer, ${list.iss}. It says nothing about a certificate of ${verdict.issuer}.`,
    )
  }
  return {
    code: VERIFY_EXIT_CODES[verdict.status],
    json: {
      ok: verdict.status === 'valid',
      file: looksLikeToken(file) ? null : file,
      ...verdict,
      revocationsChecked: list !== undefined && (verdict.told === null || list.covers(verdict.told.place)),
    },
    text: report(file, verdict, list),
  }
}
