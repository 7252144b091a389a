import { basename } from 'node:path'
import type { CertificateRow, FindingView, VerdictView } from '../../bridge/channels'
import {
  certificateDays,
  LARGEST_FILE,
  signRevocations,
  type CertificateVerdict,
} from '../../domain/credentials'
import type { AnyList } from '../../domain/credentials/any-list'
import { issueBatch, waitingCertificates } from '../credentials/batch'
import { CertificatePrinter } from '../credentials/certificate-printer'
import { exportPdfs, type PdfsNote } from '../credentials/export-pdfs'
import { certificatePdf, isSigned } from '../credentials/certificate-files'
import { writeAtomically } from '../files/atomic-write'
import {
  SUPERSEDED,
  type CredentialStore,
  type ListedCredential,
  type StoredCredential,
} from '../store/tables/credentials'
import { filterWithinPrivacy, mayShowPersonalResults } from '../people/privacy'
import { revocationOf, revocations } from '../store/revocations'
import { saveRecorded } from '../store/recorded-file'
import { localDay } from '../local-day'
import { Refused } from '../refused'
import type { Issuer } from '../credentials/issuer'
import type { IssuerKey } from '../credentials/issuer-key'
import type { IssuerProfiles } from '../credentials/issuer-profile'
import type { Jobs } from '../credentials/jobs'
import type { StatusListFile } from '../credentials/status-list-file'
import type { Dialogs } from '../files/dialogs'
import type { Library } from '../library/library'
import type { OrganisationStore } from '../people/organisation'
import type { Database } from '../store/libsql'
import type { LocalRecords } from '../store/records'
import type { System } from '../system'
import type { Handlers } from './answer'
import { moments, statusOf } from './certificate'

type CertificatesHandlers = Pick<
  Handlers,
  | 'certificates.list'
  | 'certificates.issue'
  | 'certificates.savePdfs'
  | 'certificates.job'
  | 'certificates.cancel'
  | 'certificates.reissue'
  | 'certificates.revoke'
  | 'certificates.exportRevocations'
  | 'certificates.saveStatusList'
  | 'certificates.chooseList'
  | 'certificates.verifyFile'
  | 'certificates.verify'
>

/** In bytes. A list of a million revocations is smaller. */
const LARGEST_LIST = 120_000_000

/** Returns the file name in the address of the published list. */
const fileNameOf = (address: string | null): string =>
  /\/([\w.-]+\.json)$/.exec(address ?? '')?.[1] ?? 'revoked.json'

/**
 * Returns a file name that every system accepts. It contains the certificate's id, so that no two files have the same
 * name.
 */
export function pdfName({ certificate }: StoredCredential): string {
  const plain = certificate.personName
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
  return `certificate-${[...plain].slice(0, 60).join('')}-${certificate.id}.pdf`
}

export interface CertificatesNeeds {
  readonly db: Database
  readonly store: Pick<LocalRecords, 'person' | 'writeAudit'>
  readonly credentials: CredentialStore
  readonly issuer: Issuer
  readonly issuers: IssuerKey
  readonly issuerProfiles: IssuerProfiles
  readonly jobs: Jobs
  readonly statusList: Pick<StatusListFile, 'address' | 'rewrite' | 'save'>
  readonly library: Library
  readonly organisation: Pick<OrganisationStore, 'name' | 'settings'>
  readonly dialogs: Pick<Dialogs, 'open' | 'save' | 'folder'>
  readonly system: Pick<System, 'now'>
  readonly rendererFolder: string
  readonly madePages: Map<string, string>
}

