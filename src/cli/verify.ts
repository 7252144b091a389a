import {
  LARGEST_FILE,
  LARGEST_UNPACKED,
  looksLikeToken,
  publicKeyOf,
  type CertificateVerdict,
  type VerdictStatus,
} from '../domain/credentials'
import type { AnyList } from '../domain/credentials/any-list'
import type { Translate } from '../texts/translate'
import { LARGEST_LOG, onlyFile, readBytes, readSavedText, UsageError } from './files'

/** Only `valid` gives 0. As for every command, 2 is a command line that can't be carried out. */
export const VERIFY_EXIT_CODES: Readonly<Record<VerdictStatus, number>> = {
  valid: 0,
  tampered: 1,
  expired: 3,
  revoked: 4,
  'unknown-issuer': 5,
  'not-yet-valid': 6,
  unreadable: 7,
}

/** The sizes that sentences name, in megabytes. */
const SIZES = { most: LARGEST_FILE / 1_000_000, unpacked: LARGEST_UNPACKED / 1_000_000 }

type Say = Translate<'cli'>

function read(file: string): Uint8Array {
  if (looksLikeToken(file)) return new TextEncoder().encode(file)
  return readBytes(file, LARGEST_FILE)
}

async function listFrom(file: string): Promise<AnyList> {
  const { readAnyList } = await import('../domain/credentials/any-list')
  const list = await readAnyList(readSavedText(file, LARGEST_LOG))
  if (!list) throw new UsageError((t) => t('verify.no-list-file', { file }))
  return list
}

/** Returns true if a list tells whether a certificate was revoked: it is its issuer's own, and covers it. */
const tellsOf = (list: AnyList | undefined, { issuer, told }: CertificateVerdict): boolean =>
  list !== undefined && (told === null || (list.iss === issuer && list.covers(told.place)))

function sentence(verdict: CertificateVerdict, list: AnyList | undefined, t: Say): string {
  const { status, reason, told, revocation, issuer } = verdict
  if (reason !== null) return t(`verify.reason.${reason}`, SIZES)
  switch (status) {
    case 'expired':
      return t('verify.expired', { day: told!.validUntilOn })
    case 'not-yet-valid':
      return t('verify.not-yet-valid', { day: told!.issuedOn, at: told!.issuedAt })
    case 'revoked': {
      const { on, superseded } = revocation!
      if (superseded) return t('verify.superseded', { day: String(on) })
      return on === null ? t('verify.revoked-listed', { at: list!.at }) : t('verify.revoked', { day: on })
    }
    case 'unknown-issuer':
      return t('verify.unknown-issuer')
    default: {
      if (list) {
        if (list.iss !== issuer) return t('verify.not-own-list')
        return list.covers(told!.place) ? t('verify.not-listed', { at: list.at }) : t('verify.not-covered')
      }
      const where = told?.place ? [t('verify.list-at', { address: told.place.list })] : []
      return [t('verify.no-list'), ...where].join(' ')
    }
  }
}

function linesOf(verdict: CertificateVerdict, list: AnyList | undefined, head: string, t: Say): string[] {
  const { status, issuer, issuerChecked, told, notes } = verdict
  const lines = [
    `${t(`verify.status.${status}`)}: ${head}`,
    `  ${sentence(verdict, list, t)}`,
    ...notes.map((note) => `  ${t(`verify.note.${note}`)}`),
  ]
  if (told) {
    const { hits, attacks, served, legitimate, scorePercent: score } = told
    lines.push(
      `  ${told.id}: ${told.personName}, ${told.organisation}`,
      `  ${told.title ?? told.course}, ${told.course} ${told.courseVersion}`,
      `  ${t('verify.result', { score, hits, attacks, served, legitimate })}`,
      `  ${t('verify.validity', { from: told.issuedOn, until: told.validUntilOn })}`,
    )
  }
  if (issuer !== null) {
    lines.push(`  ${t('verify.issuer', { issuer })}`)
    if (!issuerChecked) lines.push(`  ${t('verify.issuer-unchecked')}`)
  }
  return lines
}

function report(file: string, verdict: CertificateVerdict, list: AnyList | undefined, t: Say): string {
  const name = looksLikeToken(file) ? t('verify.token') : file
  const form = verdict.form === null ? '' : ` (${verdict.form})`
  const lines = [
    ...linesOf(verdict, list, `${name}${form}`, t),
    ...verdict.also.flatMap((other) => linesOf(other, list, t('verify.also', { name }), t)),
  ]
  // The signer chose these words. A terminal must not take any of them for a command.
  return lines.map((line) => line.replaceAll(/\p{C}/gu, '�')).join('\n')
}

/**
 * Runs `htl verify FILE`, which verifies a certificate's file.
 * @param issuers the `did:key` names of accepted issuers; if empty, every issuer is accepted
 * @param revocations the file of a signed list of revoked certificates
 * @param status the file of a published list; either list may stand in either place
 */
export async function verifyCommand(
  files: readonly string[],
  issuers: readonly string[],
  revocations: string | undefined,
  status: string | undefined,
  t: Say,
): Promise<{ code: number; json: unknown; text: string }> {
  const file = onlyFile(files, 'verify', 'name.certificate')
  for (const issuer of issuers) {
    if (!publicKeyOf(issuer)) throw new UsageError((say) => say('verify.no-issuer', { issuer }))
  }
  const bytes = read(file)
  if (revocations !== undefined && status !== undefined) {
    throw new UsageError((say) => say('name.list', { command: 'verify' }))
  }
  const listFile = revocations ?? status
  const { verifyCertificate } = await import('../domain/credentials/verify')
  const { ENCODINGS } = await import('../interchange/encodings')
  const list = listFile === undefined ? undefined : await listFrom(listFile)
  const verdict = await verifyCertificate(bytes, {
    now: new Date().toISOString(),
    ...(issuers.length > 0 ? { issuers } : {}),
    revocation: (issuer, id, place) => (list?.iss === issuer ? list.revocation(id, place) : undefined),
    encodings: ENCODINGS,
    parse: Date.parse,
    format: (milliseconds) => new Date(milliseconds).toISOString(),
  })
  const verdicts = [verdict, ...verdict.also]
  const found = verdicts.flatMap(({ issuer }) => issuer ?? [])
  const [wanted] = found
  if (list && wanted !== undefined && !found.includes(list.iss)) {
    const { iss } = list
    throw new UsageError((say) => say('verify.other-issuer', { file: listFile!, issuer: iss, wanted }))
  }
  return {
    code: VERIFY_EXIT_CODES[verdict.status],
    json: {
      ok: verdict.status === 'valid',
      file: looksLikeToken(file) ? null : file,
      ...verdict,
      also: verdict.also.map((other) => ({ ...other, revocationsChecked: tellsOf(list, other) })),
      revocationsChecked: verdicts.every((one) => tellsOf(list, one)),
    },
    text: report(file, verdict, list, t),
  }
}