export function certificatesHandlers(needs: CertificatesNeeds): CertificatesHandlers {
  const { db, store, credentials, issuer, issuers, jobs, library, system } = needs
  const now = () => system.now().toISOString()

  /** The list of revoked certificates that somebody chose for verifying, until they choose another. */
  let list: AnyList | undefined

  const row = (found: ListedCredential): CertificateRow => {
    const { certificate: c, revokedReason } = found
    const superseded = revokedReason === SUPERSEDED
    return {
      id: c.id,
      personId: found.personId,
      personName: c.personName,
      personNumber: found.personNumber,
      course: c.course,
      courseTitle: library.course(c.course)?.title ?? { [c.locale]: c.title },
      ...certificateDays(c),
      status: statusOf(found, system.now(), found.holderLeft),
      revokedReason: superseded ? null : revokedReason,
      superseded,
    }
  }

  const verify = async (bytes: Uint8Array, file: string | null): Promise<VerdictView> => {
    const { verifyCertificate } = await import('../../domain/credentials/verify')
    const { ENCODINGS } = await import('../../interchange/encodings')
    const trusted = issuers.trusted()
    const own = issuers.own()
    const verdict = await verifyCertificate(bytes, {
      now: now(),
      issuers: trusted,
      revocation: (by, id, place) => {
        const here = own.includes(by) ? revocationOf(db, id) : undefined
        // After a restore, a list that this installation signed may know of later revocations than the records.
        return here ?? (list?.iss === by ? list.revocation(id, place) : undefined)
      },
      encodings: ENCODINGS,
      parse: Date.parse,
      format: (ms) => new Date(ms).toISOString(),
    })
    const finding = (one: CertificateVerdict): FindingView => ({
      ...one,
      ours: one.issuer !== null && own.includes(one.issuer),
      notes: [...one.notes],
      listAt:
        list?.iss === one.issuer && list !== undefined && one.told && list.covers(one.told.place)
          ? list.at
          : null,
    })
    return { ...finding(verdict), form: verdict.form, file, also: verdict.also.map(finding) }
  }

  return {
    'certificates.list': ({ filter: asked, status, offset, limit }) => {
      const filter = filterWithinPrivacy(needs, asked)
      const query = { filter, status, byDay: !mayShowPersonalResults(needs), ...moments(system.now()) }
      const issuesHere = issuer.issuesHere()
      const { count, seen, unprintable } = waitingCertificates(needs, filter)
      return {
        total: credentials.count(query),
        rows: credentials.page(query, offset, limit).map(row),
        waiting: count,
        waitingSeen: seen,
        unprintable: {
          count: unprintable.count,
          first: unprintable.first.map(({ person, course, parts }) => ({
            person,
            courseTitle: library.course(course)?.title ?? { en: course },
            parts: parts.map(({ part, characters }) => ({ part, characters: [...characters] })),
          })),
        },
        issuesHere,
        statusList: needs.statusList.address(),
      }
    },

    'certificates.issue': ({ filter, seen }, { person }) =>
      issueBatch(needs, filterWithinPrivacy(needs, filter), seen, person.id),

    'certificates.savePdfs': async ({ filter, paper, locale }, { person }) => {
      if (!mayShowPersonalResults(needs)) {
        throw new Refused('not-allowed', 'In pseudonymous mode each person saves their own certificate.')
      }
      const folder = await needs.dialogs.folder('certificates')
      await issuer.signWaiting()
      const query = { filter, status: null, ...moments(system.now()) }
      const total = credentials.countInForce(query)
      const by = person.id
      return jobs.start('save', total, basename(folder), async (context) => {
        const printer = new CertificatePrinter(needs.rendererFolder, needs.madePages, needs.issuerProfiles)
        const pdf = async (found: StoredCredential) =>
          isSigned(found)
            ? { name: pdfName(found), content: await certificatePdf(found, library, printer, paper, locale) }
            : undefined
        const note = (about: PdfsNote) =>
          store.writeAudit('credentials-exported', now(), by, { filter: described(filter), ...about })
        try {
          const certificates = credentials.inForce(query)
          await exportPdfs({ folder, certificates, total, pdf, write: writeAtomically, note }, context)
        } finally {
          printer.close()
        }
      })
    },

    'certificates.job': ({ job }) => jobs.state(job),
    'certificates.cancel': ({ job }) => jobs.cancel(job),

    'certificates.reissue': async ({ certificate: id }, { person }) => {
      const certificate = issuer.reissue(id, person.id)
      await issuer.signWaiting()
      return { certificate: certificate.id, statusList: await needs.statusList.rewrite() }
    },

    'certificates.revoke': async ({ certificate: id, reason }, { person }) => {
      issuer.revoke(id, person.id, reason)
      return { statusList: await needs.statusList.rewrite() }
    },

    'certificates.saveStatusList': async (_request, { person }) => {
      if (!issuer.issuesHere()) {
        throw new Refused('not-allowed', 'HR’s installation makes the list of revoked certificates.')
      }
      const proposed = fileNameOf(needs.statusList.address()).replace(/\.json$/i, '')
      const path = await needs.dialogs.save('statusList', proposed)
      return needs.statusList.save(path, person.id)
    },

    'certificates.chooseList': async () => {
      const { name, bytes } = await needs.dialogs.open('revocations', LARGEST_LIST)
      const { readAnyList } = await import('../../domain/credentials/any-list')
      list = await readAnyList(new TextDecoder().decode(bytes))
      return list ? { file: name, issuer: list.iss, at: list.at } : null
    },

    'certificates.exportRevocations': async (_request, { person }) => {
      if (!issuer.issuesHere()) {
        throw new Refused('not-allowed', 'HR’s installation makes the list of revoked certificates.')
      }
      const at = now()
      const path = await needs.dialogs.save('revocations', localDay(system.now()))
      const key = issuers.open()
      const revoked = revocations(db)
      saveRecorded(db, path, signRevocations({ iss: key.did, at, revoked }, key.sign), {
        act: 'revocations-exported',
        at,
        by: person.id,
        detail: { count: revoked.length },
      })
      return { file: basename(path), count: revoked.length }
    },

    'certificates.verifyFile': async () => {
      const { name, bytes } = await needs.dialogs.open('certificateToVerify', LARGEST_FILE)
      return verify(bytes, name)
    },
    'certificates.verify': ({ name, bytes }) => verify(bytes, name),
  }
}

/** Describes a filter for the audit log, without the search, which may be a name. */
function described({ search, ...filter }: { readonly search: string }): object {
  return { ...filter, search: search !== '' }
}
